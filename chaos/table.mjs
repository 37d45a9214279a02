/** A row of the table: what was promised, what was measured. `isGood` undefined means that it was not run. */
export const row = (figure, measured, bound, isGood) => ({ figure, measured, bound, isGood });

const VERDICTS = new Map([
  [true, 'reached'],
  [false, 'MISSED'],
  [undefined, 'NOT RUN'],
]);

/** Prints rows in columns. Answers whether nothing was missed. */
export function printTable(rows) {
  const cells = [
    ['figure', 'measured', 'bound', 'verdict'],
    ...rows.map(({ figure, measured, bound, isGood }) => [figure, measured, bound, VERDICTS.get(isGood)]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((line) => line[column].length)));
  for (const line of cells)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  return rows.every(({ isGood }) => isGood !== false);
}

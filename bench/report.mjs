/** The table on the terminal. */
import { isOver } from './rows.mjs';

const HEAD = ['figure', 'ours', 'vanilla', 'ratio', 'bound', 'verdict'];

const number = (value) => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

function cellsOf(row) {
  if (row.failure !== undefined) return [row.figure, '', '', '', '', `not measured: ${row.failure}`];
  const { figure, unit, ours, beside, ratio, bound } = row;
  return [
    figure,
    `${number(ours)} ${unit}`,
    `${number(beside)} ${unit}`,
    ratio.toFixed(2),
    bound === undefined ? '' : `<= ${String(bound)}`,
    bound === undefined ? '' : isOver(row) ? 'over' : 'ok',
  ];
}

/** Figures left, numbers right, columns aligned. */
export function tableOf(rows) {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) =>
    Math.max(...lines.map((line) => (column === HEAD.length - 1 ? 0 : line[column].length))),
  );
  const print = (line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return [
    print(HEAD),
    widths.map((width) => '-'.repeat(Math.max(width, 7))).join('  '),
    ...lines.slice(1).map(print),
  ].join('\n');
}

export function partsOf({ wholeKit, oneWidget }) {
  const largest = ({ parts }) =>
    parts
      .slice(0, 10)
      .map(({ part, kB }) => `${part} ${kB.toFixed(1)}`)
      .join(', ');
  return [
    `Largest parts of the whole kit (kB, about): ${largest(wholeKit)}`,
    `Largest parts of the one widget (kB, about): ${largest(oneWidget)}`,
  ].join('\n');
}

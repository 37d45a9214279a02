/** The table, on the terminal and as a page of the documentation. */
import { cpus } from 'node:os';
import { isOver } from './rows.mjs';

const HEAD = ['figure', 'ours', 'limit', 'ratio', 'bound', 'verdict'];

const number = (value) => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

function cellsOf(row) {
  if (row.failure !== undefined) return [row.figure, '', '', '', '', `not measured: ${row.failure}`];
  const { figure, unit, ours, beside, ratio, bound } = row;
  return [
    figure,
    `${number(ours)} ${unit}`.trimEnd(),
    `${number(beside)} ${unit}`.trimEnd(),
    ratio.toFixed(2),
    bound === undefined ? '' : `<= ${String(bound)}`,
    bound === undefined ? '' : isOver(row) ? 'over' : 'ok',
  ];
}

const widthsOf = (lines, isLastFree) =>
  HEAD.map((_, column) =>
    Math.max(...lines.map((line) => (isLastFree && column === HEAD.length - 1 ? 0 : line[column].length))),
  );

/** Figures left, numbers right, columns aligned. */
const aligned = (line, widths) =>
  line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])));

export function tableOf(rows) {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = widthsOf(lines, true);
  const print = (line) => aligned(line, widths).join('  ');
  return [
    print(HEAD),
    widths.map((width) => '-'.repeat(Math.max(width, 7))).join('  '),
    ...lines.slice(1).map(print),
  ].join('\n');
}

/** `docs/speed.md`, with the figures of this run. */
export function pageOf(rows, chromium) {
  // No element of the page.
  const lines = [HEAD, ...rows.map((own) => cellsOf(own).map((cell) => cell.replace(/<(?=[a-z])/g, '\\<')))];
  const widths = widthsOf(lines, false);
  const print = (line) => `| ${aligned(line, widths).join(' | ')} |`;
  const under = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const processors = cpus();
  return `# Speed

Printed by \`npm run bench -- --markdown\` in a clone of the repository; \`--only soak\` measures one part, and
\`--only server\` the gateways. Headless Chromium ${chromium}, Node ${process.versions.node}, ${processors.length} processors
(${processors[0].model.trim()}), a production build.

A limit is the same work written by hand without any library, which has to show the same and takes turns with the kit in one
page; where the line says so, it is what is promised, or the kit itself with less to do. Ratios hold on other machines, times
do not. A bound is the most that a ratio may be; a line without one is for information. A line that begins with … belongs to
the one above it.

${[print(HEAD), `| ${under.join(' | ')} |`, ...lines.slice(1).map(print)].join('\n')}
`;
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

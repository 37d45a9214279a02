// What came of a sample, for people.

const STATUSES = ['killed', 'timed out', 'refused', 'survived', 'not covered'];
const UNNOTICED = new Set(['survived', 'not covered']);

export const isUnnoticed = ({ status }) => UNNOTICED.has(status);

/** One line of a program, cut. */
export const short = (text) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
};

const roomOf = (file) => /^src\/(core\/[^/]+|gateways\/[^/]+|[^/]+)/.exec(file)[0];

function tableOf(mutations) {
  const rooms = [...new Set(mutations.map(({ file }) => roomOf(file)))].sort();
  const rows = [...rooms, 'all'].map((room) => {
    const own = mutations.filter(({ file }) => room === 'all' || roomOf(file) === room);
    return [room, ...STATUSES.map((status) => own.filter((each) => each.status === status).length)];
  });
  return rows.map(([room, ...counts]) =>
    [room.padEnd(24), ...counts.map((count) => String(count).padStart(11))].join(''),
  );
}

/** Prints the table and every mutation that nobody noticed; returns the share of those that somebody did, of all that compile. */
export function report(mutations, { all, seconds, seed }) {
  const unnoticed = mutations.filter(isUnnoticed);
  const valid = mutations.filter(({ status }) => status !== 'refused').length;
  const share = valid === 0 ? 1 : 1 - unnoticed.length / valid;
  console.log(`\n${''.padEnd(24)}${STATUSES.map((status) => status.padStart(11)).join('')}`);
  for (const row of tableOf(mutations)) console.log(row);

  if (unnoticed.length > 0) console.log('\nNobody noticed:');
  unnoticed.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  for (const { file, line, status, original, replacement } of unnoticed)
    console.log(`${file}:${line} (${status})\n  ${short(original)}\n  → ${short(replacement) || 'left out'}`);

  console.log(
    `\n${mutations.length} of ${all} mutations, seed ${seed}, ${Math.round(seconds / 60)} min: ${(share * 100).toFixed(1)} % noticed`,
  );
  return share;
}

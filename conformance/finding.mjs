/** What a case found wrong: what the contract expects, what came instead, and where to look. */
export class Finding extends Error {
  constructor({ expected, found, fix }) {
    super(`expected ${expected}; found ${found}`);
    this.name = 'Finding';
    Object.assign(this, { expected, found, fix });
  }
}

/** Goes on when `condition` holds, else ends the case with what is wrong. */
export function expect(condition, finding) {
  if (!condition) throw new Finding(finding);
}

const LONGEST = 160;

/** Something of the backend's, short enough for one line of a report. */
export function shown(value) {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

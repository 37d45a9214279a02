/** Throws unless the condition holds; `message` says what a gateway owes. */
export function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Throws unless both are the same; shows where they part. */
export function checkSame(one: string, other: string, message: string): void {
  if (one === other) return;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  throw new Error(`${message}\n  one:   …${around(one)}…\n  other: …${around(other)}…`);
}

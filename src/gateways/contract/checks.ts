import type { CommandReply } from '../../core/commands/command.js';

/** Throws unless the condition holds; `message` says what a gateway owes. */
export function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Throws unless a command was carried out; shows what it was answered. */
export function checkOk(reply: CommandReply, message: string): void {
  if (!reply.ok) throw new Error(`${message} It was answered ${JSON.stringify(reply)}.`);
}

/** Throws unless both are the same; shows where they part. */
export function checkSame(one: string, other: string, message: string): void {
  if (one === other) return;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  throw new Error(`${message}\n  one:   …${around(one)}…\n  other: …${around(other)}…`);
}

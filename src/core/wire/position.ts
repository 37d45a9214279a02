import type { Position } from './contract.js';

const CURSOR = /^([A-Za-z0-9._-]{1,64}):(\d{1,16})$/;

/** A position as the id of an event: `epoch:seq`. */
export const cursorOf = ({ epoch, seq }: Position): string => `${epoch}:${String(seq)}`;

/** The position that an id stands for; undefined when it is none. */
export function positionOf(cursor: string): Position | undefined {
  const [, epoch, digits] = CURSOR.exec(cursor) ?? [];
  const seq = Number(digits);
  return epoch !== undefined && Number.isSafeInteger(seq) ? { epoch, seq } : undefined;
}

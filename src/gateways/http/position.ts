import type { Envelope, Heartbeat, Position } from '../../core/wire/contract.js';

/** A position, and whether an event or a snapshot led to it. */
export interface Cursor extends Position {
  /** A snapshot may stand beyond the agent's latest event; an event never does. */
  readonly isEvent: boolean;
}

/**
 * - `apply`: the next one;
 * - `duplicate`: known already;
 * - `gap`: something before it is missing;
 * - `other-epoch`: it belongs to another life of the log, where this position means nothing.
 */
export type Judgement = 'apply' | 'duplicate' | 'gap' | 'other-epoch';

/** What an event is to a reader who stands at a position. Sequence numbers may skip; `prev` tells what came before. */
export function judgeEvent(
  cursor: Position,
  { epoch, seq, prev }: Pick<Envelope, 'epoch' | 'seq' | 'prev'>,
): Judgement {
  if (epoch !== cursor.epoch) return 'other-epoch';
  if (seq <= cursor.seq) return 'duplicate';
  return prev > cursor.seq ? 'gap' : 'apply';
}

/**
 * What a heartbeat tells a reader who stands at a position: nothing new (`duplicate`), or that what he knows is not the
 * truth. A head before an event that was already seen is a log that has lost its tail.
 */
export function judgeHead(
  cursor: Cursor,
  { epoch, head }: Pick<Heartbeat, 'epoch' | 'head'>,
): Exclude<Judgement, 'apply'> {
  if (epoch !== cursor.epoch) return 'other-epoch';
  return head > cursor.seq || (cursor.isEvent && head < cursor.seq) ? 'gap' : 'duplicate';
}

/** The position after an event. The only way forward; a snapshot is the only other way to a position. */
export const cursorAfter = ({ epoch, seq }: Position): Cursor => ({ epoch, seq, isEvent: true });

import type { Session } from '../../core/model/session.js';
import type { DetailRow } from './rows-of-session.js';

/** How long something that has just arrived is marked, in ms. */
const MARKED_MS = 8000;
/** How long an integration is waited for before the agent is told, in ms. */
const PATIENCE_MS = 60_000;

interface Seen {
  readonly value: string;
  /** Since when it was awaited, if ever. */
  readonly awaitedSince: number | undefined;
  /** When the mark of what has just arrived goes. */
  readonly markedUntil: number;
  /** When what is awaited counts as overdue. */
  readonly dueAt: number;
}

/** Remembers what has been on screen of a session, to tell what is new and what is late. Another session begins anew. */
export class Arrivals {
  #sessionId: string | undefined;
  #seen: ReadonlyMap<string, Seen> = new Map();

  /** Takes in what there is to show at a moment, and answers with what has arrived since the last time. */
  take({ id, times, since }: Session, rows: readonly DetailRow[], now: number): readonly DetailRow[] {
    const before = id === this.#sessionId ? this.#seen : undefined;
    // What was awaited before anybody looked has been since the task began.
    const start = before ? now : (times.offered ?? times.queued ?? since);
    const isNew = ({ key, state, value }: DetailRow): boolean => {
      const known = before?.get(key);
      return known !== undefined && state === 'value' && value !== known.value;
    };
    const arrived = rows.filter(isNew);
    this.#sessionId = id;
    this.#seen = new Map(
      rows.map((row) => {
        const { key, state, value } = row;
        const known = before?.get(key);
        const awaitedSince = known?.awaitedSince ?? (state === 'pending' ? start : undefined);
        const markedUntil = isNew(row) ? now + MARKED_MS : state === 'value' ? (known?.markedUntil ?? 0) : 0;
        return [key, { value, awaitedSince, markedUntil, dueAt: (awaitedSince ?? Infinity) + PATIENCE_MS }];
      }),
    );
    return arrived;
  }

  isMarked({ key }: DetailRow, now: number): boolean {
    return (this.#seen.get(key)?.markedUntil ?? 0) > now;
  }

  /** Whether a row was awaited while somebody looked: it keeps its place then, also when it turns out to have no value. */
  wasAwaited({ key }: DetailRow): boolean {
    return this.#seen.get(key)?.awaitedSince !== undefined;
  }

  isOverdue({ key, state }: DetailRow, now: number): boolean {
    return state === 'pending' && (this.#seen.get(key)?.dueAt ?? Infinity) <= now;
  }

  /** When a mark goes or something becomes overdue next; `Infinity` when nothing does. */
  nextChange(now: number): number {
    const moments = [...this.#seen.values()].flatMap(({ markedUntil, dueAt }) => [markedUntil, dueAt]);
    return Math.min(...moments.filter((moment) => moment > now), Infinity);
  }
}

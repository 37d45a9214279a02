import type { SessionEvent } from '../events/session-event.js';
import type { CommandFact } from './command-reducer.js';
import { DETAIL_FACTS, SESSION_FACTS, TRANSCRIPT_FACTS } from './session-reducer.js';

export type StoreFact = SessionEvent | CommandFact;

/** Every fact that this version knows, by the part of the state that it changes. */
const TYPES = {
  session: SESSION_FACTS,
  detail: DETAIL_FACTS,
  transcript: TRANSCRIPT_FACTS,
  user: ['presence.changed', 'usage.reported'],
  workspace: ['workspace.reset', 'configuration.loaded', 'configuration.rejected'],
  connection: ['connection.changed'],
  command: ['command.sent', 'command.succeeded', 'command.failed', 'command.dismissed'],
} as const satisfies Readonly<Record<string, readonly StoreFact['type'][]>>;

type Kind = keyof typeof TYPES;

/** Does not compile while a fact is missing above. */
true satisfies [StoreFact['type']] extends [(typeof TYPES)[Kind][number]] ? true : false;

/** A Map, not the object itself: a fact of type `constructor` must be unknown like any other. */
export const FACT_KINDS: ReadonlyMap<string, Kind> = new Map(
  (Object.entries(TYPES) as [Kind, readonly string[]][]).flatMap(([kind, types]) => types.map((type) => [type, kind])),
);

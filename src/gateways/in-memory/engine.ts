import type { Configuration } from '../../core/configuration/configuration.js';
import type { SessionEvent } from '../../core/events/session-event.js';
import type { Session } from '../../core/model/session.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import type { UserStatus } from '../../core/state/user-reducer.js';
import type { Agenda } from './agenda.js';
import type { Deadlines } from './deadlines.js';
import type { FaultList } from './faults.js';
import type { Timings } from './timings.js';

type Timeless<F> = F extends unknown ? Omit<F, 'at'> & { readonly at?: number } : never;

/** A fact on its way to happen; the backend fills in when. */
export type Happening = Timeless<SessionEvent>;

/** What the parts of the backend work on. */
export interface Engine {
  readonly agentId: string;
  readonly agenda: Agenda;
  readonly deadlines: Deadlines;
  readonly timings: Timings;
  readonly faults: FaultList;
  readonly configuration: Configuration | undefined;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly users: ReadonlyMap<string, UserStatus>;
  readonly transcripts: ReadonlyMap<string, SegmentList>;
  /**
   * Lets facts happen, in one batch. Those that do not fit the state of their session are dropped. Answers whether any
   * of them changed something.
   */
  tell(happenings: readonly Happening[]): boolean;
  /** Brings all that is told meanwhile as one batch. */
  together(act: () => void): void;
}

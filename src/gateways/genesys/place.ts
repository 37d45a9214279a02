import type { SessionEvent } from '../../core/events/session-event.js';
import type { PlatformClock } from './clock.js';
import type { Ledger } from './ledger.js';
import type { GenesysConversationsApi } from './platform-client.js';
import type { PresenceOfAgent } from './presence.js';
import type { Sessions } from './sessions.js';
import type { Settings } from './settings.js';
import type { Timers } from './timers.js';
import type { Reading } from './view.js';

/** The workspace in which things happen. */
export interface Place {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly clock: PlatformClock;
  readonly presence: PresenceOfAgent;
  readonly settings: Settings;
  readonly timers: Timers;
  readonly missedMs: number;
  readonly configuration: unknown;
  readonly conversations: GenesysConversationsApi;
  readonly reading: Reading;
  readonly isOver: boolean;
  /** Asks the platform, at the pace that it wants. */
  ask(call: () => Promise<unknown>): Promise<unknown>;
  /**
   * The same for what helps, but is not needed: resolves after the first try, and goes on until it is had or refused for good.
   *
   * @param use takes what the configuration or the presence of the agent follows from; these are told again then
   */
  tried(what: string, call: () => Promise<unknown>, use?: (answer: unknown) => void): Promise<void>;
  /** Another try, after as many that came to nothing. Answers with what takes it back. */
  again(tries: number, act: () => void): () => void;
  rejected(reason: string): void;
  readonly presenceNow: SessionEvent;
}

import type { Configuration } from '../../core/configuration/configuration.js';
import type { KnownPresence, Presence } from '../../core/model/presence.js';
import type { CombinedWords } from './words.js';

export interface CombinedOptions {
  /**
   * Of your own, as `parseConfiguration` reads it: its `sessionPolicy` and the limits of its user `agentId` hold over all
   * members. Without it one session is active at a time, and the total is that of the first member.
   */
  readonly configuration?: Configuration;
  /** The agent, as your configuration knows it. Default `agent`. It has no slash. */
  readonly agentId?: string;
  /** What a choice of the agent becomes for a member, by its name: what is not named stays as it is. */
  readonly presences?: Readonly<Record<string, Readonly<Partial<Record<KnownPresence, Presence>>>>>;
  /** What agents are told, in their language. Default: English. */
  readonly words?: Partial<CombinedWords>;
}

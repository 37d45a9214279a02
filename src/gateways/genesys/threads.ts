import type { Mention } from './mentions.js';

/** What is known of the messages of one session. */
export interface Thread {
  /** Ids of the platform, and of ours where the agent has written it here. */
  readonly known: Map<string, string>;
  /** What nobody knows of whether it was sent: our ids by the texts. */
  readonly unanswered: Map<string, string>;
  /** Whether what is read was there at first sight. */
  isFirst: boolean;
  /** Takes back the next try of what could not be read. */
  cancel?: () => void;
  /** How many messages of the agent have no id yet: what is heard of such meanwhile may be one of them. */
  sending: number;
  last: readonly Mention[];
}

/** By session. */
export type Threads = Map<string, Thread>;

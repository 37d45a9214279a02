import type { KnownPresence } from '../../core/model/presence.js';
import type { GenesysPlatformClient, GenesysSocketClass } from './platform-client.js';
import type { GenesysTimings } from './timings.js';
import type { FirstWords, GenesysWords } from './words.js';

export interface GenesysGatewayOptions {
  /**
   * `purecloud-platform-client-v2`, signed in, in the region of the organisation: `require('platformClient')` in a page
   * that has loaded it as a script.
   */
  readonly platformClient: GenesysPlatformClient;
  /** Which service of the configuration each queue is, by the queue's id. */
  readonly services?: Readonly<Record<string, string>> | undefined;
  /** The service of all other queues. Without it: the first of the configuration. */
  readonly defaultService?: string | undefined;
  /**
   * A configuration document (`my-sessions/configuration.schema.json`). The agent need not be in it; his limits are those
   * of the platform's utilization, and services without codes of their own have the platform's wrap-up codes. Without it:
   * the services above, with details, codes, chat and transcript.
   */
  readonly configuration?: unknown;
  /**
   * Which presence of the organisation is meant by ours, by its id or its label; without a word `available` is On Queue,
   * `busy` and `do-not-disturb` are Busy, `away` is Away, `offline` is Offline.
   */
  readonly presences?: Partial<Record<KnownPresence, string>> | undefined;
  /** Opens the socket of the notification channel; without it the one of the page. */
  readonly WebSocket?: GenesysSocketClass | undefined;
  /** What agents read of this gateway, where it is not to be in English. */
  readonly words?: Partial<GenesysWords> | undefined;
  readonly timings?: Partial<GenesysTimings> | undefined;
  /** Called when the platform wants the agent to sign in again. When that is done, call `signIn`. */
  readonly onSignedOut?: (() => void) | undefined;
}

/** The same, with a word for everything that sessions say. */
export type GenesysOptionsRead = GenesysGatewayOptions & { readonly words: FirstWords };

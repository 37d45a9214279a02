import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { KnownPresence } from '../../core/model/presence.js';
import type { Gateway } from '../../core/ports/gateway.js';
import { Executor } from './executor.js';
import { Ledger } from './ledger.js';
import type { GenesysPlatformClient, GenesysSocketClass } from './platform-client.js';
import type { GenesysTimings } from './timings.js';
import type { GenesysWords } from './words.js';
import { GENESYS_WORDS } from './words.js';
import { GenesysWorkspace } from './workspace.js';

export type {
  GenesysApiClient,
  GenesysConversationsApi,
  GenesysNotificationsApi,
  GenesysPlatformClient,
  GenesysPresenceApi,
  GenesysRoutingApi,
  GenesysSocket,
  GenesysSocketClass,
  GenesysUsersApi,
} from './platform-client.js';
export type { GenesysTimings } from './timings.js';
export type { GenesysWords } from './words.js';

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

/** A gateway to Genesys Cloud. */
export interface GenesysGateway extends Gateway {
  typing(sessionId: string, isTyping: boolean): void;
  /** Tells that the host has signed the platform's client in again. */
  signIn(): void;
}

/** Connects the workspace to Genesys Cloud, over the platform's own client. Nothing is asked before somebody connects. */
export function createGenesysGateway(options: GenesysGatewayOptions): GenesysGateway {
  const words = { ...GENESYS_WORDS, ...options.words };
  const ledger = new Ledger();
  const executor = new Executor(options, words, ledger);
  let workspace: GenesysWorkspace | undefined;
  return {
    connect(receiver) {
      const listener = ledger.welcome(receiver);
      workspace ??= new GenesysWorkspace(options, words, ledger);
      return () => {
        if (!ledger.audience.remove(listener) || ledger.audience.size > 0) return;
        workspace?.end();
        workspace = undefined;
        ledger.forget();
      };
    },
    execute(command: SessionCommand): Promise<CommandReply> {
      return executor.execute(command, workspace);
    },
    typing(sessionId, isTyping) {
      if (isTyping) executor.typing(sessionId, workspace);
    },
    signIn() {
      if (!workspace) return;
      workspace.end();
      workspace = new GenesysWorkspace(options, words, ledger);
    },
  };
}

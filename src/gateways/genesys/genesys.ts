import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { Gateway } from '../../core/ports/gateway.js';
import type { Desk } from './desk.js';
import type { GenesysGatewayOptions } from './options.js';

export type {
  GenesysApiClient,
  GenesysConversationsApi,
  GenesysNotificationsApi,
  GenesysPlatformClient,
  GenesysPresenceApi,
  GenesysRoutingApi,
  GenesysSocket,
  GenesysSocketClass,
  GenesysSubscribing,
  GenesysUsersApi,
} from './platform-client.js';
export type { GenesysGatewayOptions } from './options.js';
export type { GenesysTimings } from './timings.js';
export type { GenesysWords } from './words.js';

/** A gateway to Genesys Cloud. */
export interface GenesysGateway extends Gateway {
  typing(sessionId: string, isTyping: boolean): void;
  /** Tells that the host has signed the platform's client in again. */
  signIn(): void;
}

/**
 * Connects the workspace to Genesys Cloud, over the platform's own client. Nothing is asked, and what does the work is not
 * loaded, before somebody connects.
 *
 * @throws TypeError where the client is none, or there is no `WebSocket`
 */
export function createGenesysGateway(options: GenesysGatewayOptions): GenesysGateway {
  refuseUseless(options);
  let desk: Desk | undefined;
  const loaded = async (): Promise<Desk> => {
    const { Desk } = await import('./desk.js');
    return (desk ??= new Desk(options));
  };
  return {
    connect(receiver) {
      if (desk) return desk.connect(receiver);
      let isOver = false;
      let disconnect: (() => void) | undefined;
      loaded().then(
        (own) => {
          if (!isOver) disconnect = own.connect(receiver);
        },
        (error: unknown) => {
          if (isOver) return;
          receiver.rejected(`the gateway to Genesys Cloud could not be loaded (${String(error)})`);
          receiver.facts([{ type: 'connection.changed', status: 'offline', at: Date.now() }], 'replay');
        },
      );
      return () => {
        isOver = true;
        disconnect?.();
      };
    },
    async execute(command: SessionCommand): Promise<CommandReply> {
      try {
        return await (desk ?? (await loaded())).execute(command);
      } catch {
        return { ok: false, failure: 'unreachable' };
      }
    },
    typing(sessionId, isTyping) {
      if (isTyping) desk?.typing(sessionId);
    },
    signIn() {
      desk?.signIn();
    },
  };
}

/** What a host finds out at once rather than by a connection that never comes. */
function refuseUseless({ platformClient, WebSocket = globalThis.WebSocket }: GenesysGatewayOptions): void {
  if (typeof (platformClient as Partial<typeof platformClient> | undefined)?.ConversationsApi !== 'function')
    throw new TypeError(
      "createGenesysGateway: `platformClient` has no ConversationsApi. A bundler makes an empty object of purecloud-platform-client-v2: load it as a script, and pass `require('platformClient')`.",
    );
  if (typeof (WebSocket as unknown) !== 'function')
    throw new TypeError(
      'createGenesysGateway: there is no WebSocket here. Pass one as `WebSocket`, such as that of ws.',
    );
}

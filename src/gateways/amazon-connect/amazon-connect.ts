import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import { parseConfiguration } from '../../core/configuration/parse-configuration.js';
import type { Gateway } from '../../core/ports/gateway.js';
import { Replies } from '../platform/replies.js';
import type { ChatOf } from './chats.js';
import type { SaveWork } from './commands.js';
import { Connection } from './connection.js';
import { ContactWatch } from './contact-watch.js';
import { LaterChats } from './later-chats.js';
import type { ConnectPresences } from './presence.js';
import { askedOf, reasonOf } from './reading.js';
import type { Connect, ConnectAgent } from './sdk.js';
import type { ConnectServices } from './services.js';
import { Told } from './told.js';
import { Wishes } from '../platform/wishes.js';
import { CONNECT_WORDS } from './words.js';
import type { ConnectWords } from './words.js';

export type { ChatOf } from './chats.js';
export type { ConnectWork, SaveWork } from './commands.js';
export type { ConnectPresences } from './presence.js';
export type { Connect, ConnectAgent, ConnectCallbacks, ConnectChat, ConnectConnection, ConnectContact } from './sdk.js';
export type { ConnectServices } from './services.js';
export type { ConnectWords } from './words.js';

/**
 * Hands over what Contact Lens has heard: the id of a contact, and segments as `ListRealtimeContactAnalysisSegments` lists
 * them, once or again.
 */
export type ContactLensFeed = (contactId: string, segments: readonly unknown[]) => void;

export interface AmazonConnectOptions {
  /** `window.connect` of `amazon-connect-streams`, after `initCCP`. */
  readonly connect: Connect;
  /** The agent, where the host has it already; otherwise `connect.agent` is asked. */
  readonly agent?: ConnectAgent;
  /** To which services of the configuration contacts belong. */
  readonly services: ConnectServices;
  /** A configuration document. Its user with the agent's user name gets the limits of the routing profile. */
  readonly configuration: unknown;
  /**
   * Makes or finds the chat of a contact that the agent has accepted, connected, as `connect.ChatSession` of
   * `amazon-connect-chatjs` makes one. Without it nothing is read or written in chats.
   */
  readonly chat?: ChatOf;
  /** Begins to hand over what Contact Lens hears; what it answers ends that. */
  readonly onContactLens?: (feed: ContactLensFeed) => (() => void) | undefined;
  /** Keeps wrap-up codes and tags; without it this page does, as long as it is there. */
  readonly save?: SaveWork;
  /** Names of agent statuses, for presences that are more than available, away and offline. */
  readonly presences?: ConnectPresences;
  /** What the gateway says by itself, in the agents' language. */
  readonly words?: Partial<ConnectWords>;
  /** Lets the agent sign in again, such as by opening the login page. */
  readonly signIn?: () => void;
}

export interface AmazonConnectGateway extends Gateway {
  /** To be called after `connect.core.terminate()` and another `initCCP`: all that was subscribed to before is gone. */
  restart(): void;
}

/** A gateway to Amazon Connect, over the SDK objects of a page whose agent is signed in. */
export function createAmazonConnectGateway(options: AmazonConnectOptions): AmazonConnectGateway {
  const { connect, agent: given, services, configuration, presences = {}, onContactLens, signIn } = options;
  const words = { ...CONNECT_WORDS, ...options.words };
  const clock = {
    now(): number {
      const skew = askedOf(() => connect.core.getSkew?.());
      return Date.now() + (typeof skew === 'number' && Number.isFinite(skew) ? skew : 0);
    },
  };
  const told = new Told(() => clock.now());
  const wishes = new Wishes();
  const chats = new LaterChats(told, words, options.chat, () => {
    connection.lookAgain();
  });
  const watch = new ContactWatch({
    ...{ told, wishes, chats, services, words },
    hasTaskSession: () => connect.TaskSession !== undefined,
  });
  const parsed = parseConfiguration(configuration);
  const connection = new Connection({ connect, given, parsed, presences, told, wishes, chats, watch: () => watch });
  const replies = new Replies();
  let lens: (() => void) | undefined;

  const heard: ContactLensFeed = (sessionId, segments) => {
    import('./contact-lens.js')
      .then(({ tellSpoken }) => {
        tellSpoken(told, sessionId, segments);
      })
      .catch((error: unknown) => {
        told.rejected(String(error));
      });
  };

  const begin = (): void => {
    connection.begin();
    lens = askedOf(() => onContactLens?.(heard));
  };
  const end = (): void => {
    askedOf(() => lens?.());
    connection.end();
  };

  async function replyTo(command: SessionCommand): Promise<CommandReply> {
    const { agent } = connection;
    if (!agent || told.status === 'signed-out')
      return { ok: false, failure: 'unreachable', message: words.noConnection };
    try {
      // What is asked for is part of what a page loads when something is.
      const { carryOut } = await import('./commands.js');
      return await carryOut(command, agent, {
        told,
        watch,
        wishes,
        chats,
        services,
        presences,
        words,
        save: options.save,
      });
    } catch (error) {
      wishes.drop(command.commandId);
      return { ok: false, failure: 'failed', message: reasonOf(error) };
    }
  }

  return {
    clock,
    connect(receiver) {
      // What happened while nobody was connected belongs to what is true now.
      if (!told.hasReceivers) begin();
      told.add(receiver);
      return () => {
        if (told.remove(receiver) && !told.hasReceivers) end();
      };
    },
    execute: (command) => replies.of(command.commandId, () => replyTo(command)),
    typing(sessionId, isTyping) {
      // Nobody can be told that it is over; it ends by itself.
      if (isTyping)
        chats.loaded
          ?.feedOf(sessionId)
          ?.tellTyping()
          .catch(() => undefined);
    },
    upload: (sessionId, file) =>
      Promise.resolve(
        chats.loaded?.keep(sessionId, file) ?? { ok: false, failure: 'not-taken', message: words.noChat },
      ),
    restart() {
      if (!told.hasReceivers) return;
      end();
      begin();
    },
    ...(signIn && { signIn }),
  };
}

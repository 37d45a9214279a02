import type { Presence } from '../../core/model/presence.js';
import type { TwilioConversations } from './conversations.js';
import type { TwilioWorker } from './task-router.js';
import type { TwilioWords } from './words.js';

/** Which service of the configuration a task belongs to. What comes first in this list decides. */
export interface TwilioServices {
  /** By an attribute of the task: its path, such as `customer.product`, and services by its values. */
  readonly attribute?: { readonly path: string; readonly services: Readonly<Record<string, string>> };
  /** By the sid or name of a task queue. A service is transferred to by the first sid (WQ…) that leads to it. */
  readonly queues?: Readonly<Record<string, string>>;
  /** By the sid or name of a workflow. */
  readonly workflows?: Readonly<Record<string, string>>;
  /** The service of all other tasks. */
  readonly default: string;
}

/** How a reservation ended that was gone after an outage; any other word takes it from the list. */
export type TwilioOutcome = 'completed' | 'timeout' | 'rejected' | 'canceled' | 'rescinded' | (string & {});

export interface TwilioOptions {
  /** A `Worker` of `twilio-taskrouter` that has said `ready`; inside Flex its `workerClient`. */
  readonly worker: TwilioWorker;
  /** A configuration document (`schema/configuration.schema.json`). The user of the worker is added to it. */
  readonly configuration: unknown;
  readonly services: TwilioServices;
  /** A client of `@twilio/conversations`, for the messages of chats. Without it chats are shown without them. */
  readonly conversations?: TwilioConversations;
  /**
   * A new token of your server, before the old one has run out. Without it, or when it rejects, the agent is told to sign
   * in again; it is asked once more after a second, then at longer and longer intervals, every 30 seconds at most, until it
   * gives one.
   */
  readonly newToken?: (use: 'taskrouter' | 'conversations') => Promise<string>;
  /** Asks your server how a reservation ended that was gone after an outage. Without it such a session is taken away. */
  readonly howEnded?: (reservationSid: string, taskSid: string) => Promise<TwilioOutcome | undefined>;
  /**
   * Asks your server for the sids of the worker's pending reservations; asked after each connect. An offer that was made
   * while the SDK read its list is lost to it; it is read once more then, which takes `newToken`.
   */
  readonly pendingReservations?: () => Promise<readonly string[]>;
  /** Presences by the sid or name of an activity. Without it: available, offline by that name, away otherwise. */
  readonly activities?: Readonly<Record<string, Presence>>;
  /** Modalities by the name of a task channel, besides those that the usual names say. */
  readonly channels?: Readonly<Record<string, string>>;
  /** What `reservation.conference` is given for calls. */
  readonly conference?: object;
  /** Where codes and tags stand among the attributes of a task. */
  readonly attributePaths?: Partial<AttributePaths>;
  /** What agents read, in another language. */
  readonly words?: Partial<TwilioWords>;
}

export interface AttributePaths {
  /** `conversations.outcome` */
  readonly primaryCode: string;
  /** `conversations.category` */
  readonly secondaryCode: string;
  /** `conversations.tags` */
  readonly tags: string;
}

// What is used of the objects of `@twilio/conversations` 3. The host hands them over; nothing of that package is loaded here.
import type { TwilioEmitter } from './task-router.js';

/** A file of a message. */
export interface TwilioMedia {
  readonly sid: string;
  readonly filename: string | null;
  readonly contentType: string;
  readonly size: number;
}

export interface TwilioMessage {
  readonly sid: string;
  readonly index: number;
  readonly author: string | null;
  readonly body: string | null;
  readonly attributes: unknown;
  readonly dateCreated: Date | null;
  readonly attachedMedia?: readonly TwilioMedia[] | null;
  /** How many of those it went to: `none`, `some` or `all`. */
  readonly aggregatedDeliveryReceipt?: Readonly<Record<'delivered' | 'read' | 'undelivered' | 'failed', string>> | null;
}

export interface TwilioMessagePage {
  readonly items: readonly TwilioMessage[];
  readonly hasPrevPage: boolean;
  prevPage(): Promise<TwilioMessagePage>;
}

export interface TwilioParticipant {
  readonly identity: string | null;
  readonly sid: string;
  readonly lastReadMessageIndex: number | null;
}

export interface TwilioConversation extends TwilioEmitter {
  readonly sid: string;
  readonly lastReadMessageIndex: number | null;
  readonly state?: { readonly current: string } | undefined;
  getMessages(pageSize?: number): Promise<TwilioMessagePage>;
  getParticipants(): Promise<readonly TwilioParticipant[]>;
  /** Answers with the index of the message. */
  sendMessage(text: string, attributes: { readonly segmentId: string }): Promise<unknown>;
  advanceLastReadMessageIndex(index: number): Promise<unknown>;
  typing(): Promise<unknown>;
}

/** The signed-in client of conversations. */
export interface TwilioConversations extends TwilioEmitter {
  readonly user: { readonly identity: string };
  getConversationBySid(sid: string): Promise<TwilioConversation>;
  updateToken(token: string): Promise<unknown>;
}

import type { SignedOutReason } from '../../core/events/session-event.js';
import type { OpenItemPage, OpenItemQuery } from '../../core/model/open-item.js';
import type { Clock } from '../../core/ports/clock.js';
import type { Gateway } from '../../core/ports/gateway.js';
import type { UploadOptions, UploadReply, UploadedFile } from '../../core/ports/upload.js';
import type { CommandStorage } from './command-storage.js';
import type { RequestsOptions } from './requests.js';
import type { HttpTimings } from './timings.js';

export interface HttpGatewayOptions extends RequestsOptions {
  /**
   * Where the contract `my-sessions/1` is served: `snapshot`, `events`, `commands`, `history` and what is optional are below it. A relative
   * address is taken as `fetch` takes it, by the `<base>` of the page when the gateway is made.
   */
  readonly url: string | URL;
  /**
   * Gives a bearer token; asked for once, and again whenever the backend refuses it. The empty string says that nobody
   * is signed in. Without it cookies do the work.
   */
  readonly token?: (() => string | Promise<string>) | undefined;
  /** As for `fetch`; `include` sends cookies to another origin. */
  readonly credentials?: RequestCredentials | undefined;
  /**
   * Called when the backend wants the agent to sign in again. When that is done, call `signIn`. With `not-an-agent`
   * somebody is signed in who has no workspace there: a login that lets the same user in at once would lead in a circle.
   */
  readonly onSignedOut?: ((reason?: SignedOutReason) => void) | undefined;
  /** Where commands survive a reload: `indexed-db` (default), `memory` (nowhere), or a storage of the host's. */
  readonly storage?: 'indexed-db' | 'memory' | CommandStorage | undefined;
  /**
   * Whether all tabs share one stream. Where the browser does not let them (a page that is not secure, a sandboxed frame,
   * blocked cookies), each has its own: that is decided within two seconds and said once, by `rejected`.
   */
  readonly isShared?: boolean | undefined;
  /** How many older sessions are loaded at a time. */
  readonly historyPageSize?: number | undefined;
  readonly timings?: Partial<HttpTimings> | undefined;
  /** A number from 0 up to but without 1. */
  readonly random?: (() => number) | undefined;
}

/** A gateway to a backend that speaks `my-sessions/1`. */
export interface HttpGateway extends Gateway {
  readonly clock: Clock;
  older(): Promise<boolean>;
  session(sessionId: string): Promise<boolean>;
  letGo(sessionIds: readonly string[]): Promise<readonly string[]>;
  openItems(query: OpenItemQuery): Promise<OpenItemPage | undefined>;
  typing(sessionId: string, isTyping: boolean): void;
  upload(sessionId: string, file: UploadedFile, options?: UploadOptions): Promise<UploadReply>;
  /** Tells that the agent has signed in again, in this tab; the others are told. */
  signIn(): void;
  /**
   * The agent signs out. Removes everything of any agent that was kept on this device for this backend, gives up what
   * waits, and takes what is his off the screen, on every page of this browser that shows this backend; nothing is asked
   * of the backend before `signIn`. Call it before the sign-in is made worthless.
   *
   * Resolves with how many commands had no reply yet: they are given up, which is the host's to say. Rejects when the
   * storage of the device fails.
   */
  clearAgentData(): Promise<number>;
}

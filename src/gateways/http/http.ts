import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { OpenItemPage, OpenItemQuery } from '../../core/model/open-item.js';
import type { GatewayReceiver } from '../../core/ports/gateway.js';
import type { UploadOptions, UploadReply, UploadedFile } from '../../core/ports/upload.js';
import { baseOf } from './base-of.js';
import type { HttpConnection, HttpConnectionOptions } from './http-connection.js';
import type { HttpGateway, HttpGatewayOptions } from './http-gateway.js';
import { LaterConnection } from './later-connection.js';
import { ServerClock } from './server-clock.js';
import { HTTP_TIMINGS } from './timings.js';

export type { CommandStorage, KeptCommand } from './command-storage.js';
export type { HttpGateway, HttpGatewayOptions } from './http-gateway.js';
export type { HttpTimings } from './timings.js';

/**
 * Connects to a contact centre over HTTP, for as long as somebody listens; see the contract for what it promises. Throws
 * where `url` is none. Most of it is loaded beside the page, from here on; what is asked before waits for it.
 */
export const createHttpGateway = (options: HttpGatewayOptions): HttpGateway => new Http(options, loadConnection);

/** Set once it is loaded, for all gateways of the page. */
let Loaded: typeof HttpConnection | undefined;

/** What was loaded for another gateway is there at once. */
function loadConnection(options: HttpConnectionOptions): HttpConnection | Promise<HttpConnection> {
  if (Loaded) return new Loaded(options);
  return import('./http-connection.js').then((module) => {
    Loaded = module.HttpConnection;
    return new Loaded(options);
  });
}

const unreachable = () => ({ ok: false, failure: 'unreachable' }) as const;

/** A gateway over HTTP as far as a page needs it for its first picture. */
export class Http implements HttpGateway {
  readonly clock = new ServerClock();
  readonly isRead = true;
  readonly keptAs: string;
  readonly #connection: LaterConnection;

  /** @param load loads what there is besides */
  constructor(options: HttpGatewayOptions, load: typeof loadConnection) {
    const { clock } = this;
    const url = (this.keptAs = baseOf(options.url));
    const { random = Math.random } = options;
    const timings = { ...HTTP_TIMINGS, ...options.timings };
    this.#connection = new LaterConnection({
      load: () => load({ ...options, url, timings, random, clock }),
      timings,
      random,
      now: () => clock.now(),
    });
  }

  connect(receiver: GatewayReceiver): () => void {
    return this.#connection.connect(receiver);
  }

  execute(command: SessionCommand): Promise<CommandReply> {
    return this.#connection.ask((connection) => connection.execute(command)).catch(unreachable);
  }

  older(): Promise<boolean> {
    return this.#connection.ask((connection) => connection.older());
  }

  session(sessionId: string): Promise<boolean> {
    return this.#connection.ask((connection) => connection.session(sessionId));
  }

  letGo(sessionIds: readonly string[]): Promise<readonly string[]> {
    return this.#connection.ask((connection) => connection.letGo(sessionIds));
  }

  openItems(query: OpenItemQuery): Promise<OpenItemPage | undefined> {
    return this.#connection.ask((connection) => connection.openItems(query));
  }

  /** As long as nothing is reached nobody is told, and nothing later. */
  typing(sessionId: string, isTyping: boolean): void {
    this.#connection.loaded?.typing(sessionId, isTyping);
  }

  upload(sessionId: string, file: UploadedFile, options?: UploadOptions): Promise<UploadReply> {
    return this.#connection.ask((connection) => connection.upload(sessionId, file, options)).catch(unreachable);
  }

  signIn(): void {
    this.#connection.tell((connection) => {
      connection.signIn();
    });
  }

  clearAgentData(): Promise<number> {
    return this.#connection.ask((connection) => connection.clearAgentData());
  }
}

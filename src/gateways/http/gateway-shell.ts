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

/** Loads all of a gateway but this; there at once where it was loaded before. */
export type LoadConnection = (options: HttpConnectionOptions) => HttpConnection | Promise<HttpConnection>;

const unreachable = () => ({ ok: false, failure: 'unreachable' }) as const;

/** A gateway over HTTP as far as a page needs it for its first picture. */
export class GatewayShell implements HttpGateway {
  readonly clock = new ServerClock();
  readonly isRead = true;
  readonly keptAs: string;
  readonly #connection: LaterConnection;

  /** @param load loads what there is besides */
  constructor(options: HttpGatewayOptions, load: LoadConnection) {
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

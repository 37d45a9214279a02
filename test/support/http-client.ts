import type { CommandReply, SessionCommand } from '../../src/core/commands/command.js';
import type { ConnectionStatus, SessionEvent } from '../../src/core/events/session-event.js';
import type { Delivery, GatewayReceiver } from '../../src/core/ports/gateway.js';
import { transcriptStep } from '../../src/core/state/transcript-step.js';
import { StateTables } from '../../src/core/store/state-tables.js';
import type { CommandStorage, KeptCommand } from '../../src/gateways/http/command-storage.js';
// There before a test stops the time.
import '../../src/gateways/http/http-connection.js';
import { createHttpGateway } from '../../src/gateways/http/http.js';
import type { HttpGateway, HttpGatewayOptions } from '../../src/gateways/http/http.js';
import type { HttpTimings } from '../../src/gateways/http/timings.js';
import { News } from './news.js';
import type { ScriptedBackend } from './scripted-backend.js';

/**
 * What is waited for comes a hundred times as fast as in a real page. What puts an end to something that takes too long
 * has its real time, which no test takes: a busy machine is no silent backend.
 */
export const FAST: Partial<HttpTimings> = {
  firstRetryMs: 20,
  mostRetryMs: 100,
  stableMs: 200,
  freshMs: 10,
  settleMs: 20,
  noticeMs: 60_000,
  adoptMs: 100,
};

/** What a receiver has been told, and what became of it. */
export class Client implements GatewayReceiver {
  readonly gateway: HttpGateway;
  readonly state = new StateTables(() => undefined, transcriptStep);
  readonly rejections: string[] = [];
  readonly statuses: ConnectionStatus[] = [];
  /** Why it came to each of them, where that is said. */
  readonly reasons: (string | undefined)[] = [];
  readonly live: SessionEvent[] = [];
  readonly pendingCommands: { readonly command: SessionCommand; readonly reply: Promise<CommandReply> }[] = [];
  readonly disconnect: () => void;
  readonly #news = new News();

  constructor(backend: ScriptedBackend, options: Partial<HttpGatewayOptions> = {}, create = createHttpGateway) {
    backend.news.follow(this.#news.tell);
    if (options.storage instanceof TestStorage) options.storage.news.follow(this.#news.tell);
    this.gateway = create({
      url: '/api',
      fetch: backend.fetch,
      storage: 'memory',
      isShared: false,
      ...options,
      timings: { ...FAST, ...options.timings },
    });
    this.disconnect = this.gateway.connect(this);
  }

  get tags(): readonly string[] {
    return this.state.sessions.get('s')?.tags ?? [];
  }

  facts(events: readonly SessionEvent[], delivery: Delivery): void {
    for (const event of events) {
      this.state.apply(event);
      if (event.type === 'connection.changed') {
        this.statuses.push(event.status);
        this.reasons.push(event.reason);
      }
      if (delivery === 'live') this.live.push(event);
    }
    this.#news.tell();
  }

  pending(command: SessionCommand, reply: Promise<CommandReply>): void {
    this.pendingCommands.push({ command, reply });
    this.#news.tell();
  }

  rejected(reason: string): void {
    this.rejections.push(reason);
    this.#news.tell();
  }

  /** Resolves when the condition holds, at the next news of the client, its backend or its storage. */
  until(what: string, condition: () => boolean): Promise<void> {
    return this.#news.until(what, condition, () => `Statuses: ${this.statuses.join()}; tags: ${this.tags.join()}`);
  }

  live$(): Promise<void> {
    return this.until('live', () => this.statuses.at(-1) === 'live');
  }
}

export const tagging = (commandId: string, ...tags: readonly string[]): SessionCommand => ({
  type: 'tags.change',
  sessionId: 's',
  tags,
  commandId,
});

/** Storage that outlives a gateway and can fail. */
export class TestStorage implements CommandStorage {
  readonly kept = new Map<string, KeptCommand>();
  /** Told of all that is done here. */
  readonly news = new News();
  isFailing = false;

  keep(kept: KeptCommand): Promise<void> {
    return this.#do(() => this.kept.set(kept.commandId, kept));
  }

  remove(commandId: string): Promise<void> {
    return this.#do(() => this.kept.delete(commandId));
  }

  async adopt(
    base: string,
    agentId: string,
    owner: string,
    isAlive: (owner: string) => boolean,
  ): Promise<readonly KeptCommand[]> {
    await this.#do(() => undefined);
    return [...this.kept.values()].filter(
      (kept) => kept.base === base && kept.agentId === agentId && kept.owner !== owner && !isAlive(kept.owner),
    );
  }

  purge(_base: string, exceptAgentId?: string): Promise<void> {
    return this.#do(() => {
      for (const [id, { agentId }] of this.kept) if (agentId !== exceptAgentId) this.kept.delete(id);
    });
  }

  #do(work: () => unknown): Promise<void> {
    if (this.isFailing) return Promise.reject(new Error('No storage'));
    work();
    this.news.tell();
    return Promise.resolve();
  }
}

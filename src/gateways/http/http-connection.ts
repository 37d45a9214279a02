import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { ConnectionStatus } from '../../core/events/session-event.js';
import type { OpenItemPage, OpenItemQuery } from '../../core/model/open-item.js';
import type { GatewayReceiver } from '../../core/ports/gateway.js';
import type { UploadOptions, UploadReply, UploadedFile } from '../../core/ports/upload.js';
import { forgetDrafts } from '../../device/draft-storage.js';
import { IndexedDbStorage, memoryStorage } from './command-storage.js';
import { CustomerChannel } from './customer-channel.js';
import { Departure } from './departure.js';
import { History } from './history.js';
import type { HttpGateway, HttpGatewayOptions } from './http-gateway.js';
import { OpenWork } from './open-work.js';
import { Outbox } from './outbox.js';
import { listenToPage } from './page-signals.js';
import type { PageSignal } from './page-signals.js';
import { PastSessions } from './past-sessions.js';
import { Peer } from './peer.js';
import { Requests } from './requests.js';
import type { ServerClock } from './server-clock.js';
import { findSharing } from './tab-sharing.js';
import type { HttpTimings } from './timings.js';

/** What a connection is made of: as a host gave it, and what the gateway knows before its connection is loaded. */
export interface HttpConnectionOptions extends Omit<HttpGatewayOptions, 'timings'> {
  /** The backend's address, absolute. */
  readonly url: string;
  readonly timings: HttpTimings;
  readonly random: () => number;
  readonly clock: ServerClock;
}

const newName = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('');

/** All that a gateway over HTTP does once it is loaded. */
export class HttpConnection implements Omit<HttpGateway, 'clock' | 'isRead' | 'keptAs'> {
  readonly #clock: ServerClock;
  readonly #options: HttpConnectionOptions;
  readonly #timings: HttpTimings;
  readonly #random: () => number;
  readonly #requests: Requests;
  readonly #outbox: Outbox;
  readonly #history: History;
  readonly #past: PastSessions;
  readonly #openWork: OpenWork;
  readonly #channel: CustomerChannel;
  readonly #departure: Departure;
  readonly #name = newName();
  readonly #peers = new Set<Peer>();
  readonly #receivers = new Set<GatewayReceiver>();
  #peerCount = 0;
  #sharing: Promise<LockManager | undefined> | undefined;
  /** What tabs share by, as far as is known; `unknown` before the browser was asked. */
  #locks: LockManager | 'unknown' | undefined;
  #stopListening: (() => void) | undefined;
  #status: ConnectionStatus = 'connecting';
  #older: Promise<boolean> | undefined;

  constructor(options: HttpConnectionOptions) {
    const { storage = 'indexed-db', historyPageSize = 50, timings, random, clock } = options;
    this.#options = options;
    this.#timings = timings;
    this.#random = random;
    this.#clock = clock;
    this.#requests = new Requests(options, (reason) => {
      this.#tellAll(reason);
    });
    this.#locks = (options.isShared ?? true) ? 'unknown' : undefined;
    this.#departure = new Departure(this.#requests.base);
    const common = { requests: this.#requests, timings: this.#timings, random };
    this.#history = new History({
      requests: this.#requests,
      requestMs: this.#timings.requestMs,
      pageSize: historyPageSize,
    });
    this.#past = new PastSessions({ requests: this.#requests, requestMs: this.#timings.requestMs });
    this.#openWork = new OpenWork({ requests: this.#requests, requestMs: this.#timings.requestMs });
    this.#channel = new CustomerChannel({ requests: this.#requests, timings: this.#timings });
    this.#outbox = new Outbox(this.#outboxHost(), {
      ...common,
      storage:
        storage === 'memory'
          ? memoryStorage
          : storage === 'indexed-db'
            ? new IndexedDbStorage(this.#timings.commandLifeMs)
            : storage,
      owner: this.#name,
      // What is kept nowhere is nobody's to adopt.
      locks: () => (storage === 'memory' ? Promise.resolve(undefined) : this.#findLocks()),
    });
  }

  connect(receiver: GatewayReceiver): () => void {
    this.#peerCount += 1;
    this.#receivers.add(receiver);
    if (this.#peers.size === 0) this.#start();
    if (this.#locks === 'unknown') void this.#findLocks();
    const peer: Peer = new Peer(receiver, this.#peerHost(), {
      requests: this.#requests,
      timings: this.#timings,
      random: this.#random,
      clock: this.#clock,
      id: `${this.#name}-${String(this.#peerCount)}`,
      locks: this.#locks,
    });
    this.#peers.add(peer);
    return () => {
      if (!this.#peers.delete(peer)) return;
      this.#receivers.delete(receiver);
      peer.stop();
      if (this.#peers.size === 0) this.#stop();
    };
  }

  /** Whoever listened has gone before there was anything to hear: nothing is sent before somebody listens again. */
  rest(): void {
    if (this.#peers.size === 0) this.#outbox.stop();
  }

  execute(command: SessionCommand): Promise<CommandReply> {
    return this.#outbox.execute(command);
  }

  older(): Promise<boolean> {
    this.#older ??= this.#loadOlder().finally(() => {
      this.#older = undefined;
    });
    return this.#older;
  }

  async session(sessionId: string): Promise<boolean> {
    const past = await this.#past.read(sessionId, this.#clock.now());
    // Who has the record may know what has happened to it since.
    for (const peer of this.#peers)
      peer.deliver(past?.events.filter(({ type }) => type !== 'session.snapshot' || !peer.known.has(sessionId)) ?? []);
    for (const reason of past?.rejected ?? []) this.#tellAll(`session: ${reason}`);
    return past !== undefined;
  }

  async letGo(sessionIds: readonly string[]): Promise<readonly string[]> {
    if (!(await this.#history.hasPages())) return [];
    // Their pages may have been turned already.
    this.#history.restart();
    for (const peer of this.#peers) peer.letGo(sessionIds);
    return sessionIds;
  }

  async openItems(query: OpenItemQuery): Promise<OpenItemPage | undefined> {
    const page = await this.#openWork.page(query);
    for (const reason of page?.rejected ?? []) this.#tellAll(`work-items: ${reason}`);
    return page;
  }

  /** While the backend is out of reach nothing is told, and nothing later. */
  typing(sessionId: string, isTyping: boolean): void {
    if (this.#status === 'live') this.#channel.typing(sessionId, isTyping);
  }

  upload(sessionId: string, file: UploadedFile, options?: UploadOptions): Promise<UploadReply> {
    return this.#channel.upload(sessionId, file, options);
  }

  signIn(): void {
    for (const peer of this.#peers) peer.signIn();
  }

  async clearAgentData(): Promise<number> {
    // Whoever signs out needs not be told that the agent is signed out.
    this.#status = 'signed-out';
    const cleared = this.#leave();
    this.#departure.tell();
    // Both are tried, whatever becomes of the other one.
    const [commands, drafts] = await Promise.allSettled([cleared, forgetDrafts(this.#requests.base)]);
    for (const result of [commands, drafts]) if (result.status === 'rejected') throw result.reason;
    return commands.status === 'fulfilled' ? commands.value : 0;
  }

  #leave(): Promise<number> {
    this.#requests.signIn();
    this.#history.reset();
    this.#past.reset();
    this.#openWork.reset();
    this.#channel.leave();
    for (const peer of this.#peers) peer.leave();
    return this.#outbox.clear();
  }

  async #loadOlder(): Promise<boolean> {
    const peers = [...this.#peers];
    const { events, rejected, hasMore } = await this.#history.page(
      (id) => peers.every(({ known }) => known.has(id)),
      this.#clock.now(),
    );
    for (const peer of peers) if (this.#peers.has(peer)) peer.deliver(events);
    for (const receiver of this.#receivers) for (const reason of rejected) receiver.rejected(`history: ${reason}`);
    return hasMore;
  }

  /** Without them every tab is on its own: that is said once. */
  #findLocks(): Promise<LockManager | undefined> {
    this.#sharing ??= findSharing(this.#timings.sharingMs).then((sharing) => {
      if ('refusal' in sharing) {
        this.#shareNothing(sharing.refusal);
        return undefined;
      }
      if (this.#locks === 'unknown') this.#share(sharing.locks);
      return sharing.locks;
    });
    return this.#sharing;
  }

  #share(locks: LockManager | undefined): void {
    this.#locks = locks;
    for (const peer of this.#peers) peer.share(locks);
  }

  #shareNothing(refusal: string): void {
    if (this.#locks === undefined) return;
    this.#share(undefined);
    this.#tellAll(`This browser lets tabs share nothing (${refusal}); this one has a stream of its own.`);
  }

  #tellAll(reason: string): void {
    for (const receiver of this.#receivers) receiver.rejected(reason);
  }

  #start(): void {
    this.#outbox.start();
    this.#stopListening = listenToPage((signal) => {
      this.#hear(signal);
    });
    this.#departure.hear(() => {
      this.#leave().catch(() => undefined);
    });
  }

  #stop(): void {
    this.#stopListening?.();
    this.#departure.stop();
    this.#outbox.stop();
  }

  #hear(signal: PageSignal): void {
    if (signal === 'away') this.#outbox.stop();
    else this.#outbox.start();
    for (const peer of this.#peers) peer.hear(signal);
  }

  #peerHost(): ConstructorParameters<typeof Peer>[1] {
    return {
      agent: (agentId) => {
        this.#history.reset();
        this.#past.reset(agentId);
        this.#openWork.reset(agentId);
        this.#channel.reset();
        this.#outbox.setAgent(agentId);
      },
      unshared: (refusal) => {
        this.#shareNothing(refusal);
      },
      status: (status, reason) => {
        const before = this.#status;
        this.#status = status;
        if (status === 'live') this.#outbox.proceed();
        if (status !== 'signed-out' || before === status) return;
        this.#outbox.hold();
        const { onSignedOut } = this.#options;
        // On its own: what the host makes of it is the host's.
        if (onSignedOut)
          queueMicrotask(() => {
            onSignedOut(reason);
          });
      },
    };
  }

  #outboxHost(): ConstructorParameters<typeof Outbox>[0] {
    return {
      pending: (command, reply) => {
        for (const receiver of this.#receivers) receiver.pending(command, reply);
      },
      storageFailed: () => {
        this.#tellAll('Commands cannot be kept on this device: those without a reply are lost on a reload.');
      },
      signedOut: () => {
        for (const peer of this.#peers) peer.signedOut();
      },
      forbidden: () => {
        for (const peer of this.#peers) peer.doubt();
      },
      discarded: (count) => {
        for (const peer of this.#peers) peer.discarded(count);
      },
    };
  }
}

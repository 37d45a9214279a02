import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import { commandsKeyOf } from '../../core/state/command-reducer.js';
import type { CommandStorage, KeptCommand } from './command-storage.js';
import { Lane, UNREACHABLE } from './lane.js';
import type { LaneOptions, Waiting } from './lane.js';

/** What the outbox tells its gateway. */
export interface OutboxHost {
  /** A command of an earlier page goes on from here. */
  pending(command: SessionCommand, reply: Promise<CommandReply>): void;
  /** Commands are no longer safe from a reload. Told once, until they are again. */
  storageFailed(): void;
  signedOut(): void;
  /** It may be another agent who is signed in. */
  forbidden(): void;
  /** So many commands of the agent who is there now had no answer before, and were given up. */
  discarded(count: number): void;
}

export interface OutboxOptions extends Omit<LaneOptions, 'onSignedOut' | 'onForbidden' | 'isHeld'> {
  readonly storage: CommandStorage;
  /** This tab's name among the owners of kept commands. */
  readonly owner: string;
  /** Resolves with what tells tabs that an owner is alive; undefined where there is no such thing. Never rejects. */
  readonly locks: () => Promise<LockManager | undefined>;
}

/** The lock that tells other tabs that an owner is still there. */
const lockOf = (owner: string): string => `my-sessions tab ${owner}`;

/**
 * Commands on their way. Each is kept before it is first sent and sent under one key until there is a reply, in the
 * order of asking per session; the backend carries it out once. What a closed tab left behind goes on in another.
 */
export class Outbox {
  readonly #host: OutboxHost;
  readonly #options: OutboxOptions;
  readonly #lanes = new Map<string, Lane>();
  readonly #underway = new Map<string, Promise<CommandReply>>();
  #agentId: string | undefined;
  #isHeld = false;
  /** Whether the agent has left, and nobody has come since. */
  #isLeft = false;
  #isStorageFailing = false;
  #order = 0;
  #release: (() => void) | undefined;
  #adopting: ReturnType<typeof setInterval> | undefined;

  constructor(host: OutboxHost, options: OutboxOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Begins or goes on sending, and looks for what has been left behind: with a tab that closes, another is looked at. */
  start(): void {
    this.#adopt();
    if (this.#adopting !== undefined) return;
    this.#adopting = setInterval(() => {
      this.#adopt();
    }, this.#options.timings.adoptMs);
    // Made before the lock is granted, so that a stop in between gives it back as well.
    const released = new Promise<void>((resolve) => (this.#release = resolve));
    this.#quietly(this.#hold(released));
    for (const lane of this.#lanes.values()) lane.start();
  }

  /** Lets go of timers and locks. What has no reply yet stays kept, for this tab or for another. */
  stop(): void {
    clearInterval(this.#adopting);
    this.#adopting = undefined;
    this.#release?.();
    for (const lane of this.#lanes.values()) lane.stop();
  }

  /** Sends a command. One that is on its way already is not sent twice. Never rejects. */
  execute(command: SessionCommand): Promise<CommandReply> {
    const known = this.#underway.get(command.commandId);
    if (known) return known;
    if (this.#isLeft) return Promise.resolve(UNREACHABLE);
    const createdAt = Date.now();
    this.#order += 1;
    const { owner, requests } = this.#options;
    const agentId = this.#agentId;
    const kept =
      agentId === undefined
        ? Promise.resolve()
        : this.#keep({
            commandId: command.commandId,
            command,
            base: requests.base,
            agentId,
            owner,
            createdAt,
            order: this.#order,
          });
    return this.#enqueue({ command, agentId, createdAt, kept });
  }

  /** Whose commands these are, as the backend has just said: what another agent asked for is dropped. */
  setAgent(agentId: string): void {
    const isChange = this.#agentId !== undefined && this.#agentId !== agentId;
    if (isChange) this.#drop();
    if (this.#agentId !== agentId) this.#quietly(this.#tidy(agentId));
    this.#agentId = agentId;
    this.#isHeld = false;
    this.#isLeft = false;
    this.#adopt();
    this.proceed();
  }

  /** Sends nothing until the backend has said who is signed in. */
  hold(): void {
    this.#isHeld = true;
  }

  /** The backend can be reached again. */
  proceed(): void {
    for (const lane of this.#lanes.values()) lane.proceed();
  }

  /** The agent has left: forgets everything, here and on the device. Resolves with how many commands are given up. */
  async clear(): Promise<number> {
    const waiting = this.#underway.size;
    this.#isLeft = true;
    this.#agentId = undefined;
    this.#drop();
    const removed = await this.#options.storage.purge(this.#options.requests.base);
    return Math.max(waiting, typeof removed === 'number' ? removed : 0);
  }

  /** What others left behind goes; what went of this agent's meanwhile is told. */
  async #tidy(agentId: string): Promise<void> {
    const { storage, requests } = this.#options;
    await storage.purge(requests.base, agentId);
    const count = (await storage.discarded?.(requests.base, agentId)) ?? 0;
    if (count > 0 && agentId === this.#agentId) this.#host.discarded(count);
  }

  #enqueue(waiting: Omit<Waiting, 'settle'>): Promise<CommandReply> {
    const { commandId } = waiting.command;
    const reply = new Promise<CommandReply>((resolve) => {
      this.#laneOf(waiting.command).add({ ...waiting, settle: resolve });
    }).then((settled) => {
      this.#underway.delete(commandId);
      this.#quietly(this.#options.storage.remove(commandId));
      return settled;
    });
    this.#underway.set(commandId, reply);
    return reply;
  }

  #laneOf(command: SessionCommand): Lane {
    const key = commandsKeyOf(command);
    const known = this.#lanes.get(key);
    if (known) return known;
    const lane: Lane = new Lane({
      ...this.#options,
      isHeld: () => this.#isHeld,
      onSignedOut: () => {
        this.#host.signedOut();
      },
      onForbidden: () => {
        this.hold();
        this.#host.forbidden();
      },
      onEmpty: () => {
        if (this.#lanes.get(key) === lane) this.#lanes.delete(key);
      },
    });
    this.#lanes.set(key, lane);
    return lane;
  }

  #drop(): void {
    const lanes = [...this.#lanes.values()];
    this.#lanes.clear();
    for (const lane of lanes) lane.drop();
  }

  /** Tells other tabs that this one is there, until it lets go. */
  async #hold(released: Promise<void>): Promise<void> {
    const locks = await this.#options.locks();
    await locks?.request(lockOf(this.#options.owner), () => released);
  }

  #adopt(): void {
    this.#adoptOrphans().catch(() => undefined);
  }

  async #adoptOrphans(): Promise<void> {
    const { storage, requests, owner } = this.#options;
    const agentId = this.#agentId;
    if (agentId === undefined || this.#isHeld) return;
    const locks = await this.#options.locks();
    const alive = new Set((await locks?.query())?.held?.map(({ name }) => name));
    const orphans = await storage.adopt(
      requests.base,
      agentId,
      owner,
      (other) => other === owner || alive.has(lockOf(other)),
    );
    if (agentId !== this.#agentId) return;
    for (const { command, createdAt } of orphans) {
      if (this.#underway.has(command.commandId)) continue;
      this.#host.pending(command, this.#enqueue({ command, agentId, createdAt, kept: Promise.resolve() }));
    }
  }

  async #keep(kept: KeptCommand): Promise<void> {
    const tried = this.#tryToKeep(kept);
    // Storage that has failed once is tried on, but waited for no more: it may be one that never answers.
    if (!this.#isStorageFailing) await tried;
  }

  async #tryToKeep(kept: KeptCommand): Promise<void> {
    try {
      await this.#options.storage.keep(kept);
      this.#isStorageFailing = false;
    } catch {
      // The agent's work goes on in memory.
      if (!this.#isStorageFailing) this.#host.storageFailed();
      this.#isStorageFailing = true;
    }
  }

  /** What is not removed now expires, or is found to be carried out already. */
  #quietly(promise: Promise<unknown>): void {
    promise.catch(() => undefined);
  }
}

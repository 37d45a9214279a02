import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import { writeCommand } from '../../core/wire/read-command.js';
import { grantedReply, misfitOfReply, refusedReply } from './command-reply.js';
import { keyOf } from './idempotency-key.js';
import { isAborted } from './is-aborted.js';
import { Pause } from './pause.js';
import { retryDelay } from './reconnect.js';
import type { Requests } from './requests.js';
import type { HttpTimings } from './timings.js';

/** A command that waits for its reply. */
export interface Waiting {
  readonly command: SessionCommand;
  /** Wall-clock time in ms: a command outlives its page. */
  readonly createdAt: number;
  /** Who asked, where that is known: a backend that finds somebody else signed in does not carry it out. */
  readonly agentId: string | undefined;
  /** Resolves when it is safe, or cannot be made so. */
  readonly kept: Promise<void>;
  readonly settle: (reply: CommandReply) => void;
}

export interface LaneOptions {
  readonly requests: Requests;
  readonly timings: HttpTimings;
  readonly random: () => number;
  /** Whether nothing may be sent at present. */
  readonly isHeld: () => boolean;
  readonly onSignedOut: () => void;
  /** What is asked here may be another agent's to ask: nothing is sent before it is known who is signed in. */
  readonly onForbidden: () => void;
}

export const UNREACHABLE: CommandReply = { ok: false, failure: 'unreachable' };
const NOT_ALLOWED: CommandReply = { ok: false, failure: 'not-allowed' };

/**
 * The commands on one session, one at a time: the next is sent when the one before has its reply. A loss of the network
 * is no reply; it is sent again, under the same key, until there is one or it is too old to be meant.
 */
export class Lane {
  readonly #options: LaneOptions & { readonly onEmpty: () => void };
  readonly #pause = new Pause();
  #queue: readonly Waiting[] = [];
  #stop = new AbortController();
  #isRunning = false;

  constructor(options: LaneOptions & { readonly onEmpty: () => void }) {
    this.#options = options;
  }

  add(waiting: Waiting): void {
    this.#queue = [...this.#queue, waiting];
    this.start();
  }

  start(): void {
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    if (!this.#isRunning) this.#run().catch(() => undefined);
  }

  /** No reason to wait any longer. */
  proceed(): void {
    this.#pause.end();
  }

  /** Sends no more for now; the replies stay open. */
  stop(): void {
    this.#stop.abort();
    this.#pause.end();
  }

  /** Gives up everything that waits here. */
  drop(): void {
    this.stop();
    const dropped = this.#queue;
    this.#queue = [];
    for (const { settle } of dropped) settle(UNREACHABLE);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    const { signal } = this.#stop;
    for (let next = this.#queue[0]; next && !signal.aborted; next = this.#queue[0]) {
      await next.kept;
      const reply = await this.#replyTo(next, signal);
      if (reply === undefined) break;
      this.#queue = this.#queue.filter((waiting) => waiting !== next);
      next.settle(reply);
    }
    this.#isRunning = false;
    if (this.#queue.length === 0) this.#options.onEmpty();
    // Started anew while the last request was being broken off.
    else if (!this.#stop.signal.aborted) this.start();
  }

  /** Asks until there is a reply. Undefined when it was stopped before. */
  async #replyTo(waiting: Waiting, signal: AbortSignal): Promise<CommandReply | undefined> {
    const { timings, random, isHeld, onForbidden } = this.#options;
    let isForbidden = false;
    for (let failures = 1; !signal.aborted; failures += 1) {
      if (Date.now() - waiting.createdAt >= timings.commandLifeMs) return UNREACHABLE;
      this.#pause.reset();
      const asked = isHeld() ? 'held' : await this.#ask(waiting, signal);
      if (isAborted(signal)) return undefined;
      if (asked === 'forbidden') {
        // Of the agent who is signed in, as a snapshot has said since.
        if (isForbidden) return NOT_ALLOWED;
        isForbidden = true;
        onForbidden();
      }
      if (asked === 'forbidden' || asked === 'held') await this.#pause.wait();
      else if ('ok' in asked) return asked;
      else await this.#pause.wait(retryDelay(failures, random, timings, asked.afterMs));
    }
    return undefined;
  }

  async #ask(
    { command: { commandId, ...wish }, agentId }: Waiting,
    signal: AbortSignal,
  ): Promise<CommandReply | 'held' | 'forbidden' | { readonly afterMs?: number }> {
    const answer = await this.#options.requests.json({
      method: 'POST',
      path: 'commands',
      query: agentId === undefined ? {} : { agent: agentId },
      headers: { 'Idempotency-Key': keyOf(commandId) },
      body: writeCommand(wish),
      timeoutMs: this.#options.timings.requestMs,
      signal,
      misfitOf: misfitOfReply,
    });
    if (answer.kind === 'ok') return grantedReply(answer.body);
    if (answer.kind === 'retry') return answer;
    const reply = answer.kind === 'refused' ? refusedReply(answer.status, answer.body) : answer.kind;
    if (reply === 'under-way') return {};
    if (reply !== 'signed-out') return reply;
    if (!signal.aborted) this.#options.onSignedOut();
    return 'held';
  }
}

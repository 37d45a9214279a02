import type { CommandReply, SessionCommand } from '../core/commands/command.js';
import type { UploadReply } from '../core/ports/upload.js';
import type { OpenItemQuery } from '../core/model/open-item.js';
import type { TypingNote } from '../core/wire/read-typing.js';
import type { Reading } from '../core/wire/reading.js';
import type { WrittenSnapshot } from './host-answers.js';
import {
  readCaller,
  readHistoryPage,
  readHostSnapshot,
  readOpenItemPage,
  readPastSession,
  readReply,
  readUploadReply,
} from './host-answers.js';
import type { HostCalls } from './host-calls.js';
import type { Limits } from './limits.js';
import type { Caller, HistoryQuery, IncomingFile, SessionHost } from './options.js';

type Answer = Caller | 'forbidden' | undefined;

/** What the host brings along, each with its deadline and its answer read. All reject with a `HostFailure` only. */
export class Host {
  readonly #host: SessionHost;
  readonly #calls: HostCalls;
  readonly #limits: Limits;

  constructor(host: SessionHost, calls: HostCalls, limits: Limits) {
    this.#host = host;
    this.#calls = calls;
    this.#limits = limits;
  }

  get hasHistory(): boolean {
    return typeof this.#host.history === 'function';
  }

  /** Who cannot be told for certain is nobody, and the log hears of it. */
  authenticate(request: Request): Promise<Answer> {
    return this.#calls.call<Answer>({
      name: 'authenticate',
      ms: this.#limits.hostMs,
      act: (signalOf) => this.#host.authenticate(request, { signal: signalOf() }),
      read: (answer) => this.#certain(readCaller, answer),
    });
  }

  snapshot(agentId: string): Promise<WrittenSnapshot> {
    return this.#calls.call({
      ...{ name: 'snapshot', ms: this.#limits.hostMs, agentId },
      act: (signalOf) => this.#host.snapshot(agentId, { signal: signalOf() }),
      read: (answer) => readHostSnapshot(answer, agentId),
    });
  }

  execute(agentId: string, command: SessionCommand, onLate: (reply: CommandReply) => void): Promise<CommandReply> {
    return this.#calls.call({
      ...{ name: 'execute', ms: this.#limits.commandMs, agentId, onLate },
      act: (signalOf) => this.#host.execute(agentId, command, { signal: signalOf() }),
      read: readReply,
    });
  }

  /** The members of a page as JSON; undefined: no such cursor. */
  history(agentId: string, query: HistoryQuery): Promise<string | undefined> {
    return this.#calls.call({
      ...{ name: 'history', ms: this.#limits.hostMs, agentId },
      act: (signalOf) => this.#host.history?.(agentId, query, { signal: signalOf() }),
      read: readHistoryPage,
    });
  }

  get hasSessions(): boolean {
    return typeof this.#host.session === 'function';
  }

  /** The members of one session that is over as JSON; undefined: there is none. */
  session(agentId: string, sessionId: string): Promise<string | undefined> {
    return this.#calls.call({
      ...{ name: 'session', ms: this.#limits.hostMs, agentId },
      act: (signalOf) => this.#host.session?.(agentId, sessionId, { signal: signalOf() }),
      read: (answer) => readPastSession(answer, sessionId),
    });
  }

  get hasOpenItems(): boolean {
    return typeof this.#host.openItems === 'function';
  }

  /** The members of a page as JSON; undefined: this agent picks nothing. */
  openItems(agentId: string, query: OpenItemQuery): Promise<string | undefined> {
    return this.#calls.call({
      ...{ name: 'openItems', ms: this.#limits.hostMs, agentId },
      act: (signalOf) => this.#host.openItems?.(agentId, query, { signal: signalOf() }),
      read: readOpenItemPage,
    });
  }

  get hasTyping(): boolean {
    return typeof this.#host.typing === 'function';
  }

  typing(agentId: string, { sessionId, isTyping }: TypingNote): Promise<void> {
    return this.#calls.call({
      ...{ name: 'typing', ms: this.#limits.hostMs, agentId },
      act: (signalOf) => this.#host.typing?.(agentId, sessionId, isTyping, { signal: signalOf() }),
      read: () => ({ ok: true, value: undefined }),
    });
  }

  get hasFiles(): boolean {
    return typeof this.#host.storeFile === 'function';
  }

  storeFile(agentId: string, file: IncomingFile): Promise<UploadReply> {
    return this.#calls.call({
      ...{ name: 'storeFile', ms: this.#limits.uploadMs, agentId },
      act: (signalOf) => this.#host.storeFile?.(agentId, file, { signal: signalOf() }),
      read: readUploadReply,
    });
  }

  #certain(read: (answer: unknown) => Reading<Answer>, answer: unknown): Reading<Answer> {
    let reason: string;
    try {
      const reading = read(answer);
      if (reading.ok) return reading;
      ({ reason } = reading);
    } catch {
      reason = 'Expected what can be read';
    }
    this.#calls.logger.error(`authenticate answered in the wrong shape, nobody is signed in by that: ${reason}`);
    return { ok: true, value: undefined };
  }
}

import type { CommandReply, SessionCommand } from '../core/commands/command.js';
import type { SessionEvent } from '../core/events/session-event.js';
import type { OpenItemPage, OpenItemQuery } from '../core/model/open-item.js';
import type { Session } from '../core/model/session.js';
import type { Gateway } from '../core/ports/gateway.js';
import type { Logger } from '../core/ports/logger.js';
import type { UploadReply } from '../core/ports/upload.js';
import { isTypeTaken } from '../core/rules/file-rules.js';
import { transcriptStep } from '../core/state/transcript-step.js';
import { StateTables } from '../core/store/state-tables.js';
import { documentOf } from '../core/wire/configuration-document.js';
import type { Position, WireFact, WorkspaceSnapshot } from '../core/wire/contract.js';
import { linesOf } from './fact-lines.js';
import { kindOf } from './host-calls.js';
import type { HistoryPage, HistoryQuery, HostSnapshot, IncomingFile, PastSession } from './options.js';
import type { Log } from './outlet.js';
import { Outlet } from './outlet.js';
import { emptied, passingFile } from './passing-file.js';
import { withinMs } from './within-ms.js';

/** A snapshot waits for the log this long; after that it stands where the log stood before, and some is told once more. */
const SETTLE_MS = 2000;

/** One agent's gateway, and the state that its facts add up to: what a snapshot is made of. */
export class AgentBackend {
  readonly #gateway: Gateway;
  readonly #logger: Logger;
  readonly #outlet: Outlet;
  readonly #disconnect: () => void;
  readonly #state = new StateTables(() => undefined, transcriptStep);
  /** Where the state stands once everything told so far is in the log. */
  #published: Promise<Position | undefined> = Promise.resolve(undefined);
  #tell: () => void = () => undefined;
  readonly #isTold = new Promise<void>((resolve) => (this.#tell = resolve));

  /** Connects. Throws what the gateway throws. */
  constructor(gateway: Gateway, log: Log, logger: Logger) {
    this.#gateway = gateway;
    this.#logger = logger;
    this.#outlet = new Outlet(log);
    this.#disconnect = gateway.connect({
      facts: (events) => {
        this.#take(events);
      },
      pending: () => undefined,
      rejected: () => undefined,
    });
  }

  execute(command: SessionCommand): Promise<CommandReply> {
    return this.#gateway.execute(command);
  }

  async openItems(query: OpenItemQuery): Promise<OpenItemPage | undefined> {
    return this.#gateway.openItems?.(query);
  }

  /** Of a session whose channel can tell, and of no other. */
  typing(sessionId: string, isTyping: boolean): void {
    if (this.#state.sessions.get(sessionId)?.messaging?.takesTyping) this.#gateway.typing?.(sessionId, isTyping);
  }

  /** What the session refuses is refused before its bytes have come, where the sender has said how many there are. */
  async storeFile(file: IncomingFile, signal: AbortSignal): Promise<UploadReply> {
    const { sessionId, name, mediaType: type, body } = file;
    const rules = this.#state.sessions.get(sessionId)?.messaging?.files;
    if (!this.#state.sessions.has(sessionId)) return { ok: false, failure: 'unknown-session' };
    if (!rules || !this.#gateway.upload || !isTypeTaken(rules, { name, type }))
      return { ok: false, failure: 'not-taken' };
    const passing = await passingFile(file, rules.maxBytes);
    if (!passing) return { ok: false, failure: 'too-large' };
    const reply = await this.#gateway.upload(sessionId, passing, { signal });
    // A gateway may care for nothing but that it comes.
    if (reply.ok && !body.locked) await emptied(body);
    return reply;
  }

  /** Ends delivery. Throws what the gateway throws. */
  close(): void {
    this.#outlet.close();
    this.#disconnect();
  }

  async snapshot(ended: number): Promise<HostSnapshot> {
    await this.#isTold;
    const state = snapshotOf(this.#state, ended);
    let position: Position | undefined;
    await withinMs(
      SETTLE_MS,
      this.#published.then((at) => (position = at)),
    );
    return { state, ...(position ? { position } : {}) };
  }

  history({ before, limit }: HistoryQuery, ended: number): HistoryPage | undefined {
    const older = endedSessions(this.#state).slice(ended);
    const start = before === undefined ? 0 : older.findIndex(({ id }) => id === before) + 1;
    if (before !== undefined && start === 0) return undefined;
    const sessions = older.slice(start, start + limit);
    const last = sessions.at(-1);
    return { sessions, ...(last && start + limit < older.length ? { next: last.id } : {}) };
  }

  /** Undefined while it goes on, too: then it is told by facts. */
  session(id: string): PastSession | undefined {
    const session = this.#state.sessions.get(id);
    return session?.state === 'ended' ? { session, segments: [...(this.#state.transcripts.get(id) ?? [])] } : undefined;
  }

  /** Whatever the gateway says, it gets nothing thrown for it. */
  #take(events: readonly SessionEvent[]): void {
    try {
      this.#tellOf([...events].filter((event) => this.#apply(event)));
    } catch (error) {
      this.#logger.error(`A gateway said what are no facts: ${kindOf(error)}`);
    }
  }

  /** A fact that no snapshot could hold is no part of the state either. */
  #apply(event: SessionEvent): boolean {
    let reason: string;
    try {
      const written = isForTheWire(event) ? linesOf([event], Number.POSITIVE_INFINITY) : undefined;
      if (written?.ok !== false) {
        this.#state.apply(event);
        return true;
      }
      reason = written.error.message;
    } catch (error) {
      reason = kindOf(error);
    }
    this.#logger.error(`A gateway said a fact that cannot be used: ${reason}`);
    return false;
  }

  #tellOf(events: readonly SessionEvent[]): void {
    const news = events.filter(isForTheWire);
    // What readers know does not lead on to a new truth; the snapshot they take holds the facts that came with it.
    if (events.some(({ type }) => type === 'workspace.reset')) {
      this.#published = this.#outlet.send('reset');
      this.#tell();
    } else if (news.length > 0) this.#published = this.#outlet.send(news);
  }
}

const isForTheWire = (event: SessionEvent): event is WireFact =>
  event.type !== 'workspace.reset' && event.type !== 'connection.changed';

function endedSessions({ sessions }: StateTables): Session[] {
  const ended = [...sessions.values()].filter(({ state }) => state === 'ended');
  return ended.sort((one, other) => endOf(other) - endOf(one));
}

const endOf = ({ times, since }: Session): number => times.ended ?? since;

function snapshotOf(tables: StateTables, ended: number): WorkspaceSnapshot<unknown> {
  const { agentId = '', configuration, configurationProblems } = tables.workspace;
  const open = [...tables.sessions.values()].filter(({ state }) => state !== 'ended');
  const sessions = [...endedSessions(tables).slice(0, ended), ...open];
  return {
    agentId,
    ...(configuration ? { configuration: documentOf(configuration) } : {}),
    ...(configurationProblems.length > 0 ? { configurationProblems } : {}),
    presences: [...tables.users].flatMap(([userId, { presence }]) => (presence ? [{ userId, ...presence }] : [])),
    usages: [...tables.users].flatMap(([userId, { usage }]) => (usage ? [{ userId, usage }] : [])),
    sessions,
    transcripts: sessions.flatMap(({ id }) => {
      const segments = [...(tables.transcripts.get(id) ?? [])];
      return segments.length > 0 ? [{ sessionId: id, segments }] : [];
    }),
  };
}

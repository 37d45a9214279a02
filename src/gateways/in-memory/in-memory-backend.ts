import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { Configuration } from '../../core/configuration/configuration.js';
import { parseConfiguration } from '../../core/configuration/parse-configuration.js';
import type { Offer, SessionEvent } from '../../core/events/session-event.js';
import type { OpenItemPage, OpenItemQuery } from '../../core/model/open-item.js';
import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { TaskResult } from '../../core/model/task-result.js';
import type { Clock } from '../../core/ports/clock.js';
import type { Gateway, GatewayReceiver } from '../../core/ports/gateway.js';
import type { UploadOptions, UploadReply, UploadedFile } from '../../core/ports/upload.js';
import { TYPING_LASTS_MS } from '../../core/rules/own-typing.js';
import { obstacleToWriting } from '../../core/rules/permissions.js';
import { takenSlots } from '../../core/rules/taken-slots.js';
import { factsOfRecords, factsOfSession } from '../../core/state/facts-of-records.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import type { UserStatus } from '../../core/state/user-reducer.js';
import { Agenda } from './agenda.js';
import { CommandActs } from './command-acts.js';
import { CommandReplies } from './command-replies.js';
import type { Situation } from './command-rules.js';
import { Deadlines } from './deadlines.js';
import { FactDelivery } from './delivery.js';
import type { Watcher } from './delivery.js';
import type { Engine, Happening } from './engine.js';
import type { Fault } from './faults.js';
import { FaultList } from './faults.js';
import { Happenings } from './happenings.js';
import { Lifecycle } from './lifecycle.js';
import type { LeftSession } from './left-sessions.js';
import type { OfferTerms } from './lifecycle.js';
import { ReceivedFiles } from './received-files.js';
import type { Scheduler } from './scheduler.js';
import { realScheduler } from './scheduler.js';
import type { Timings } from './timings.js';
import { DEFAULT_TIMINGS } from './timings.js';

export interface InMemoryBackendOptions {
  readonly agentId: string;
  /** A configuration document; parsed on the way in. A bad one is rejected and the backend runs without. */
  readonly configuration: unknown;
  readonly scheduler?: Scheduler;
  /** 1 is real time, 4 four times as fast. */
  readonly speed?: number;
  readonly timings?: Partial<Timings>;
  readonly faults?: readonly Fault[];
}

/**
 * A contact-centre backend without a network: the engine that simulator and replay write scripts for. It keeps the
 * sessions of one agent, carries out commands by the rules of Nimbus, and tells any number of receivers what happens.
 * Nothing in it happens by chance, and time passes only while somebody is connected.
 */
export class InMemoryBackend implements Gateway, Engine {
  readonly agentId: string;
  readonly agenda: Agenda;
  readonly deadlines: Deadlines;
  readonly timings: Timings;
  readonly faults: FaultList;
  readonly #replies: CommandReplies;
  readonly #delivery: FactDelivery;
  readonly #happenings: Happenings;
  readonly #lifecycle: Lifecycle;
  readonly #files: ReceivedFiles;
  readonly #typing = new Map<string, number>();
  #configuration: Configuration | undefined;
  #rejection: Extract<SessionEvent, { type: 'configuration.rejected' }> | undefined;

  constructor({ agentId, configuration, scheduler = realScheduler(), speed, timings, faults }: InMemoryBackendOptions) {
    this.agentId = agentId;
    this.agenda = new Agenda(scheduler, speed);
    this.deadlines = new Deadlines(this.agenda);
    this.timings = { ...DEFAULT_TIMINGS, ...timings };
    this.faults = new FaultList(faults);
    this.#delivery = new FactDelivery(this.agenda, this.faults);
    this.#happenings = new Happenings(this.agenda, this.#delivery, (sessionIds) => {
      this.#lifecycle.engage(sessionIds);
    });
    this.#lifecycle = new Lifecycle(this);
    const acts = new CommandActs(this, this.#lifecycle);
    this.#files = new ReceivedFiles({
      ...{ sessions: this.sessions, faults: this.faults, timings: this.timings, scheduler },
      now: () => this.agenda.now(),
    });
    this.#replies = new CommandReplies({
      ...{ faults: this.faults, timings: this.timings, scheduler },
      situation: () => this.situation,
      carryOut: (command) => {
        acts.carryOut(command);
      },
    });
    this.configure(configuration);
  }

  readonly isRead = true;

  get clock(): Clock {
    return this.agenda;
  }

  get sessions(): ReadonlyMap<string, Session> {
    return this.#happenings.records.sessions;
  }

  get transcripts(): ReadonlyMap<string, SegmentList> {
    return this.#happenings.records.transcripts;
  }

  get users(): ReadonlyMap<string, UserStatus> {
    return this.#happenings.records.users;
  }

  get configuration(): Configuration | undefined {
    return this.#configuration;
  }

  get situation(): Situation {
    const { sessions, transcripts, configuration, agentId, agenda, users } = this;
    const usage = takenSlots(this.#happenings.records.usage, { configuration });
    const presence = users.get(agentId)?.presence?.presence;
    return {
      ...{ sessions, transcripts, usage, configuration, agentId, presence, users, now: agenda.now() },
      openItem: (id) => this.#lifecycle.open.get(id),
      hasFile: (sessionId, attachmentId) => this.#files.has(sessionId, attachmentId),
    };
  }

  connect(receiver: GatewayReceiver): () => void {
    // What fell due while nobody was connected belongs to what is true now.
    if (this.#delivery.size === 0) this.agenda.resume();
    const remove = this.#delivery.add(receiver, this.#truth());
    return () => {
      remove();
      if (this.#delivery.size === 0) this.agenda.pause();
    };
  }

  execute(command: SessionCommand): Promise<CommandReply> {
    return this.#replies.of(command);
  }

  /** The customers here need not be told; a script may look. */
  typing(sessionId: string, isTyping: boolean): void {
    this.#typing.delete(sessionId);
    const session = this.sessions.get(sessionId);
    const isTold = session?.messaging?.takesTyping && obstacleToWriting(session, this.agenda.now()) === undefined;
    if (isTyping && isTold) this.#typing.set(sessionId, this.agenda.now());
  }

  /** Whether the agent is writing in a session, as far as its customer has heard. */
  isTyping(sessionId: string): boolean {
    return this.agenda.now() - (this.#typing.get(sessionId) ?? -Infinity) < TYPING_LASTS_MS;
  }

  upload(sessionId: string, file: UploadedFile, options?: UploadOptions): Promise<UploadReply> {
    return this.#files.upload(sessionId, file, options);
  }

  openItems(query: OpenItemQuery): Promise<OpenItemPage> {
    return Promise.resolve(this.#lifecycle.open.page(query));
  }

  /**
   * Lets a task wait for whoever picks it.
   *
   * @param since when it began to wait, in ms since the epoch, if not now
   * @param begin offers it when the agent has picked it, if it needs more than `offer`
   */
  queue(
    sessionId: string,
    offer: Omit<Offer, 'expiresAt'>,
    since = this.agenda.now(),
    begin = (): void => {
      this.offer(sessionId, { queuedAt: since, ...offer });
    },
  ): void {
    this.#lifecycle.open.add(sessionId, offer, since, begin);
  }

  /** Somebody else picks it, or its customer gives up. Answers whether it was there. */
  unqueue(sessionId: string): boolean {
    return this.#lifecycle.open.take(sessionId) !== undefined;
  }

  /** Hands over a session that is over once more. */
  session(sessionId: string): Promise<boolean> {
    const session = this.sessions.get(sessionId);
    if (session?.state !== 'ended') return Promise.resolve(false);
    this.#delivery.replay(factsOfSession(session, this.transcripts.get(session.id), this.agenda.now()));
    return Promise.resolve(true);
  }

  /** Replaces the configuration. A document that cannot be used is rejected aloud; the last good one stays in force. */
  configure(document: unknown): void {
    const parsed = parseConfiguration(document);
    if (parsed.ok) {
      this.#configuration = parsed.configuration;
      this.#rejection = undefined;
      this.tell([{ type: 'configuration.loaded', configuration: parsed.configuration }]);
    } else {
      this.#rejection = { type: 'configuration.rejected', problems: parsed.problems, at: this.agenda.now() };
      this.tell([this.#rejection]);
    }
  }

  tell(happenings: readonly Happening[]): boolean {
    return this.#happenings.tell(happenings);
  }

  together(act: () => void): void {
    this.#happenings.together(act);
  }

  /** Tells the receivers something without taking it in: what a network repeats or delays. */
  repeat(happenings: readonly Happening[]): void {
    this.#happenings.repeat(happenings);
  }

  /** Offers a task to the agent. When nobody accepts it in its ring time it is missed. */
  offer(sessionId: string, offer: Omit<Offer, 'expiresAt'>, terms?: OfferTerms): void {
    this.#lifecycle.offer(sessionId, offer, terms);
  }

  /** The other side hangs up or leaves, at any moment; also while it still rings. */
  hangUp(sessionId: string): void {
    const session = this.sessions.get(sessionId);
    if (!session) return;
    if (session.state === 'offered') this.#lifecycle.end(sessionId, 'hangup-in-queue');
    else this.#lifecycle.end(sessionId, session.direction === 'outbound' ? 'destination-accepted' : 'accepted-by-user');
  }

  /** The system that made the task takes it back, at any moment. */
  cancel(sessionId: string): void {
    this.end(sessionId, 'cancelled-by-external-system');
  }

  /** Somebody else takes a task that still rings. */
  take(sessionId: string): void {
    this.#lifecycle.take(sessionId);
  }

  /** Accepts a task that still rings for the agent, who is not asked. */
  assign(sessionId: string): void {
    this.#lifecycle.assign(sessionId);
  }

  /** Ends a session from outside with a result of one's choice. */
  end(sessionId: string, result: TaskResult): void {
    this.#lifecycle.end(sessionId, result);
  }

  /** What was released and goes on without this agent. */
  get left(): readonly LeftSession[] {
    return this.#lifecycle.left.all;
  }

  /** A customer writes in a chat that was released; it is offered again. */
  write(sessionId: string, message: TranscriptSegment): void {
    this.#lifecycle.write(sessionId, message);
  }

  /** Hears every fact that changes something. Returns a function that ends it. */
  watch(watcher: Watcher): () => void {
    return this.#delivery.watch(watcher);
  }

  /** Makes something go wrong at the next opportunity. */
  inject(fault: Fault): void {
    if (fault.kind === 'unreadable-input') this.#delivery.reject('A message that is not valid JSON');
    else this.faults.add(fault);
  }

  /** What is true now, in an order in which it can be taken in. */
  #truth(): readonly SessionEvent[] {
    const at = this.agenda.now();
    const configuration = this.#configuration;
    return [
      { type: 'workspace.reset', agentId: this.agentId, at },
      ...(configuration ? [{ type: 'configuration.loaded', configuration, at } as const] : []),
      ...(this.#rejection ? [this.#rejection] : []),
      ...factsOfRecords(this, at),
    ];
  }
}

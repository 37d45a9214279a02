// A gateway as somebody writes it who has the package and its names, and nothing else.
import {
  acceptanceOf,
  afterCallWorkFor,
  isOver,
  LONGEST_NOTES,
  messageLength,
  NO_NOTES,
  noUsage,
  obstacleTo,
  obstacleToWriting,
  parseConfiguration,
  sessionReducer,
  stopOfAccept,
  TYPING_LASTS_MS,
  usageReducer,
} from 'my-sessions/core';
import type {
  Clock,
  CommandReply,
  Configuration,
  Delivery,
  Gateway,
  GatewayReceiver,
  OpenItemPage,
  OpenItemQuery,
  Session,
  SessionCommand,
  SessionCommandType,
  SessionEvent,
  SessionFact,
  UploadedFile,
  UploadOptions,
  UploadReply,
  Usage,
  User,
  Workload,
} from 'my-sessions/core';

const AGENT = 'u1';

class Platform implements Gateway {
  readonly clock: Clock = { now: () => Date.now() };
  readonly keptAs = 'https://platform.example';
  readonly #sessions = new Map<string, Session>();
  readonly #configuration: Configuration;
  #usage: Usage = noUsage;
  #receiver: GatewayReceiver | undefined;
  #typingUntil = 0;

  constructor(document: unknown) {
    const parsed = parseConfiguration(document);
    if (!parsed.ok) throw new Error(parsed.problems.map(({ path, expected }) => `${path}: ${expected}`).join('\n'));
    this.#configuration = parsed.configuration;
  }

  connect(receiver: GatewayReceiver): () => void {
    this.#receiver = receiver;
    const at = this.clock.now();
    const facts: SessionEvent[] = [
      { type: 'workspace.reset', agentId: AGENT, at },
      { type: 'configuration.loaded', configuration: this.#configuration, at },
      { type: 'presence.changed', userId: AGENT, presence: 'available', at },
    ];
    this.#tell(facts, 'replay');
    return () => {
      this.#receiver = undefined;
    };
  }

  async execute(command: SessionCommand): Promise<CommandReply> {
    if (command.type === 'presence.change' || command.type === 'work-item.pick' || command.type === 'session.release')
      return { ok: false, failure: 'failed', message: 'Not on this platform.' };
    const session = this.#sessions.get(command.sessionId);
    if (!session) return { ok: false, failure: 'unknown-session' };
    if (this.#isRefused(command.type, session)) return { ok: false, failure: 'not-allowed' };
    const at = this.clock.now();
    const { sessionId, commandId: causedBy } = command;
    switch (command.type) {
      case 'session.accept':
        if (stopOfAccept(acceptanceOf(this.#workload, session.modality), session) !== undefined)
          return { ok: false, failure: 'at-capacity' };
        this.#happen({ type: 'session.accepted', sessionId, at, causedBy });
        break;
      case 'session.end': {
        const service = this.#configuration.services.get(session.serviceId);
        const afterCallWork = afterCallWorkFor(service, this.#user, session, at);
        this.#happen({ type: 'session.ended', sessionId, at, causedBy, ...(afterCallWork && { afterCallWork }) });
        break;
      }
      case 'notes.save': {
        const { version } = session.notes ?? NO_NOTES;
        if (command.text.length > LONGEST_NOTES || command.version !== version) return { ok: false, failure: 'failed' };
        this.#happen({ type: 'notes.changed', sessionId, at, notes: { text: command.text, version: version + 1 } });
        break;
      }
      case 'message.send':
        if (messageLength(command.text, command.format) === 0) return { ok: false, failure: 'failed' };
        break;
      default:
        return { ok: false, failure: 'failed' };
    }
    return { ok: true };
  }

  async openItems(query: OpenItemQuery): Promise<OpenItemPage | undefined> {
    return query.after === undefined ? undefined : Promise.reject(new Error('There is no second page.'));
  }

  typing(_sessionId: string, isTyping: boolean): void {
    this.#typingUntil = isTyping ? this.clock.now() + TYPING_LASTS_MS : 0;
  }

  async upload(_sessionId: string, _file: UploadedFile, _options?: UploadOptions): Promise<UploadReply> {
    return { ok: false, failure: 'not-taken' };
  }

  #isRefused(type: SessionCommandType, session: Session): boolean {
    if (type === 'message.send') return obstacleToWriting(session, this.clock.now()) !== undefined;
    return obstacleTo(type, session) !== undefined || (isOver(session.state) && this.#typingUntil > 0);
  }

  get #user(): User | undefined {
    return this.#configuration.users.get(AGENT);
  }

  get #workload(): Workload {
    const { sessionPolicy } = this.#configuration;
    return { user: this.#user, usage: this.#usage, presence: 'available', sessionPolicy };
  }

  #happen(fact: SessionFact & { readonly sessionId: string }): void {
    const before = this.#sessions.get(fact.sessionId);
    const after = sessionReducer(before, fact);
    if (after) this.#sessions.set(fact.sessionId, after);
    this.#usage = usageReducer(this.#usage, before, after);
    this.#tell([fact], 'live');
  }

  #tell(facts: readonly SessionEvent[], delivery: Delivery): void {
    this.#receiver?.facts(facts, delivery);
  }
}

export const createPlatformGateway = (document: unknown): Gateway => new Platform(document);

// @ts-expect-error -- a wish is no fact
export const wrong: SessionEvent = { type: 'session.park', sessionId: 's1', at: 0 };

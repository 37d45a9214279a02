import type {
  Clock,
  CommandReply,
  Delivery,
  Gateway,
  GatewayReceiver,
  SessionCommand,
  SessionEvent,
  UploadOptions,
  UploadReply,
  UploadedFile,
} from '../../src/index.js';

/** A file on its way, for a script to move. */
export interface ScriptedUpload {
  readonly sessionId: string;
  readonly file: UploadedFile;
  readonly isBrokenOff: boolean;
  readonly sent: (bytes: number) => void;
  readonly answer: (reply: UploadReply) => void;
}

/** The moment at which all scenarios play: 2026-03-02, 10:00 UTC. */
export const NOW = Date.UTC(2026, 2, 2, 10);

/** A gateway that says what it is told to say, for stories and tests of single states. */
export class ScriptedGateway implements Gateway {
  /** Stands still unless it is moved, so that durations on screen are the same at every run. */
  time = NOW;
  readonly clock: Clock = { now: () => this.time };
  /** What it is given is read already, unless a test says otherwise. */
  isRead = true;
  /** Its sessions are told anew on every page. */
  keptAs: string | false = false;
  /** What was asked for, oldest first. */
  readonly commands: SessionCommand[] = [];
  /** What the workspace tells by itself: which messages the agent has looked at, oldest first. */
  readonly looks: SessionCommand[] = [];
  /** How the next commands are answered. A promise that never settles leaves them pending. */
  answer: (command: SessionCommand) => Promise<CommandReply> = () => Promise.resolve({ ok: true });

  /** What was said of the agent's writing, oldest first, such as `chat-1 true`. */
  readonly typingNotes: string[] = [];
  /** Files that were given to it, oldest first; a script says how far they are and answers. */
  readonly uploads: ScriptedUpload[] = [];

  readonly #truth: readonly SessionEvent[];
  readonly #receivers = new Set<GatewayReceiver>();

  /** @param truth what is handed over at every connect, as replay */
  constructor(truth: readonly SessionEvent[]) {
    this.#truth = truth;
  }

  /** How many stores are connected. */
  get connections(): number {
    return this.#receivers.size;
  }

  connect(receiver: GatewayReceiver): () => void {
    this.#receivers.add(receiver);
    receiver.facts(this.#truth, 'replay');
    return () => this.#receivers.delete(receiver);
  }

  execute(command: SessionCommand): Promise<CommandReply> {
    (command.type === 'messages.mark-read' ? this.looks : this.commands).push(command);
    return this.answer(command);
  }

  typing(sessionId: string, isTyping: boolean): void {
    this.typingNotes.push(`${sessionId} ${String(isTyping)}`);
  }

  upload(sessionId: string, file: UploadedFile, { signal, onProgress }: UploadOptions = {}): Promise<UploadReply> {
    return new Promise((answer) => {
      const upload = { sessionId, file, answer, sent: (bytes: number) => onProgress?.(bytes), isBrokenOff: false };
      this.uploads.push(upload);
      signal?.addEventListener('abort', () => {
        upload.isBrokenOff = true;
        answer({ ok: false, failure: 'cancelled' });
      });
    });
  }

  /** Says what happens now. */
  emit(...facts: readonly SessionEvent[]): void {
    this.deliver(facts, 'live');
  }

  deliver(facts: readonly SessionEvent[], delivery: Delivery): void {
    for (const receiver of this.#receivers) receiver.facts(facts, delivery);
  }
}

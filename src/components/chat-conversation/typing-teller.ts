import type { ReactiveController } from 'lit';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import { selectSession } from '../../core/selectors/select-session.js';
import type { SessionStore } from '../../core/store/session-store.js';
import { TYPING_PAUSE_MS, typingStep } from '../../core/rules/own-typing.js';
import type { OwnTyping, TypingHappening } from '../../core/rules/own-typing.js';
import { obstacleToWriting } from '../../core/rules/permissions.js';

/** Time as a page has it; tests let it pass by hand. */
interface PageTime {
  now(): number;
  /** Returns what calls it off. */
  after(ms: number, run: () => void): () => void;
}

const pageTime: PageTime = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** To whom it is told. */
interface Told {
  readonly store: SessionStore;
  readonly sessionId: string;
}

/**
 * Tells the customer that the agent is writing, where the channel takes it and something can be written; nothing of what
 * is written. It is over when the message is sent or emptied, after a pause, when focus or the page is left, another
 * session is shown, or nothing can be written any more.
 */
export class TypingTeller implements ReactiveController {
  readonly #host: WorkspaceHost;
  readonly #shown: () => string | undefined;
  readonly #time: PageTime;
  #state: OwnTyping | undefined;
  #told: Told | undefined;
  #disarm: (() => void) | undefined;

  /** @param shown the session that is on screen */
  constructor(host: WorkspaceHost, shown: () => string | undefined, time = pageTime) {
    this.#host = host;
    this.#shown = shown;
    this.#time = time;
    host.addController(this);
  }

  /** The agent has changed what is written in a session. */
  typed(sessionId: string, text: string): void {
    const store = this.#host.workspace?.store;
    if (store !== this.#told?.store || sessionId !== this.#told?.sessionId) this.stop();
    if (!store || text === '' || !isTaken(store, sessionId)) {
      this.stop();
      return;
    }
    this.#told = { store, sessionId };
    this.#happens('typed');
  }

  readonly stop = (): void => {
    this.#happens('stopped');
  };

  hostUpdated(): void {
    const told = this.#told;
    if (told && (told.sessionId !== this.#shown() || !isTaken(told.store, told.sessionId))) this.stop();
  }

  hostDisconnected(): void {
    this.stop();
  }

  #happens(happening: TypingHappening): void {
    const told = this.#told;
    if (!told) return;
    const { state, tell } = typingStep(this.#state, happening, this.#time.now());
    const hasBegun = !this.#state && state !== undefined;
    this.#state = state;
    this.#disarm?.();
    this.#disarm = undefined;
    if (hasBegun) addEventListener('pagehide', this.stop);
    if (state)
      this.#disarm = this.#time.after(TYPING_PAUSE_MS, () => {
        this.#happens('time');
      });
    else {
      this.#told = undefined;
      removeEventListener('pagehide', this.stop);
    }
    if (tell !== undefined) say(told, tell);
  }
}

function isTaken(store: SessionStore, sessionId: string): boolean {
  const session = store.read(selectSession(sessionId));
  if (!session?.messaging?.takesTyping) return false;
  return obstacleToWriting(session, store.clockOf(sessionId).now()) === undefined;
}

function say({ store: { channel, logger }, sessionId }: Told, isTyping: boolean): void {
  try {
    channel.typing?.(sessionId, isTyping);
  } catch (error) {
    logger.error('The gateway failed: typing', error);
  }
}

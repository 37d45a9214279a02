import type { SessionCommand } from '../../core/commands/command.js';
import type { SessionEvent } from '../../core/events/session-event.js';

/** For so long what happens is taken for what was asked for, in ms. */
const COUNTS_MS = 10_000;

type Asked = SessionCommand['type'];
type Told = SessionEvent['type'];

/** The facts that a command leads to. */
const LEADS_TO: Readonly<Partial<Record<Asked, readonly Told[]>>> = {
  'session.accept': ['session.connected'],
  'session.decline': ['session.declined'],
  'session.park': ['session.parked'],
  'session.unpark': ['session.unparked'],
  'session.hold': ['session.held'],
  'session.resume': ['session.resumed'],
  'session.end': ['session.ended'],
  'email.mark-as-handled': ['session.ended'],
  'session.transfer': ['session.ended'],
  'after-call-work.finish': ['after-call-work.finished'],
  'presence.change': ['presence.changed'],
};

interface Wish {
  readonly asked: Asked;
  /** Of the session that it is about; the empty text where it is the agent. */
  readonly about: string;
  readonly commandId: string;
  readonly until: number;
}

/**
 * What was asked for and has not happened yet. The platform carries no id of ours through, and its word comes before or after
 * its answer: hence it is noted before it is asked.
 */
export class Wishes {
  #all: readonly Wish[] = [];

  /** @param now in ms, of a clock that is asked each time */
  add(command: SessionCommand, now: number): void {
    const about = 'sessionId' in command ? command.sessionId : '';
    const wish = { asked: command.type, about, commandId: command.commandId, until: now + COUNTS_MS };
    this.#all = [...this.#all.filter(({ until }) => until >= now), wish];
  }

  /** It was refused. */
  drop(commandId: string): void {
    this.#all = this.#all.filter((wish) => wish.commandId !== commandId);
  }

  /** Whether this was asked for. */
  has(asked: Asked, about: string, now: number): boolean {
    return this.#all.some((wish) => wish.asked === asked && wish.about === about && wish.until >= now);
  }

  /** The command that a fact comes of, which is fulfilled by it. */
  causeOf(told: Told, about: string, now: number): string | undefined {
    const wish = this.#all.find(
      (own) => own.about === about && own.until >= now && LEADS_TO[own.asked]?.includes(told) === true,
    );
    if (wish) this.drop(wish.commandId);
    return wish?.commandId;
  }
}

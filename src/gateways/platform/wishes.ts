import type { SessionCommand } from '../../core/commands/command.js';
import type { SessionEvent } from '../../core/events/session-event.js';

/** For so long what happens is taken for what was asked for, in ms. */
const LASTS_MS = 10_000;

type Asked = SessionCommand['type'];

/** To which facts a command leads. */
const LEADS_TO: Readonly<Partial<Record<Asked, readonly SessionEvent['type'][]>>> = {
  'session.accept': ['session.accepted', 'session.connected'],
  'session.decline': ['session.declined'],
  'session.park': ['session.parked'],
  'session.unpark': ['session.unparked'],
  'session.hold': ['session.held'],
  'session.resume': ['session.resumed'],
  'session.end': ['session.ended'],
  'session.transfer': ['session.transferring', 'session.ended'],
  'email.mark-as-handled': ['session.ended'],
  'after-call-work.finish': ['after-call-work.finished', 'session.ended'],
  'codes.choose': ['codes.chosen'],
  'tags.change': ['tags.changed'],
  'presence.change': ['presence.changed'],
};

interface Wish {
  readonly command: SessionCommand;
  readonly until: number;
}

/** The session that something is about; the empty text where it is the agent. */
const aboutOf = (of: object): string => ('sessionId' in of ? String(of.sessionId) : '');

/**
 * What was asked for and has not happened yet. A platform carries no id of ours through, and its word comes before or after
 * its answer: hence it is noted before it is asked. All times are in ms, of one clock.
 */
export class Wishes {
  #all: readonly Wish[] = [];
  readonly #isMeant: (command: SessionCommand, fact: SessionEvent) => boolean;

  /** @param isMeant whether a fact of the right kind is what a command has asked for; by default it is */
  constructor(isMeant: (command: SessionCommand, fact: SessionEvent) => boolean = () => true) {
    this.#isMeant = isMeant;
  }

  add(command: SessionCommand, now: number): void {
    this.#all = [...this.#all.filter(({ until }) => until > now), { command, until: now + LASTS_MS }];
  }

  /** It was refused. */
  drop(commandId: string): void {
    this.#all = this.#all.filter(({ command }) => command.commandId !== commandId);
  }

  /** The command of a kind that is still open. */
  find(asked: Asked, about: string, now: number): SessionCommand | undefined {
    return this.#all.find(({ command, until }) => command.type === asked && until > now && aboutOf(command) === about)
      ?.command;
  }

  /** The facts with what led to them. A wish that has come true leads to nothing more. */
  explain<F extends SessionEvent>(facts: readonly F[], now: number): readonly F[] {
    if (this.#all.length === 0) return facts;
    const done = new Set<Wish>();
    const explained = facts.map((fact) => {
      const wish =
        fact.causedBy === undefined &&
        this.#all.find(
          ({ command, until }) =>
            until > now &&
            aboutOf(command) === aboutOf(fact) &&
            LEADS_TO[command.type]?.includes(fact.type) === true &&
            this.#isMeant(command, fact),
        );
      if (!wish) return fact;
      done.add(wish);
      return { ...fact, causedBy: wish.command.commandId };
    });
    this.#all = this.#all.filter((wish) => !done.has(wish));
    return explained;
  }
}

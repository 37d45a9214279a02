import type { SessionCommand } from '../../core/commands/command.js';
import type { SessionEvent } from '../../core/events/session-event.js';

/** How long a fact may take to come before nobody takes it for what was asked for. */
const LASTS_MS = 10_000;

/** To which facts a command leads. */
const LEADS_TO: Readonly<Partial<Record<SessionCommand['type'], readonly SessionEvent['type'][]>>> = {
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
  readonly target?: string | undefined;
}

const sessionOf = (of: object): string => ('sessionId' in of ? String(of.sessionId) : '');

/** What the agent has asked for and the platform has not told of: no event of it carries an id of ours. */
export class Wishes {
  #wishes: readonly Wish[] = [];

  /** Noted before it is asked for: the event may come before the reply. */
  note(command: SessionCommand, now: number, target?: string): void {
    this.#wishes = [...this.#wishes.filter(({ until }) => until > now), { command, target, until: now + LASTS_MS }];
  }

  /** It was refused. */
  drop({ commandId }: SessionCommand): void {
    this.#wishes = this.#wishes.filter(({ command }) => command.commandId !== commandId);
  }

  /** The wish of a kind of a session that is still open. */
  find(type: SessionCommand['type'], sessionId: string, now: number): Wish | undefined {
    return this.#wishes.find(
      ({ command, until }) => command.type === type && until > now && sessionOf(command) === sessionId,
    );
  }

  /** The facts with what led to them. A wish that has come true leads to nothing more. */
  explain(facts: readonly SessionEvent[], now: number): readonly SessionEvent[] {
    if (this.#wishes.length === 0) return facts;
    const done = new Set<Wish>();
    const explained = facts.map((fact) => {
      if (fact.causedBy !== undefined) return fact;
      const wish = this.#wishes.find(
        ({ command, until }) =>
          until > now &&
          sessionOf(command) === sessionOf(fact) &&
          LEADS_TO[command.type]?.includes(fact.type) === true &&
          // On its way to what was asked for a presence may come through others.
          (command.type !== 'presence.change' || ('presence' in fact && fact.presence === command.presence)),
      );
      if (!wish) return fact;
      done.add(wish);
      return { ...fact, causedBy: wish.command.commandId };
    });
    this.#wishes = this.#wishes.filter((wish) => !done.has(wish));
    return explained;
  }
}

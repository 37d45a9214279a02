import type { SessionEvent } from '../../core/events/session-event.js';
import type { UserPresence } from '../../core/model/presence.js';
import type { Clock } from '../../core/ports/clock.js';
import type { Sources } from '../../core/ports/gateway.js';
import { FACT_KINDS } from '../../core/state/fact-kinds.js';
import { StateTables } from '../../core/store/state-tables.js';
import { factOf, leastReachable } from './shared-presence.js';

/** How long, in ms, a member may take to say that what was asked of it has happened. */
export const PATIENCE_MS = 10_000;

/** What one connection has been told of the members, as far as it is needed to act for all of them. */
export class Watch {
  readonly tables: StateTables;
  readonly #sources: Sources;
  readonly #agentId: string;
  readonly #clock: Clock | undefined;
  readonly #waiting = new Set<() => void>();
  #shown = '';

  constructor(sources: Sources, agentId: string, clock: Clock | undefined) {
    // Nothing is read of what is said in conversations.
    this.tables = new StateTables(() => undefined, undefined, sources);
    this.#sources = sources;
    this.#agentId = agentId;
    this.#clock = clock;
  }

  /** Takes note of what a member says. Answers with what it makes of the agent as a whole. */
  see(events: readonly SessionEvent[], source: string | undefined): readonly SessionEvent[] {
    for (const event of events)
      try {
        if (FACT_KINDS.get(event.type) !== 'transcript') this.tables.apply(event, source);
      } catch {
        // The store says so, and counts it.
      }
    const presence = leastReachable(this.#presences());
    const shown = JSON.stringify(presence);
    if (!presence || shown === this.#shown) return [];
    this.#shown = shown;
    const cause = events.findLast((event) => (event as SessionEvent | undefined)?.type === 'presence.changed');
    return [factOf(this.#agentId, presence, cause?.causedBy)];
  }

  /** Lets those look again that wait for a change. */
  tell(): void {
    for (const look of [...this.#waiting]) look();
  }

  end(): void {
    this.tell();
    this.#waiting.clear();
  }

  /** Until something holds; false when that takes longer than this. */
  until(holds: () => boolean, ms: number): Promise<boolean> {
    if (holds()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = (isSo: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(isSo);
      };
      const look = (): void => {
        if (holds()) done(true);
      };
      const timer = setTimeout(done, ms, false);
      this.#waiting.add(look);
    });
  }

  /** Of the agent at each member, in the time of the whole. */
  #presences(): readonly UserPresence[] {
    return Array.from(this.tables.workspace.sources?.values() ?? []).flatMap(({ agentId = '' }) => {
      const presence = this.tables.users.get(agentId)?.presence;
      if (!presence) return [];
      const clock = this.#sources.clockOf(agentId);
      const ahead = clock === this.#clock ? 0 : nowOf(this.#clock) - nowOf(clock);
      const { since, until } = presence;
      return [{ ...presence, since: since + ahead, ...(until !== undefined && { until: until + ahead }) }];
    });
  }
}

const nowOf = (clock: Clock | undefined): number => clock?.now() ?? Date.now();

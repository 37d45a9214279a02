import { noChange, nothing } from 'lit';
import { directive } from 'lit/directive.js';
import type { Subscription } from 'rxjs';
import type { Session } from '../core/model/session.js';
import { countingOf, msAt, nearEndOf } from '../core/rules/counting.js';
import type { Counting, ShownTime } from '../core/rules/counting.js';
import { LiveDirective } from './live-directive.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** See `elapsed`, `remaining` and `stateTime`. */
class DurationDirective extends LiveDirective {
  #shown: readonly unknown[] = [];
  #text: () => string = () => '';
  #workspace: WorkspaceHandle | undefined;
  #subscription: Subscription | undefined;

  render(workspace: WorkspaceHandle, id: string, since: number | undefined, until?: number): unknown {
    const shown = [workspace, id, since, until];
    if (shown.every((part, at) => part === this.#shown[at])) return noChange;
    this.#shown = shown;
    this.#workspace = workspace;
    this.#text = () => {
      const { text, isSoon } = shownNow(workspace, id, { since, until });
      if (this.place instanceof Element) this.place.toggleAttribute('data-soon', isSoon);
      return text;
    };
    this.#start();
    return this.#text();
  }

  protected override disconnected(): void {
    this.#subscription?.unsubscribe();
  }

  protected override reconnected(): void {
    this.#start();
  }

  #start(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = this.#workspace?.ticker.subscribe(() => {
      this.show(this.#text());
    });
  }
}

/** How a count reads now, by the clock of the session's server, which may disagree with this one by a moment. */
function shownNow({ store, localization }: WorkspaceHandle, id: string, { since, until }: Counting): ShownTime {
  const now = store.clockOf(id).now();
  return {
    text: localization.formatDuration(msAt({ since, until }, now)),
    isSoon: since !== undefined && nearEndOf({ since, until }, now) !== undefined,
  };
}

const duration = directive(DurationDirective);

/** The time since a moment in the life of a session or user (its server's time in ms), ticking. */
export const elapsed = (workspace: WorkspaceHandle, id: string, since: number): unknown =>
  duration(workspace, id, since);

/** The time until a moment in the life of a session or user (its server's time in ms), ticking down to zero. */
export const remaining = (workspace: WorkspaceHandle, id: string, until: number): unknown =>
  duration(workspace, id, undefined, until);

/** The time beside the state of a session, ticking; see `countingOf`. What it stands in has `data-soon` near the end of work. */
export function stateTime(workspace: WorkspaceHandle, session: Session): unknown {
  const counting = countingOf(session);
  return counting ? duration(workspace, session.id, counting.since, counting.until) : nothing;
}

/** The same as it is now, for what is written by hand; undefined where nothing counts. */
export function stateTimeNow(workspace: WorkspaceHandle, session: Session): ShownTime | undefined {
  const counting = countingOf(session);
  return counting && shownNow(workspace, session.id, counting);
}

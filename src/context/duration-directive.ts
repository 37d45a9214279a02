import { noChange } from 'lit';
import { directive } from 'lit/directive.js';
import type { Subscription } from 'rxjs';
import { LiveDirective } from './live-directive.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** See `elapsed` and `remaining`. */
class DurationDirective extends LiveDirective {
  #workspace: WorkspaceHandle | undefined;
  #id = '';
  #moment = 0;
  #direction: 1 | -1 = 1;
  #subscription: Subscription | undefined;

  render(workspace: WorkspaceHandle, id: string, moment: number, direction: 1 | -1): unknown {
    const isSame = workspace === this.#workspace && moment === this.#moment && direction === this.#direction;
    if (isSame && id === this.#id) return noChange;
    this.#workspace = workspace;
    this.#id = id;
    this.#moment = moment;
    this.#direction = direction;
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

  /** Never negative: the backend's clock and this one may disagree by a moment. */
  #text(): string {
    if (!this.#workspace) return '';
    const { store, localization } = this.#workspace;
    const ms = Math.max(0, (store.clockOf(this.#id).now() - this.#moment) * this.#direction);
    return localization.formatDuration(ms);
  }
}

const duration = directive(DurationDirective);

/** The time since a moment in the life of a session or user (its server's time in ms), ticking. */
export const elapsed = (workspace: WorkspaceHandle, id: string, since: number): unknown =>
  duration(workspace, id, since, 1);

/** The time until a moment in the life of a session or user (its server's time in ms), ticking down to zero. */
export const remaining = (workspace: WorkspaceHandle, id: string, until: number): unknown =>
  duration(workspace, id, until, -1);

import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { Subscription } from 'rxjs';
import type { WorkspaceHandle } from './workspace-handle.js';

/** See `elapsed` and `remaining`. */
class DurationDirective extends AsyncDirective {
  #workspace: WorkspaceHandle | undefined;
  #moment = 0;
  #direction: 1 | -1 = 1;
  #subscription: Subscription | undefined;

  render(workspace: WorkspaceHandle, moment: number, direction: 1 | -1): unknown {
    const isSame = workspace === this.#workspace && moment === this.#moment && direction === this.#direction;
    if (isSame) return noChange;
    this.#workspace = workspace;
    this.#moment = moment;
    this.#direction = direction;
    this.#start();
    return this.#text(workspace.store.clock.now());
  }

  protected override disconnected(): void {
    this.#subscription?.unsubscribe();
  }

  protected override reconnected(): void {
    this.#start();
  }

  #start(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = this.#workspace?.ticker.subscribe((now) => {
      this.setValue(this.#text(now));
    });
  }

  /** Never negative: the backend's clock and this one may disagree by a moment. */
  #text(now: number): string {
    const ms = Math.max(0, (now - this.#moment) * this.#direction);
    return this.#workspace?.localization.formatDuration(ms) ?? '';
  }
}

const duration = directive(DurationDirective);

/** The time since a moment (server time in ms), ticking. */
export const elapsed = (workspace: WorkspaceHandle, since: number): unknown => duration(workspace, since, 1);

/** The time until a moment (server time in ms), ticking down to zero. */
export const remaining = (workspace: WorkspaceHandle, until: number): unknown => duration(workspace, until, -1);

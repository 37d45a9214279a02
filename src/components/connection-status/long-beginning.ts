import type { ReactiveController } from 'lit';
import type { Subscription } from 'rxjs';
import type { WorkspaceHost } from '../../context/slice-controller.js';

/** A beginning that takes as long as this, in ms, is no longer one that will soon be over. */
const LONG_MS = 8000;

/** Whether something has begun long ago; its host is rendered anew when that becomes so. */
export class LongBeginning implements ReactiveController {
  readonly #host: WorkspaceHost;
  readonly #since: () => number | undefined;
  #ticks: Subscription | undefined;

  /** @param since when it began, in server time; undefined where nothing has begun */
  constructor(host: WorkspaceHost, since: () => number | undefined) {
    this.#host = host;
    this.#since = since;
    host.addController(this);
  }

  get isLong(): boolean {
    const since = this.#since();
    const { workspace } = this.#host;
    return since !== undefined && workspace !== undefined && workspace.store.clock.now() - since >= LONG_MS;
  }

  hostUpdated(): void {
    if (this.#since() === undefined || this.isLong) this.hostDisconnected();
    else
      this.#ticks ??= this.#host.workspace?.ticker.subscribe(() => {
        if (this.isLong) this.#host.requestUpdate();
      });
  }

  hostDisconnected(): void {
    this.#ticks?.unsubscribe();
    this.#ticks = undefined;
  }
}

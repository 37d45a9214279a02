import type { ReactiveController } from 'lit';
import type { Subscription } from 'rxjs';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { Session } from '../../core/model/session.js';
import { timeLeft } from './why-closed.js';

/** Updates the host when the last hour of a channel begins and when it is over. Counts only while there is an end. */
export class ClosingWatch implements ReactiveController {
  readonly #host: WorkspaceHost;
  #session: Session | undefined;
  #ticks: Subscription | undefined;

  constructor(host: WorkspaceHost) {
    this.#host = host;
    host.addController(this);
  }

  watch(session: Session): void {
    this.#session = session;
    const { workspace } = this.#host;
    const now = workspace?.store.clockOf(session.id).now() ?? 0;
    if (!workspace || session.messaging?.closesAt === undefined || timeLeft(session, now) === 'none') {
      this.#stop();
      return;
    }
    let shown = timeLeft(session, now);
    this.#ticks?.unsubscribe();
    this.#ticks = workspace.ticker.subscribe(() => {
      const tracked = this.#session;
      const left = tracked ? timeLeft(tracked, workspace.store.clockOf(tracked.id).now()) : shown;
      if (left === shown) return;
      shown = left;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#ticks?.unsubscribe();
    this.#ticks = undefined;
  }
}

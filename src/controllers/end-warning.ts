import type { LitElement, ReactiveController } from 'lit';
import type { Subscription } from 'rxjs';
import type { WorkspaceHost } from '../context/slice-controller.js';
import type { Session } from '../core/model/session.js';
import { countingOf, msAt, nearEndOf } from '../core/rules/counting.js';

/**
 * Says that the after-call work of a session comes to its end: once at each moment that `nearEndOf` names, of work whose
 * count is seen to come to it. What is shown with little left is not news.
 */
export class EndWarning implements ReactiveController {
  /** What is left, in seconds, where that is to be said. */
  seconds: number | undefined;

  readonly #host: LitElement & WorkspaceHost;
  readonly #sessionOf: () => Session | undefined;
  #ticking: Subscription | undefined;
  #countOf: string | undefined;
  #stage: number | undefined;

  constructor(host: LitElement & WorkspaceHost, sessionOf: () => Session | undefined) {
    this.#host = host;
    this.#sessionOf = sessionOf;
    host.addController(this);
  }

  hostUpdate(): void {
    const { workspace } = this.#host;
    const session = this.#sessionOf();
    const until = session && countingOf(session)?.until;
    const countOf = session && until !== undefined ? `${session.id} ${String(until)}` : undefined;
    if (countOf === this.#countOf && (this.#ticking || countOf === undefined)) return;
    this.hostDisconnected();
    if (!workspace || countOf === undefined) return;
    this.#countOf = countOf;
    this.#stage = this.#stageNow();
    this.#ticking = workspace.ticker.subscribe(() => {
      this.#follow();
    });
  }

  hostDisconnected(): void {
    this.#ticking?.unsubscribe();
    this.#ticking = undefined;
    this.#countOf = undefined;
    this.seconds = undefined;
  }

  #follow(): void {
    const stage = this.#stageNow();
    if (stage === this.#stage) return;
    this.#stage = stage;
    const session = this.#sessionOf();
    const counting = session && countingOf(session);
    this.seconds = stage && counting && Math.ceil(msAt(counting, this.#nowOf(session)) / 1000);
    this.#host.requestUpdate();
  }

  #stageNow(): number | undefined {
    const session = this.#sessionOf();
    return session && nearEndOf(countingOf(session), this.#nowOf(session));
  }

  #nowOf({ id }: Session): number {
    return this.#host.workspace?.store.clockOf(id).now() ?? 0;
  }
}

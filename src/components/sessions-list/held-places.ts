import type { LitElement, ReactiveController } from 'lit';
import { LOCAL_EVENTS, WISH_EVENTS } from '../../context/acts/act-events.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import { hasMoved, heldList } from '../../core/rules/held-list.js';
import type { HeldList, ListSections } from '../../core/rules/held-list.js';

/** After these a session stands elsewhere. */
const MOVING = [
  LOCAL_EVENTS['record.open'][0],
  LOCAL_EVENTS['record.close'][0],
  ...(
    [
      'session.accept',
      'session.decline',
      'session.park',
      'session.unpark',
      'session.transfer',
      'session.end',
      'after-call-work.finish',
    ] as const
  ).map((type) => WISH_EVENTS[type][0]),
];

/** Holds the places of a list until its agent acts: turns to a session, or has asked for what moves one. */
export class HeldPlaces implements ReactiveController {
  readonly #host: LitElement & WorkspaceHost;
  #shown: ListSections | undefined;
  /** By session, once for everything that was asked for and has not moved it yet. */
  #actedOn: readonly string[] = [];
  #provider: HTMLElement | undefined;

  constructor(host: LitElement & WorkspaceHost) {
    this.#host = host;
    host.addController(this);
  }

  /** @param next what would stand there */
  hold(next: ListSections): HeldList {
    const held = this.#shown && heldList(this.#shown, next, (id) => this.#actedOn.includes(id));
    const shown = this.#shown;
    // A move is what was asked for first: the rest is still to come.
    if (!held && shown)
      this.#actedOn = this.#actedOn.filter((id, at, all) => all.indexOf(id) !== at || !hasMoved(id, shown, next));
    this.#shown = held?.sections ?? next;
    return held ?? { sections: next, waiting: 0 };
  }

  /** All stands where it belongs from now on, until something comes. */
  release(): void {
    this.#shown = undefined;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const provider = this.#host.workspace?.provider;
    if (provider === this.#provider) return;
    this.hostDisconnected();
    this.#provider = provider;
    provider?.addEventListener('session-select', this.#onSelect);
    for (const name of MOVING) provider?.addEventListener(name, this.#onWish);
  }

  hostDisconnected(): void {
    this.#provider?.removeEventListener('session-select', this.#onSelect);
    for (const name of MOVING) this.#provider?.removeEventListener(name, this.#onWish);
    this.#provider = undefined;
  }

  /** What turns by itself is no act of the agent. */
  readonly #onSelect = ({ target }: Event): void => {
    if (target !== this.#provider) this.release();
  };

  readonly #onWish = ({ detail, type, target }: CustomEvent<{ readonly sessionId: string }>): void => {
    // What the page opens comes unasked.
    if (type === LOCAL_EVENTS['record.open'][0] && target === this.#provider) return;
    this.#actedOn = [...this.#actedOn, detail.sessionId];
  };
}

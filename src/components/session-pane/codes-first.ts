import type { LitElement } from 'lit';
import type { SessionWidgets } from '../../core/configuration/widgets-of-session.js';
import type { Session } from '../../core/model/session.js';
import { blocksNewWork } from '../../core/rules/session-phase.js';

/** What is rendered, as far as this goes by it. */
export interface WorkScene {
  readonly session: Pick<Session, 'id' | 'state'>;
  readonly widgets: SessionWidgets;
}

/**
 * After-call work is for codes first: they stand before the other widgets of the customer, and are turned to when the work
 * begins. Nothing moves that is on screen: there they are scrolled to, unless all of them is in sight. Where the agent types, all
 * stays as it is.
 */
export class CodesFirst {
  readonly #host: LitElement;
  readonly #turn: () => void;
  #orderOf: string | undefined;
  #isFirst = false;
  #known: { readonly id: string; readonly isWork: boolean } | undefined;

  /** @param turn shows the tab of the customer */
  constructor(host: LitElement, turn: () => void) {
    this.#host = host;
    this.#turn = turn;
  }

  /** Whether codes stand first now. Another order comes only while nobody sees it. */
  isFirst({ session: { id, state } }: WorkScene): boolean {
    const isSeen = this.#panel?.checkVisibility({ visibilityProperty: true }) ?? false;
    if (!isSeen || this.#orderOf !== id) this.#isFirst = blocksNewWork(state);
    this.#orderOf = id;
    return this.#isFirst;
  }

  /** To be called after every rendering. */
  follow({ session: { id, state }, widgets }: WorkScene): void {
    const isWork = blocksNewWork(state);
    const begins = isWork && this.#known?.id === id && !this.#known.isWork;
    this.#known = { id, isWork };
    if (!begins || !widgets.present.includes('codes-tags')) return;
    // Focus that is anywhere in a part means that something is typed, read or pressed there.
    if (this.#host.shadowRoot?.activeElement?.closest('.panel')) return;
    this.#turn();
    void this.#host.updateComplete.then(() => {
      this.#scrollTo();
    });
  }

  #scrollTo(): void {
    const panel = this.#panel;
    const section = panel?.querySelector('[aria-labelledby="codes-tags"]');
    if (!panel || !section || panel.matches(':hover')) return;
    const { top, bottom } = section.getBoundingClientRect();
    const sight = panel.getBoundingClientRect();
    if (top < sight.top || bottom > sight.bottom) panel.scrollTop += top - sight.top;
  }

  get #panel(): Element | null {
    return this.#host.renderRoot.querySelector('.panel.widgets');
  }
}

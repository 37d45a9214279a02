import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { signIn } from '../../context/acts/sign-in.js';
import { each } from '../../context/each.js';
import { notConnected } from '../../context/not-connected.js';
import { Notices } from '../../context/notices.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { ConnectionStatus as Status } from '../../core/events/session-event.js';
import { selectConnection, selectConnections } from '../../core/selectors/select-connection.js';
import { selectAgentId } from '../../core/selectors/select-workspace.js';
import type { Connection } from '../../core/state/workspace-state.js';
import { connectionWords } from '../../localize/en/connection-status.js';
import { base } from '../../styles/base.js';
import { Ban, Check, TimerReset, TriangleAlert } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Drawing } from '../../icons/icon.js';
import { LongBeginning } from './long-beginning.js';
import { SettledNews } from './settled-news.js';
import { styles } from './connection-status.styles.js';

const ICONS: Readonly<Record<Status, Drawing>> = {
  connecting: TimerReset,
  live: Check,
  reconnecting: TimerReset,
  offline: Ban,
  'signed-out': TriangleAlert,
};

/**
 * Tells an agent whether what is on screen is what is: live, or as of when; of a beginning that does not come to anything,
 * why. A change is spoken once, when it lasts.
 * Of several gateways it names those that are not live. Shows nothing for a gateway that cannot lose its backend.
 *
 * @tag connection-status
 * @summary How well the contact centre is reached, and the way back in when the agent is signed out.
 * @csspart word - The state in a word.
 * @csspart discarded - How much of what the agent did last time was given up.
 */
export class ConnectionStatus extends WorkspaceElement {
  static override styles = [base, styles];

  @state() private _spoken = '';
  /** How many the agent has taken note of. */
  @state() private _noted = 0;

  readonly #connection = new SliceController(this, () => selectConnection);
  readonly #connections = new SliceController(this, () => selectConnections);
  readonly #agent = new SliceController(this, () => selectAgentId);
  readonly #beginning = new LongBeginning(this, () => (this.#isBeginning ? this.#connection.value?.since : undefined));
  readonly #notices = new Notices(this);
  readonly #news = new SettledNews((sentence) => {
    this._spoken = sentence;
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#news.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { status, discarded } = this.#connection.value ?? {};
    if (!discarded) this._noted = 0;
    if (!this.workspace || !status) return;
    const { connection: words = connectionWords } = this.workspace.localization.strings;
    const sentence = this.#whyNothing(words) ?? (status === 'connecting' ? '' : words.spoken(this.#wordFor(words)));
    if (sentence) this.#news.tell(sentence, status === 'live');
  }

  protected override render(): TemplateResult {
    const { workspace } = this;
    if (!workspace) return notConnected(this);
    const connection = this.#connection.value;
    return connection ? this.#renderStatus(connection, workspace) : html``;
  }

  /** Whether there has been nothing to show so far, and the agent can do nothing about it here. */
  get #isBeginning(): boolean {
    const { status = 'live' } = this.#connection.value ?? {};
    return this.#agent.value === undefined && status !== 'live' && status !== 'signed-out';
  }

  /** Why there is nothing to show yet, when that is more than a moment. */
  #whyNothing(words: typeof connectionWords): string | undefined {
    if (!this.#isBeginning) return undefined;
    if (this.#connection.value?.status === 'offline') return words.noNetwork;
    return this.#beginning.isLong ? words.notYet : undefined;
  }

  /** In a word; of several gateways those that are not live, by name. */
  #wordFor(words: typeof connectionWords): string {
    const wordOf = ({ status, reason }: Connection): string => (reason ? words.notAnAgent : words.status[status]);
    const lost = this.#lost.map(([name, own]) => words.of(name, wordOf(own)));
    return lost.join(', ') || (this.#connection.value ? wordOf(this.#connection.value) : '');
  }

  /** Why nothing comes in, where the agent has to sign in; of several gateways of which. */
  #whyOut(words: typeof connectionWords, reason: Connection['reason']): string {
    const namesOf = (why: Connection['reason']): string =>
      this.#lost
        .filter(([, own]) => own.status === 'signed-out' && own.reason === why)
        .map(([name]) => name)
        .join(', ');
    const [signedOut, noAgent] = [namesOf(undefined), namesOf('not-an-agent')];
    if (!signedOut && !noAgent) return reason ? words.whyNotAnAgent : words.signedOut;
    return [signedOut && words.signedOutOf(signedOut), noAgent && words.whyNotAnAgentOf(noAgent)]
      .filter(Boolean)
      .join(' ');
  }

  get #lost(): readonly (readonly [string, Connection])[] {
    return [...(this.#connections.value ?? [])].filter(([name, { status }]) => name && status !== 'live');
  }

  #renderStatus(
    { status, reason, since, discarded = 0 }: Connection,
    { localization, store }: WorkspaceHandle,
  ): TemplateResult {
    const { connection: words = connectionWords, common } = localization.strings;
    const isStale = status !== 'live' && this.#agent.value !== undefined;
    const why = this.#whyNothing(words);
    const word = this.#wordFor(words);
    const shown = html`<span class="word ${status === 'live' || status === 'connecting' ? '' : 'broken'}" part="word" title=${word}>
        ${icon(ICONS[status])}<span dir="auto">${word}</span>
      </span>
      ${
        isStale
          ? html`<span class="quiet" dir="auto">${words.asOf(localization.formatMoment(since, store.clock.now()))}</span>`
          : nothing
      }`;
    // Another state comes in the place of the one before, and moves none of it.
    return html`<div class="status">
      ${each([`${status} ${String(isStale)} ${word}`], String, () => shown)}
      <div class="spoken" role="status">${this._spoken}</div>
    </div>
    ${this.#notices.say(
      {
        content:
          status === 'signed-out'
            ? html`<div class="notice">
                <span>${this.#whyOut(words, reason)}</span>
                <button type="button" class="primary" @click=${this.#onSignIn}>${words.signIn}</button>
              </div>`
            : nothing,
      },
      why === undefined
        ? { content: nothing }
        : { content: html`<div class="notice"><span>${why}</span></div>`, state: why },
      {
        content:
          discarded > 0 && discarded !== this._noted
            ? html`<div class="notice" role="alert" part="discarded">
              <span>${words.discarded(discarded)}</span>
              <button type="button" class="plain" @click=${() => (this._noted = discarded)}>${common.dismiss}</button>
            </div>`
            : nothing,
      },
    )}`;
  }

  #onSignIn(): void {
    if (this.workspace) signIn(this.workspace, this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'connection-status': ConnectionStatus;
  }
}

import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { each } from '../../context/each.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Subscription } from 'rxjs';
import { look } from '../../context/acts/look.js';
import { notConnected } from '../../context/not-connected.js';
import { OwnAgent } from '../../context/own-agent.js';
import { Notices } from '../../context/notices.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import type { Session } from '../../core/model/session.js';
import { keptPlaces } from '../../core/rules/kept-places.js';
import { byExpiry, ringTimeLeft } from '../../core/rules/offer-order.js';
import { selectRoster } from '../../core/selectors/select-roster.js';
import { selectSession, selectSessions, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { Check, CircleParking, X } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { modalityIcon } from '../../icons/modality-icon.js';
import { controlsWords, verbWords } from '../../localize/en/session-controls.js';
import { offersWords } from '../../localize/en/task-offers.js';
import { titleOf, wordFor } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { emptyState } from '../../views/empty-state.js';
import { OfferAnswers } from './offer-answers.js';
import { styles } from './task-offers.styles.js';

/** How offers stand: all in rows; the first one, with the others behind their number; or as narrow as an icon. */
export type OffersMode = 'list' | 'bar' | 'icons';

const ANSWERS = ['session.accept', 'session.decline'] as const;

/**
 * All tasks that are offered to the agent, the next to expire first, each in one row with how long it rings and both
 * answers. Where one session is active at a time, to accept parks it first. What was not done is said below its row.
 *
 * @tag task-offers
 * @summary What rings, with both answers.
 */
export class TaskOffers extends WorkspaceElement {
  static override styles = [base, styles];

  /** `list`; `bar`: the first one in a row, the others behind their number; `icons`: as narrow as an icon. */
  @property({ reflect: true }) mode: OffersMode = 'list';

  /**
   * Says that nothing rings, and keeps the room of two offers (of one, where it is no `list`), so that they move nothing
   * when they come and go; further ones stand above them. Otherwise there is nothing to see then.
   */
  @property({ type: Boolean, attribute: 'says-empty', reflect: true }) saysEmpty = false;

  /** Where an offer goes that had the focus: takes its session's id, moves the focus, and answers whether it will. */
  @property({ attribute: false }) heir: ((sessionId: string) => boolean) | undefined;

  @state() private _isOpen = false;

  readonly #roster = new SliceController(this, () => selectRoster);
  readonly #offers = new SliceController(this, selectSessions, () => this.#roster.value?.offered);
  readonly #notices = new Notices(this);
  readonly #answers = new OfferAnswers(this, () => this.#roster.value?.offered);
  #places: readonly string[] = [];
  #lastMode: OffersMode | undefined;
  #isPointed = false;
  #ticking: Subscription | undefined;

  constructor() {
    super();
    new OwnAgent(this, () => {
      this.#answers.forget();
      this._isOpen = false;
    });
    keepFocus(this, (focused) => {
      const id = focused.closest<HTMLElement>('.row')?.dataset.id;
      // Not another answer: a key pressed twice must not do two things. Where only the way to more is gone, its offer is there.
      return () =>
        [...this.renderRoot.querySelectorAll<HTMLElement>('.row')]
          .find((row) => row.dataset.id === id)
          ?.querySelector<HTMLElement>('.card') ??
        (id !== undefined && this.heir?.(id) ? undefined : this.renderRoot.querySelector<HTMLElement>('.offers'));
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tick(false);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- hosts take back what they have said
    this.mode ??= 'list';
  }

  protected override render(): TemplateResult {
    const { workspace } = this;
    if (!workspace) return notConnected(this);
    const { 'task-offers': words = offersWords } = workspace.localization.strings;
    const offers = new Map(byExpiry(this.#offers.value ?? []).map((offer) => [offer.id, offer]));
    const ids = [...offers.keys()];
    if (ids.length === 0) this._isOpen = false;
    // Where it becomes a bar, nothing that has the focus is folded away.
    const focused = this.shadowRoot?.activeElement?.closest<HTMLElement>('.row')?.dataset.id ?? ids[0];
    if (this.#lastMode !== this.mode && focused !== ids[0]) this._isOpen = true;
    this.#lastMode = this.mode;
    const isFolded = this.mode === 'bar' && !this._isOpen;
    // Folded, the next to expire has the one place there is.
    const shown = isFolded && !this.#isPointed ? [] : this.#places;
    const kept = this.saysEmpty && this.mode !== 'bar' ? (this.mode === 'list' ? 2 : 1) : 0;
    this.#places = keptPlaces(shown, ids, kept, this.#isPointed);
    const places = isFolded ? this.#places.slice(0, 1) : this.#places;
    const rest = ids.length - 1;
    const more =
      this.mode === 'bar' && rest > 0
        ? html`<button type="button" class="more" aria-label=${this._isOpen ? words.fewer : words.more(rest)} title=${this._isOpen ? words.fewer : words.more(rest)} aria-expanded=${this._isOpen ? 'true' : 'false'} @click=${this.#onMore}>
            <span class="figures" dir="ltr" translate="no">${this._isOpen ? '−' : `+${String(rest)}`}</span>
          </button>`
        : nothing;
    if (this.#notices.isElsewhere)
      this.#notices.say(
        ...[...offers.values()].flatMap((offer) =>
          this.#answers
            .problemsOf(offer, workspace)
            .map((content) => ({ about: titleOf(offer, workspace.localization.strings), content })),
        ),
      );
    return html`<div class="offers" tabindex="-1" role="group" aria-label=${words.label} @keydown=${this.#onKeyDown} @pointerenter=${this.#onPointer} @pointerleave=${this.#onPointer}>
      ${ids.length === 0 && this.saysEmpty ? emptyState(words.none) : nothing}
      <ul class=${ids.length === 0 ? 'none' : ''}>
        ${each(
          places.map((id, at) => id || at),
          (place) => place,
          (place, at) => {
            const offer = offers.get(String(place));
            return offer
              ? this.#renderOffer(offer, workspace, at === 0 ? more : nothing)
              : html`<li class="free" aria-hidden="true"></li>`;
          },
        )}
      </ul>
    </div>`;
  }

  #renderOffer(session: Session, workspace: WorkspaceHandle, more: unknown): TemplateResult {
    const { id } = session;
    const { store, localization } = workspace;
    const { strings } = localization;
    const { controls: words = controlsWords, verb: verbs = verbWords } = strings;
    const title = titleOf(session, strings);
    const { configuration } = store.read(selectWorkspaceOf(id));
    const service = displayableText(configuration?.services.get(session.serviceId)?.name ?? session.serviceId, 200);
    const left = ringTimeLeft(session, store.clockOf(id).now());
    const against = this.#answers.reasonAgainst(session, workspace);
    const other = against === undefined ? this.#answers.toPark(session) : undefined;
    const isPending = this.#answers.isPending(id);
    return html`<li class="row ${left?.isSoon ? 'soon' : ''}" data-id=${id} aria-busy=${isPending ? 'true' : 'false'}>
      <button class="card" type="button" aria-current=${ifDefined(session.isSelected ? 'true' : undefined)} @click=${this.#onLook}>
        <span class="title" title=${title}><bdi translate="no">${title}</bdi></span>
        <span class="line quiet">
          ${icon(modalityIcon(session.modality))}
          <span class="spoken">${wordFor(strings.modality, session.modality)}</span> <bdi translate="no" title=${service}>${service}</bdi>
          ${left ? html`<span class="left figures" translate="no"><span class="spoken">${words.ringsFor}</span> ${localization.formatDuration(left.ms)}</span>` : nothing}
        </span>
      </button>
      ${more}
      ${ANSWERS.map((verb) => {
        const isAccept = verb === 'session.accept';
        const parks = isAccept && other;
        const reason = isAccept ? against : undefined;
        const name = parks ? words.parkFirst(verbs[verb]) : verbs[verb];
        return html`<button
          type="button"
          class="${isAccept ? 'primary' : 'danger'} ${reason === undefined ? '' : 'impeded'}"
          data-verb=${verb}
          aria-label="${name}: ${title}"
          aria-disabled=${isPending || reason !== undefined ? 'true' : 'false'}
          title=${reason ?? (parks ? words.parkFirstHint(titleOf(parks, strings)) : name)}
          @click=${this.#onAnswer}
        >
          ${icon(isAccept ? (parks ? CircleParking : Check) : X)}${isAccept ? html`<span class="word">${verbs[verb]}</span>` : nothing}
        </button>`;
      })}
      ${left ? html`<progress aria-hidden="true" max="1" .value=${left.share}></progress>` : nothing}
      ${this.#notices.isElsewhere ? nothing : this.#answers.problemsOf(session, workspace)}
    </li>`;
  }

  protected override updated(): void {
    const offers = this.#offers.value ?? [];
    this.#tick(offers.some(({ offerExpiresAt }) => offerExpiresAt !== undefined));
  }

  /** The bars and figures of all rows go by one clock. */
  #tick(isDue: boolean): void {
    if (isDue && this.workspace)
      this.#ticking ??= this.workspace.ticker.subscribe(() => {
        this.requestUpdate();
      });
    else {
      this.#ticking?.unsubscribe();
      this.#ticking = undefined;
    }
  }

  /** While the pointer is there, nothing comes under it. */
  readonly #onPointer = ({ type }: Event): void => {
    this.#isPointed = type === 'pointerenter';
    this.requestUpdate();
  };

  readonly #onMore = (): void => {
    this._isOpen = !this._isOpen;
  };

  readonly #onLook = (event: Event): void => {
    const id = idAt(event);
    if (this.workspace && id !== undefined) look(this.workspace, this, id);
  };

  readonly #onAnswer = (event: Event): void => {
    const button = event.currentTarget as HTMLButtonElement;
    const session = this.workspace?.store.read(selectSession(idAt(event) ?? ''));
    if (session && button.matches('.impeded')) this.#answers.tell(session.id);
    if (button.ariaDisabled === 'true' || !session) return;
    this.#answers.give({ type: button.dataset.verb as (typeof ANSWERS)[number], sessionId: session.id });
  };

  /** Arrow keys go to the same button of the next row, or of the one before. */
  #onKeyDown(event: KeyboardEvent): void {
    const step = new Map([
      ['ArrowDown', 1],
      ['ArrowUp', -1],
    ]).get(event.key);
    const { target } = event;
    if (step === undefined || !(target instanceof HTMLElement)) return;
    const row = target.closest('.row');
    const buttons = [...(row?.querySelectorAll('button') ?? [])];
    const rows = [...this.renderRoot.querySelectorAll('.row')];
    const next = rows[rows.findIndex((own) => own === row) + step];
    if (!row || !next) return;
    event.preventDefault();
    next.querySelectorAll('button')[buttons.findIndex((own) => own === target)]?.focus();
  }
}

const idAt = ({ currentTarget }: Event): string | undefined =>
  currentTarget instanceof Element ? currentTarget.closest<HTMLElement>('.row')?.dataset.id : undefined;

declare global {
  interface HTMLElementTagNameMap {
    'task-offers': TaskOffers;
  }
}

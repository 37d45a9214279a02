import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { latePart } from '../../context/late-part.js';
import { loadWhy } from '../../context/load-why.js';
import { notConnected } from '../../context/not-connected.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { Availability } from '../../core/rules/acceptance.js';
import type { Capacity, CapacityFigure } from '../../core/rules/capacity.js';
import { LINK_TROUBLES } from '../../core/rules/link-trouble.js';
import { selectAvailability, selectAvailabilityOf, selectCapacity } from '../../core/selectors/select-capacity.js';
import type { OwnNoWork } from '../../core/selectors/select-no-work.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import type { Selector } from '../../core/store/selector.js';
import type { Strings } from '../../localize/en.js';
import { ground } from '../../styles/base.js';
import { Ban, Layers, Check } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Drawing } from '../../icons/icon.js';
import { modalityIcon } from '../../icons/modality-icon.js';
import { emptyState } from '../../views/empty-state.js';
import { styles } from './task-capacity.styles.js';

/**
 * Shows an agent how many task slots are taken and free, in total and per modality, and what keeps new tasks away.
 * Without task parallelization it is the classic Available / Not available indicator.
 *
 * @tag task-capacity
 * @summary Task slots used and free, in total and per modality, and why no more work comes.
 * @csspart pill - One figure.
 * @csspart full - A figure when no slot is free.
 * @csspart why - The sentence that says what keeps new tasks away.
 */
export class TaskCapacity extends WorkspaceElement {
  static override styles = [ground, styles];

  /** The user to show; without it the signed-in agent. */
  @property({ attribute: 'user-id' }) userId: string | undefined;

  /** Whether to show the total only, for a place beside a name. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** Leaves out why no work comes, for a place beside what says it with the way out. */
  @property({ type: Boolean, attribute: 'without-why' }) withoutWhy = false;

  readonly #capacity = new SliceController(
    this,
    (userId: string | null) => selectCapacity(userId ?? undefined),
    () => this.userId ?? null,
  );
  readonly #availability = new SliceController(
    this,
    (userId: string | null): Selector<Availability | undefined> =>
      userId === null ? selectAvailability : selectAvailabilityOf(userId),
    () => this.userId ?? null,
  );

  readonly #noWork = new SliceController(
    this,
    (selector: Selector<OwnNoWork | undefined>) => selector,
    () => (typeof this.userId !== 'string' && !this.withoutWhy ? latePart(loadWhy, this)?.whyOf : undefined),
  );

  readonly #truth = new SliceController(this, () => selectWorkspace);

  protected override render(): TemplateResult {
    if (!this.workspace) return notConnected(this);
    const { strings } = this.workspace.localization;
    const truth = this.#truth.value;
    if (!truth?.configuration) {
      const isRefused = truth && truth.configurationProblems.length > 0;
      return emptyState(this.#whyNothing ?? (isRefused ? strings.capacity.notAvailable : strings.common.loading));
    }
    const capacity = this.#capacity.value;
    const availability = this.#availability.value;
    if (capacity) return this.#renderCapacity(capacity, strings);
    if (!availability) return html`<span class="sentence quiet">${strings.capacity.off}</span>`;
    return this.#renderClassic(availability, strings);
  }

  /** Why there is no data yet, where it is known. */
  get #whyNothing(): string | undefined {
    const noWork = this.#noWork.value;
    const isCutOff = noWork && LINK_TROUBLES.some((own) => own === noWork.reason);
    return this.workspace && isCutOff ? latePart(loadWhy, this)?.whyIn(this.workspace, noWork) : undefined;
  }

  #renderCapacity(capacity: Capacity, strings: Strings): TemplateResult {
    const { capacity: words, modality: kinds } = strings;
    return html`
      <div class="pills" role="group" aria-label=${words.title}>
        ${pill(words.total, Layers, capacity.total, 'total', words)}
        ${capacity.perModality.map((own) => pill(kinds[own.modality], modalityIcon(own.modality), own, '', words))}
      </div>
      ${this.#why()}
    `;
  }

  #renderClassic({ isAvailable }: Availability, { capacity: words }: Strings): TemplateResult {
    return html`
      <span class="pill total ${isAvailable ? '' : 'idle'}" part="pill">
        ${icon(isAvailable ? Check : Ban)}${isAvailable ? words.available : words.notAvailable}
      </span>
      ${this.#why()}
    `;
  }

  /** Of others one sees how busy they are; the sentences speak to the agent. */
  #why(): unknown {
    const { workspace } = this;
    const noWork = this.#noWork.value;
    return workspace && noWork
      ? html`<p class="why quiet" part="why">${latePart(loadWhy, this)?.whyIn(workspace, noWork)}</p>`
      : nothing;
  }
}

function pill(
  name: string,
  image: Drawing,
  own: CapacityFigure,
  kind: string,
  words: Strings['capacity'],
): TemplateResult {
  const { used, limit, isFull } = own;
  const isOver = limit !== undefined && used > limit;
  const mark = isOver ? words.over : isFull ? words.full : '';
  const sentence = `${words.figure(name, used, limit)}${mark ? `, ${mark}` : ''}`;
  return html`<span class="pill ${kind} ${isFull ? 'full' : ''}" part="pill ${isFull ? 'full' : ''}" title=${sentence}>
    ${icon(image)}
    <span class="spoken">${sentence}</span>
    <span class="name" aria-hidden="true">${kind === 'total' ? name : nothing}</span>
    <span class="figures" translate="no" dir="ltr" aria-hidden="true">${used}${limit === undefined ? nothing : html` / ${limit}`}</span>
    ${mark ? html`<span class="mark" aria-hidden="true">${mark}</span>` : nothing}
  </span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'task-capacity': TaskCapacity;
  }
}

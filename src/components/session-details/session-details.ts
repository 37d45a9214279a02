import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { limitSentence } from '../../context/limit-sentence.js';
import { Notices } from '../../context/notices.js';
import { recordButtons } from '../../context/record-buttons.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { contextAt } from '../../core/context-data/kept-context.js';
import type { FieldName, FieldSource } from '../../core/fields/field-registry.js';
import { linkOf } from '../../core/fields/safe-url.js';
import type { Session } from '../../core/model/session.js';
import { selectLimitNotice } from '../../core/selectors/select-limit-notice.js';
import { selectInitialMessage } from '../../core/selectors/select-transcript.js';
import { selectServiceOf, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { recordWords } from '../../localize/en/records.js';
import type { Strings } from '../../localize/en.js';
import { sessionDetails } from '../../localize/en/session-details.js';
import { base } from '../../styles/base.js';
import { titleOf } from '../../localize/words.js';
import { longText } from '../../views/long-text.js';
import { ServiceWidget } from '../../context/service-widget.js';
import { taskResult, taskResultStyles } from '../../views/task-result.js';
import { Arrivals } from './arrivals.js';
import { hintOf } from './hint-of.js';
import type { Progress } from './hint-of.js';

import { factRows, fieldRows, parameterRows } from './rows-of-session.js';
import type { DetailRow, DetailSettings } from './rows-of-session.js';
import { styles } from './session-details.styles.js';
import { WakeUp } from './wake-up.js';

/** A value, not a part of the template: what other editors of a page do to that stays. */
const DASH = '–';
/** Many values stand together here, so each shows less at first than a message does. */
const FIRST_STEP = 1000;
/** How many of those that arrive at once are announced by name. */
const MOST_NAMED = 3;
/** Rows that say who it is. */
const NAMES: ReadonlySet<string> = new Set(['caller', 'customer']);
const USUAL: DetailSettings = { parameters: [], linkify: 'http', emptyValue: 'dash' };
const FIRST_MESSAGE = 'Im.InitialMessage' satisfies FieldName;

/** What the rows of one rendering share. */
interface Setting extends DetailSettings {
  readonly strings: Strings;
  readonly words: typeof sessionDetails;
  readonly now: number;
  /** Whether nothing is to come any more. */
  readonly isOver: boolean;
}

/**
 * Shows an agent who is calling, by which service, since when and how it ended, and the fields and parameters that the
 * service's owner chose. Caller and customer stay two things. A value that has not arrived yet says so; one that
 * arrives late is marked for a while and announced.
 *
 * @tag session-details
 * @summary Caller, customer, service, times, result, and the chosen fields and parameters of one session.
 */
export class SessionDetails extends ServiceWidget {
  static override styles = [base, taskResultStyles, styles];

  protected override get widget(): 'session-details' {
    return 'session-details';
  }

  /** Leaves out the name that a title around it says already. */
  @property({ type: Boolean, attribute: 'without-title' }) withoutTitle = false;

  readonly #service = new SliceController(this, selectServiceOf, () => this.shownId);
  readonly #workspaceSlice = new SliceController(this, selectWorkspaceOf, () => this.shownId);
  readonly #firstMessage = new SliceController(this, selectInitialMessage, () =>
    this.#service.value?.extensions.sessionDetails.fields?.includes(FIRST_MESSAGE) ? this.shownId : undefined,
  );
  readonly #limit = new SliceController(this, () => selectLimitNotice);
  readonly #notices = new Notices(this);
  #arrivals = new Arrivals();
  readonly #wakeUp = new WakeUp(this);
  #announcement = '';

  protected override forget(): void {
    this.#arrivals = new Arrivals();
  }

  protected override renderSession(known: Session, workspace: WorkspaceHandle): TemplateResult {
    const { localization, store, ticker } = workspace;
    const { strings } = localization;
    const words = strings['session-details'] ?? sessionDetails;
    const clock = store.clockOf(known.id);
    const now = clock.now();
    const session = contextAt(known, now);
    const service = this.#service.value;
    const settings = service?.extensions.sessionDetails ?? USUAL;
    const title = this.withoutTitle ? titleOf(session, strings) : undefined;
    const facts = factRows(session, service?.name ?? session.serviceId, now, localization).map((row) =>
      NAMES.has(row.key) && row.value === title ? { ...row, state: 'empty' as const } : row,
    );
    const fields = fieldRows(this.#sourceOf(session), settings.fields, now, localization);
    const parameters = parameterRows(session, settings.parameters);
    const enriched = [...fields, ...parameters].filter(({ isEnriched }) => isEnriched);
    const hint = hintOf(known, session, this.#follow(session, enriched, now, words), now, localization);
    this.#wakeUp.at(this.#arrivals.nextChange(now), ticker, clock);
    const setting = { ...settings, strings, words, now, isOver: session.state === 'ended' };
    return html`
      ${this.#renderList(words.title, facts, setting)} ${this.#renderList(words.moreFields, fields, setting)}
      ${this.#renderList(words.parameters, parameters, setting)} ${this.#renderRecords(session, workspace)}
      ${
        hint === undefined && enriched.length === 0
          ? nothing
          : html`<p class="hint quiet"><bdi translate="no">${displayableText(hint ?? '', 500)}</bdi></p>`
      }
      <p class="spoken" translate="no" role="status">${this.#announcement}</p>
    `;
  }

  #sourceOf(session: Session): FieldSource {
    const { configuration, agentId } = this.#workspaceSlice.value ?? {};
    const initialMessage = this.#firstMessage.value;
    return { session, configuration, agentId, ...(initialMessage === undefined ? {} : { initialMessage }) };
  }

  /** Contacts and cases that this leads to. Near the limit it is said where all is said, or here. */
  #renderRecords(session: Session, workspace: WorkspaceHandle): unknown {
    const source = this.#sourceOf(session);
    const buttons = recordButtons(source, workspace, this);
    // Its line is there before the id that it waits for, and after it is gone, so that neither moves anything.
    const hasLine =
      session.state !== 'opened' && [...(source.configuration?.records.values() ?? [])].some(({ idFrom }) => idFrom);
    if (buttons.length === 0 && !hasLine) return nothing;
    const { strings } = workspace.localization;
    const limit = this.#notices.isElsewhere ? undefined : this.#limit.value;
    return html`<div class="records" role="group" aria-label=${(strings.record ?? recordWords).title}>${buttons}</div>
      ${limit ? html`<p class="hint" role="alert">${limitSentence(limit, strings)}</p>` : nothing}`;
  }

  /** Notes what has arrived, and announces it in one sentence; what was there at first is no news. */
  #follow(session: Session, rows: readonly DetailRow[], now: number, words: typeof sessionDetails): Progress {
    const arrived = this.#arrivals.take(session, rows, now);
    const labels = arrived.slice(0, MOST_NAMED).map(({ label }) => displayableText(label, 200));
    const sentence = words.arrived(labels, arrived.length - labels.length);
    // The same sentence twice must change the live region, or it is spoken once.
    if (arrived.length > 0) this.#announcement = this.#announcement === sentence ? `${sentence}\u00A0` : sentence;
    else if (!rows.some((row) => this.#arrivals.isMarked(row, now))) this.#announcement = '';
    const isOverdue = (row: DetailRow): boolean => this.#arrivals.isOverdue(row, now);
    return {
      isAwaiting: rows.some((row) => row.state === 'pending' && !isOverdue(row)),
      hasFailed: rows.some((row) => row.state === 'not-available' || isOverdue(row)),
    };
  }

  /** Every row has its place in the template, shown or not: what is unfolded stays so when another one appears. */
  #renderList(label: string, rows: readonly DetailRow[], setting: Setting): unknown {
    const isShown = (row: DetailRow): boolean =>
      row.state !== 'empty' ||
      row.isKept ||
      (!row.isOptional && (setting.emptyValue !== 'hide' || this.#arrivals.wasAwaited(row)));
    if (!rows.some(isShown)) return nothing;
    return html`<dl aria-label=${label}>${rows.map((row) => (isShown(row) ? this.#renderRow(row, setting, rows) : nothing))}</dl>`;
  }

  #renderRow(row: DetailRow, setting: Setting, rows: readonly DetailRow[]): TemplateResult {
    const isNew = this.#arrivals.isMarked(row, setting.now);
    const { words } = setting;
    const wide = row.key === 'result' ? 'wide' : '';
    return html`<dt class=${wide}><bdi translate="no">${displayableText(row.label, 200)}</bdi></dt>
      <dd class="${row.state} ${wide}">
        ${isNew ? html`<span class="new" title=${words.justArrived}><span class="spoken">${words.justArrived}: </span></span>` : nothing}
        ${this.#renderValue(row, setting, rows)}
      </dd>`;
  }

  #renderValue(
    row: DetailRow,
    { strings, words, linkify, emptyValue, now, isOver }: Setting,
    rows: readonly DetailRow[],
  ): unknown {
    const { key, value, state, reason, isKept } = row;
    switch (state) {
      case 'value': {
        if (key === 'result') return taskResult(value, strings);
        const link = linkify === 'http' ? linkOf(value) : undefined;
        return link === undefined
          ? html`<bdi translate="no">${longText(value, strings.common.showMore, FIRST_STEP)}</bdi>`
          : html`<a href=${link} target="_blank" rel="noopener noreferrer"><bdi translate="no">${displayableText(value)}</bdi></a>`;
      }
      case 'pending':
        return html`<span class="sentence">${this.#arrivals.isOverdue(row, now) ? words.overdue : words.pending}</span>`;
      case 'empty':
        return html`${emptyValue === 'blank' ? nothing : html`<span aria-hidden="true">${DASH}</span>`}
          <span class="spoken">${isKept && !isOver ? words.toCome : words.empty}</span>`;
      case 'not-available': {
        // One integration that fails says the same of all its values: Tab comes by that once.
        const isFirst = rows.find((own) => own.reason === reason) === row;
        return html`${strings.common.notAvailable}
        ${reason === undefined ? nothing : html`<span class="reason" tabindex=${isFirst ? 0 : -1} title=${displayableText(reason, 500)}><bdi translate="no">${longText(reason, strings.common.showMore, FIRST_STEP)}</bdi></span>`}`;
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-details': SessionDetails;
  }
}

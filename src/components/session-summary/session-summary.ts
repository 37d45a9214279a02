import { isBlank } from '../../core/text/blank.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { each } from '../../context/each.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { SUMMARY_PARTS } from '../../core/model/session-summary.js';
import type { SessionSummary, SummaryPart } from '../../core/model/session-summary.js';
import type { Session } from '../../core/model/session.js';
import { isOver } from '../../core/rules/session-phase.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { displayableText, textOf } from '../../core/text/displayable-text.js';
import { sessionSummary } from '../../localize/en/session-summary.js';
import type { Strings } from '../../localize/en.js';
import { base } from '../../styles/base.js';
import { copyText } from '../../effects/copy-text.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { Check, Copy, Sparkles } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { longText } from '../../views/long-text.js';
import { emptyState } from '../../views/empty-state.js';
import { ServiceWidget } from '../../context/service-widget.js';
import { styles } from './session-summary.styles.js';

type Words = typeof sessionSummary;

interface Passage {
  readonly part: SummaryPart;
  readonly text: string;
}

/** What was copied last, of which session. */
interface Copied {
  readonly sessionId: string;
  readonly what: SummaryPart | 'all';
  readonly isDone: boolean;
}

/**
 * Shows the summary that a machine makes of a conversation, part by part as it is written, each part to be copied on its
 * own. Says when there will be one, why there is none, and always that a machine has written it.
 *
 * @tag session-summary
 * @summary The machine-written summary of one session.
 * @csspart summary-part - One part: its name, its button and its text.
 */
export class SessionSummaryElement extends ServiceWidget {
  static override styles = [base, styles];

  protected override get widget(): 'session-summary' {
    return 'session-summary';
  }

  @state() private _copied: Copied | undefined;

  constructor() {
    super();
    keepFocus(this, () => () => this.renderRoot.querySelector('button'));
  }

  protected override forget(): void {
    this._copied = undefined;
  }

  protected override renderSession(session: Session, { localization: { strings } }: WorkspaceHandle): TemplateResult {
    const words = strings['session-summary'] ?? sessionSummary;
    const { summary } = session;
    const passages = passagesOf(summary);
    const isWriting = summary?.status === 'pending' || summary?.status === 'streaming';
    const copied = this._copied?.sessionId === session.id ? this._copied : undefined;
    return html`
      <div role="status">${statusOf(session, passages, words)}</div>
      ${
        isWriting && passages.length === 0
          ? html`<div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div>`
          : nothing
      }
      ${passages.length > 0 ? this.#renderPassages(passages, isWriting, copied, words, strings) : nothing}
      <div class="spoken" role="status">${copied ? copiedWord(copied, words) : nothing}</div>
    `;
  }

  #renderPassages(
    passages: readonly Passage[],
    isWriting: boolean,
    copied: Copied | undefined,
    words: Words,
    { common }: Strings,
  ): TemplateResult {
    return html`
      <div class="parts" aria-busy=${isWriting ? 'true' : 'false'}>
        ${each(
          passages,
          ({ part }) => part,
          ({ part, text }) => {
            const isCopied = copied?.what === part && copied.isDone;
            return html`<section class="part" part="summary-part" data-part=${part}>
              <div class="part-heading">
                <h4>${words.part[part]}</h4>
                <button
                  type="button"
                  class="plain copy ${isCopied ? 'copied' : ''}"
                  data-part=${part}
                  aria-label=${words.copy(words.part[part])}
                  title=${words.copy(words.part[part])}
                  @click=${this.#onCopy}
                >
                  ${icon(isCopied ? Check : Copy)}
                </button>
              </div>
              <bdi translate="no" class="text">${longText(text, common.showMore)}</bdi>
            </section>`;
          },
        )}
      </div>
      <div class="foot">
        <button type="button" @click=${this.#onCopyAll}>
          ${icon(copied?.what === 'all' && copied.isDone ? Check : Copy)}${words.copyAll}
        </button>
        ${copied && !copied.isDone ? html`<span class="notice">${words.notCopied}</span>` : nothing}
        <p class="quiet machine">${icon(Sparkles)}<span>${words.machine}</span></p>
      </div>
    `;
  }

  #onCopy(event: Event): void {
    const { part } = (event.currentTarget as HTMLElement).dataset;
    const passage = this.#passages().find((own) => own.part === part);
    if (passage) void this.#copy(passage.part, passage.text);
  }

  #onCopyAll(): void {
    const words = this.workspace?.localization.strings['session-summary'] ?? sessionSummary;
    const text = this.#passages().map((passage) => `${words.part[passage.part]}\n${passage.text}\n`);
    void this.#copy('all', text.join('\n'));
  }

  /** The answer may come when another session is on screen: it belongs to this one. */
  async #copy(what: SummaryPart | 'all', text: string): Promise<void> {
    const sessionId = this.shownId;
    if (sessionId === undefined) return;
    const isDone = await copyText(text);
    // The same words twice would not be read aloud again.
    this._copied = undefined;
    await this.updateComplete;
    this._copied = { sessionId, what, isDone };
    if (!isDone && sessionId === this.shownId) this.#select(what);
  }

  #select(what: SummaryPart | 'all'): void {
    const place = this.renderRoot.querySelector(what === 'all' ? '.parts' : `section[data-part="${what}"] .text`);
    if (place) getSelection()?.selectAllChildren(place);
  }

  #passages(): readonly Passage[] {
    const session = this.shownId === undefined ? undefined : this.workspace?.store.read(selectSession(this.shownId));
    return passagesOf(session?.summary);
  }
}

/** The parts there are, in the order in which they are read. */
const passagesOf = (summary: SessionSummary | undefined): readonly Passage[] =>
  SUMMARY_PARTS.flatMap((part) => {
    const text = summary?.parts[part];
    return text === undefined || isBlank(textOf(text)) ? [] : [{ part, text: textOf(text) }];
  });

/** Said once for each state, however often the text grows in it. */
function statusOf({ summary, state }: Session, passages: readonly Passage[], words: Words): unknown {
  const reason = summary?.reason === undefined ? undefined : displayableText(summary.reason, 300);
  switch (summary?.status) {
    case undefined:
      return emptyState(isOver(state) ? words.none : words.later);
    case 'pending':
    case 'streaming':
      return html`<p class="quiet">${words.pending}</p>`;
    case 'failed':
      return html`<p class="notice">${reason === undefined ? words.failedWithoutReason : words.failed(reason)}</p>`;
    case 'not-available':
      return emptyState(reason === undefined ? words.notAvailableWithoutReason : words.notAvailable(reason));
    default:
      return passages.length === 0 ? emptyState(words.empty) : html`<p class="spoken">${words.ready}</p>`;
  }
}

function copiedWord({ what, isDone }: Copied, words: Words): string {
  if (!isDone) return words.notCopied;
  return what === 'all' ? words.copiedAll : words.copied(words.part[what]);
}

declare global {
  interface HTMLElementTagNameMap {
    'session-summary': SessionSummaryElement;
  }
}

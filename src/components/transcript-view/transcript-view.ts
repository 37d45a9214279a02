import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { ArrowDown } from 'lucide';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { selectTranscript } from '../../core/selectors/select-workspace.js';
import { SegmentList } from '../../core/state/segment-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { Strings } from '../../localize/en.js';
import { wordFor } from '../../localize/words.js';
import { transcriptView } from '../../localize/en/transcript-view.js';
import { base } from '../../styles/base.js';
import { icon } from '../shared/icon.js';
import { LineAnnouncer } from '../shared/line-announcer.js';
import { longText } from '../shared/long-text.js';
import { SessionWidget, emptyState } from '../shared/session-widget.js';
import { RowWindow } from './row-window.js';
import { styles } from './transcript-view.styles.js';

/**
 * Shows what is and was said in a session, live. Only the lines in view are in the document, however long the
 * transcript. Follows the end until the reader scrolls up; then it holds the place and says how many lines are new.
 *
 * @tag transcript-view
 * @summary The live transcript of one session.
 * @cssproperty [--my-sessions-transcript-height=320px] - The height of the view.
 * @csspart segment - One utterance.
 */
export class TranscriptView extends SessionWidget {
  static override styles = [base, styles];
  /** Rows are rendered, measured and, where the measure says so, rendered again: that is how a window works. */
  static override enabledWarnings: ['migration'] = ['migration'];

  readonly #transcript = new SliceController(this, selectTranscript, () => this.shownId);
  readonly #window = new RowWindow(this);
  readonly #announcer = new LineAnnouncer(this, (count) =>
    (this.workspace?.localization.strings['transcript-view'] ?? transcriptView).announce(count),
  );
  #list = SegmentList.empty;
  #listOf: string | undefined;

  protected override update(changed: PropertyValues): void {
    this.#follow(this.shownId, this.#transcript.value ?? SegmentList.empty);
    super.update(changed);
  }

  protected override renderSession(session: Session, { localization }: WorkspaceHandle): TemplateResult {
    const { strings } = localization;
    const words = strings['transcript-view'] ?? transcriptView;
    const { length } = this.#list;
    if (length === 0) return emptyState(whyEmpty(session, words));
    const { first, last, isFollowing, unseen } = this.#window;
    const segments = Array.from({ length: last - first }, (_, index) => this.#list.at(first + index));
    return html`
      <div class="scroller" role="log" aria-live="off" aria-label=${words.title} tabindex="0" @scroll=${this.#window.onScroll}>
        <div class="content">
          <div class="rows">
            ${repeat(
              segments,
              (segment) => segment?.id,
              (segment) => segment && line(segment, strings, localization.formatDuration),
            )}
          </div>
        </div>
      </div>
      ${
        isFollowing
          ? nothing
          : html`<button type="button" class="end" @click=${this.#onToEnd}>
            ${icon(ArrowDown)}${unseen > 0 ? words.newLines(unseen) : words.toEnd}
          </button>`
      }
      <div class="spoken" role="status">${this.#announcer.text}</div>
    `;
  }

  #follow(id: string | undefined, list: SegmentList): void {
    if (id === this.#listOf && list === this.#list) return;
    const rows = {
      length: list.length,
      idOf: (index: number) => list.at(index)?.id,
      indexOf: (own: string) => list.indexOf(own),
    };
    if (id === this.#listOf) {
      this.#announce(this.#list, list);
      this.#window.adapt(rows);
    } else {
      this.#announcer.clear();
      this.#window.reset(rows);
    }
    this.#list = list;
    this.#listOf = id;
  }

  /** Only what is final, and only of the session that is looked at: recognition in progress would stammer. */
  #announce(before: SegmentList, after: SegmentList): void {
    const { workspace } = this;
    if (!workspace || after.length - before.length > 200) return;
    const lines: string[] = [];
    for (let index = after.length - 1; index >= Math.max(0, before.length - 1); index -= 1) {
      const segment = after.at(index);
      if (segment?.isFinal && !before.get(segment.id)?.isFinal) lines.unshift(displayableText(segment.text, 300));
    }
    this.#announcer.add(lines, workspace.ticker);
  }

  #onToEnd(): void {
    this.#window.scrollToEnd();
    this.renderRoot.querySelector<HTMLElement>('.scroller')?.focus();
  }
}

function whyEmpty({ transcriptUnavailable, state }: Session, words: typeof transcriptView): string {
  if (transcriptUnavailable !== undefined) return words.unavailable(displayableText(transcriptUnavailable, 300));
  return state === 'ended' || state === 'after-call-work' ? words.none : words.empty;
}

function line(
  segment: TranscriptSegment,
  { speaker: roles, common, 'transcript-view': words = transcriptView }: Strings,
  formatDuration: (ms: number) => string,
): TemplateResult {
  const { speaker, text, isFinal, isCorrected, offsetMs, language } = segment;
  const name = speaker.name ?? wordFor(roles, speaker.role);
  return html`<div class="segment ${isFinal ? '' : 'interim'}" data-role=${speaker.role} part="segment" lang=${ifDefined(language)}>
    <span class="speaker"><bdi>${displayableText(name, 200)}</bdi></span>
    <span class="quiet figures">
      ${isFinal ? nothing : words.interim} ${isCorrected ? words.corrected : nothing}
      ${offsetMs === undefined ? nothing : formatDuration(offsetMs)}
    </span>
    <bdi class="text">${longText(text, common.showMore)}</bdi>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'transcript-view': TranscriptView;
  }
}

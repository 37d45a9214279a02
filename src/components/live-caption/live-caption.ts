import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { each } from '../../context/each.js';
import { isHeard, isKnown } from '../../context/is-heard.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { isOver, isSetAside } from '../../core/rules/session-phase.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectTranscript } from '../../core/selectors/select-transcript.js';
import { SegmentList } from '../../core/state/segment-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { numbersIn, speakerName } from '../../core/transcript/speaker-name.js';
import { speakerWords } from '../../localize/en/speakers.js';
import type { Strings } from '../../localize/en.js';
import { liveCaption } from '../../localize/en/live-caption.js';
import { stateSentence } from '../../localize/state-sentence.js';
import { base } from '../../styles/base.js';
import { ALargeSmall, Pause, Play } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { LineAnnouncer, finalLinesSince } from '../../controllers/line-announcer.js';
import { emptyState } from '../../views/empty-state.js';
import { ServiceWidget } from '../../context/service-widget.js';
import { captionLines, captionText } from './caption-lines.js';
import { styles } from './live-caption.styles.js';

/** A transcript as it was when it was heard last. */
interface Heard {
  readonly sessionId: string;
  readonly list: SegmentList;
}

/**
 * Shows the last lines of a call while they are spoken, in a space of one size, small or large. The agent can stop them
 * to read. Screen readers hear what is final, and never what recognition still changes.
 *
 * @tag live-caption
 * @summary Live captions of one call.
 * @cssproperty [--my-sessions-caption-lines=5] - How many lines have room.
 * @csspart line - One line: who speaks, and what.
 */
export class LiveCaption extends ServiceWidget {
  static override styles = [base, styles];

  protected override get widget(): 'live-caption' {
    return 'live-caption';
  }

  /** Whether the captions are shown in large type. */
  @property({ type: Boolean, attribute: 'large', reflect: true }) isLarge = false;

  /** Whether nothing is said to screen readers, because something else beside the captions does so. */
  @property({ type: Boolean, attribute: 'silent' }) isSilent = false;

  readonly #transcript = new SliceController(this, selectTranscript, () => this.shownId);
  /** The transcript as it was when the captions were stopped. */
  readonly #stop = new SliceController(
    this,
    (id: string) => selectBegun('captionStop', id),
    () => this.shownId,
  );
  readonly #announcer = new LineAnnouncer(this, (count) =>
    (this.workspace?.localization.strings['live-caption'] ?? liveCaption).announce(count),
  );
  #heard: Heard | undefined;

  protected override forget(): void {
    this.#heard = undefined;
  }

  protected override update(changed: PropertyValues): void {
    this.#follow();
    super.update(changed);
  }

  protected override renderSession(session: Session, { localization: { strings } }: WorkspaceHandle): TemplateResult {
    const words = strings['live-caption'] ?? liveCaption;
    const all = this.#transcript.value ?? SegmentList.empty;
    const reason = whyNone(session, all, words, strings);
    if (reason !== undefined) return emptyState(reason);
    const stop = this.#stop.value;
    const lines = captionLines(stop ?? all);
    return html`
      <div class="bar">
        <span class="note sentence quiet" data-title=${words.title}>${noteOn(session, all, stop, words, strings)}</span>
        <button
          type="button"
          class="plain"
          aria-label=${stop ? words.goOn : words.pause}
          title=${stop ? words.goOn : words.pause}
          @click=${this.#onPause}
        >
          ${icon(stop ? Play : Pause)}
        </button>
        <button
          type="button"
          class="plain"
          aria-label=${words.large}
          title=${words.large}
          aria-pressed=${this.isLarge ? 'true' : 'false'}
          @click=${this.#onLarge}
        >
          ${icon(ALargeSmall)}
        </button>
      </div>
      <div class="lines" role="log" aria-live="off" aria-label=${words.title}>
        ${
          lines.length === 0
            ? html`<p class="quiet">${words.waiting}</p>`
            : each(
                lines,
                ({ id }) => id,
                (segment) => line(segment, nameOf(segment, all, strings)),
              )
        }
      </div>
      <div class="spoken" translate="no" role="status">${this.#announcer.text}</div>
    `;
  }

  /** Only of the session that is looked at, and nothing while it is stopped. */
  #follow(): void {
    const sessionId = this.shownId;
    const list = this.#transcript.value ?? SegmentList.empty;
    const { workspace } = this;
    const heard = this.#heard;
    if (sessionId === undefined || sessionId !== heard?.sessionId || this.isSilent) this.#announcer.clear();
    else if (workspace && list !== heard.list && !this.#stop.value && isHeard(workspace, sessionId))
      this.#announcer.add(finalLinesSince(heard.list, list), workspace, sessionId);
    // What is there when a session becomes known is no news.
    const isNews = sessionId === heard?.sessionId || isKnown(workspace, sessionId);
    this.#heard = sessionId === undefined || !isNews ? undefined : { sessionId, list };
  }

  #onPause(): void {
    this.keep('captionStop', this.#stop.value ? undefined : (this.#transcript.value ?? SegmentList.empty));
    this.#announcer.clear();
  }

  #onLarge(): void {
    this.isLarge = !this.isLarge;
  }
}

/** Why there is nothing to caption; undefined while there is, or may be. */
function whyNone(
  { transcriptUnavailable, isTranscribable, state }: Session,
  list: SegmentList,
  words: typeof liveCaption,
  strings: Strings,
): string | undefined {
  if (list.length === 0 && transcriptUnavailable !== undefined)
    return words.unavailable(displayableText(transcriptUnavailable, 300));
  if (isOver(state)) return stateSentence(state, strings, {}, '');
  return list.length === 0 && isTranscribable === false ? words.notTranscribable : undefined;
}

function noteOn(
  { state, transcriptUnavailable }: Session,
  list: SegmentList,
  stop: SegmentList | undefined,
  words: typeof liveCaption,
  strings: Strings,
): unknown {
  if (isSetAside(state)) return stateSentence(state, strings, words.interrupted, '');
  if (stop) return words.paused(Math.max(0, list.length - stop.length));
  return transcriptUnavailable === undefined ? nothing : words.unavailable(displayableText(transcriptUnavailable, 300));
}

function nameOf({ speaker }: TranscriptSegment, list: SegmentList, { speaker: roles = speakerWords }: Strings): string {
  return displayableText(speakerName(speaker, roles, numbersIn(list)), 200);
}

function line({ text, isFinal, language }: TranscriptSegment, name: string): TemplateResult {
  return html`<p class="line ${isFinal ? '' : 'interim'}" part="line" lang=${ifDefined(language)}>
    <bdi translate="no" class="speaker">${name}</bdi>: <bdi translate="no" class="said">${captionText(text)}</bdi>
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'live-caption': LiveCaption;
  }
}

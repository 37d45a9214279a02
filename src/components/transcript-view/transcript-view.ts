import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { each } from '../../context/each.js';
import { isHeard } from '../../context/is-heard.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { isOver, isSetAside } from '../../core/rules/session-phase.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectSelectedId } from '../../core/selectors/select-selection.js';
import { selectTranscript, selectTranscriptAway } from '../../core/selectors/select-transcript.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { numbersIn, speakerName } from '../../core/transcript/speaker-name.js';
import { silenceBefore } from '../../core/transcript/speech.js';
import { speakerWords } from '../../localize/en/speakers.js';
import type { Strings } from '../../localize/en.js';
import type { Localization } from '../../localize/localization.js';
import { wordFor } from '../../localize/words.js';
import { sentimentWords } from '../../localize/en/sentiments.js';
import { transcriptView } from '../../localize/en/transcript-view.js';
import { base } from '../../styles/base.js';
import { toEndStyles } from '../../styles/to-end.js';
import { ArrowDown } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { DrawnTranscript } from '../../controllers/drawn-transcript.js';
import type { LineAnnouncer } from '../../controllers/line-announcer.js';
import { takeEdgeKey } from '../../controllers/edge-keys.js';
import { WholeInPrint } from '../../controllers/whole-in-print.js';
import { longText } from '../../views/long-text.js';
import { nestedLater } from '../../registration/nested-later.js';
import { transcriptAway } from '../../views/transcript-away.js';
import { emptyState } from '../../views/empty-state.js';
import { ServiceWidget } from '../../context/service-widget.js';
import type { TranscriptFind } from '../transcript-tools/transcript-tools.js';
import { RowWindow } from './row-window.js';
import type { Rows } from './row-window.js';
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
export class TranscriptView extends ServiceWidget {
  static override styles = [base, toEndStyles, styles];

  protected override get widget(): 'transcript-view' {
    return 'transcript-view';
  }

  /** Something quiet to say beside the tools. */
  @property() note: string | undefined;

  /** Rows are rendered, measured and, where the measure says so, rendered again: that is how a window works. */
  static override enabledWarnings: ['migration'] = ['migration'];

  readonly #id = (): string | undefined => this.shownId;
  readonly #away = new SliceController(this, selectTranscriptAway, this.#id);
  readonly #hasTools = new SliceController(this, (id: string) => selectBegun('transcriptTools', id), this.#id);
  readonly #found = new SliceController(this, (id: string) => selectBegun('transcriptFound', id), this.#id);
  readonly #window = new RowWindow(this);
  readonly #drawn = new DrawnTranscript(this, this.#id, {
    selected: selectSelectedId,
    transcript: selectTranscript,
    grow: (before, list, isInSight) => {
      if (isInSight) void this.#speak(before, list);
      this.#window.adapt(rowsOf(list));
    },
    turn: (from, to, list) => {
      this.#announcer?.clear();
      this.#window.turn(from, to, rowsOf(list));
    },
  });
  /** Loaded when there is something to say: nothing of it is seen. */
  #announcer: LineAnnouncer | undefined;

  constructor() {
    super();
    const print = (isPrinted: boolean): void => {
      this.#window.print(isPrinted);
      this.requestUpdate();
      this.performUpdate();
    };
    this.addController(new WholeInPrint(this, print));
  }

  protected override forget(): void {
    this.#drawn.forget();
    this.#window.forget();
  }

  protected override scheduleUpdate(): Promise<unknown> | undefined {
    return this.#drawn.schedule(() => super.scheduleUpdate());
  }

  protected override shouldUpdate(): boolean {
    return this.#drawn.isToBeDrawn();
  }

  protected override renderSession(session: Session, { localization }: WorkspaceHandle): TemplateResult {
    const { strings } = localization;
    const words = strings['transcript-view'] ?? transcriptView;
    const isOpen = this.#hasTools.value === true;
    const isEmpty = this.#drawn.list.length === 0;
    const bar = html`<div class="bar" @transcript-find=${isOpen ? this.#onFind : nothing} @transcript-close=${isOpen ? this.#onTools : nothing}>
      ${
        isEmpty
          ? this.#away.value === undefined
            ? emptyState(whyEmpty(session, words))
            : transcriptAway(this.#away.value, strings)
          : html`<span class="note quiet" title=${ifDefined(this.note)}>${this.note}</span
              ><button type="button" class="plain" aria-expanded=${isOpen ? 'true' : 'false'} @click=${this.#onTools}>
                ${words.tools}
              </button>`
      }
      ${
        isOpen || hasNote(session)
          ? nestedLater(strings, this, 'transcript-view', 'transcript-tools', { sessionId: session.id, isOpen })
          : nothing
      }
    </div>`;
    if (isEmpty) return bar;
    const { first, last, isAway, unseen } = this.#window;
    const segments = Array.from({ length: last - first }, (_, index) => this.#drawn.list.at(first + index));
    const isSpeech = session.modality === 'audio-video';
    const isEnded = isOver(session.state);
    return html`
      ${bar}
      <div class="scroller" role="log" aria-live="off" aria-label=${words.title} tabindex="0" @scroll=${this.#window.onScroll} @keydown=${this.#onKey}>
        <div class="content">
          <div class="before"></div>
          <div class="rows">
            ${each(
              segments,
              (segment) => segment?.id,
              (segment, index) => {
                const before = isSpeech ? this.#drawn.list.at(first + index - 1) : undefined;
                const isFound = segment?.id === this.#found.value;
                return (
                  segment &&
                  guard([segment, before, isEnded, isFound, this.#drawn.list.nameless, localization], () =>
                    // Nobody goes on speaking after the end.
                    line(
                      isEnded ? { ...segment, isFinal: true } : segment,
                      before,
                      this.#nameOf(segment, strings),
                      isFound,
                      localization,
                    ),
                  )
                );
              },
            )}
          </div>
        </div>
      </div>
      ${
        isAway
          ? html`<button type="button" class="end" @click=${this.#onToEnd}>
            ${icon(ArrowDown)}${unseen > 0 ? words.newLines(unseen) : words.toEnd}
          </button>`
          : nothing
      }
      <div class="spoken" translate="no" role="status">${this.#announcer?.text}</div>
    `;
  }

  #nameOf({ speaker }: TranscriptSegment, { speaker: roles = speakerWords }: Strings): string {
    return displayableText(speakerName(speaker, roles, numbersIn(this.#drawn.list)), 200);
  }

  async #speak(before: SegmentList, after: SegmentList): Promise<void> {
    const { sessionId } = this.#drawn;
    const speech = await import('../../controllers/line-announcer.js').catch(() => undefined);
    const { workspace } = this;
    // Without it the lines are still there to be read.
    if (!speech || !workspace || sessionId === undefined || sessionId !== this.#drawn.sessionId) return;
    if (!isHeard(workspace, sessionId)) return;
    this.#announcer ??= new speech.LineAnnouncer(this, (count) =>
      (this.workspace?.localization.strings['transcript-view'] ?? transcriptView).announce(count),
    );
    this.#announcer.add(speech.finalLinesSince(before, after), workspace, sessionId);
  }

  /** Focus goes back to the button when what it has opened closes itself. */
  #onTools(): void {
    this.keep('transcriptTools', !this.#hasTools.value);
    this.keep('transcriptFound', undefined);
    this.renderRoot.querySelector('button')?.focus();
  }

  #onFind({ detail: { segmentId, isAsked } }: CustomEvent<TranscriptFind>): void {
    this.keep('transcriptFound', segmentId);
    if (segmentId !== undefined && isAsked) this.#window.scrollTo(segmentId);
  }

  #onKey(event: KeyboardEvent): void {
    takeEdgeKey(event, {
      start: () => {
        this.#window.scrollToStart();
      },
      end: () => {
        this.#window.scrollToEnd();
      },
    });
  }

  #onToEnd(): void {
    this.#window.scrollToEnd();
    this.renderRoot.querySelector<HTMLElement>('.scroller')?.focus();
  }
}

const rowsOf = (list: SegmentList): Rows => ({
  length: list.length,
  idOf: (index) => list.at(index)?.id,
  indexOf: (id) => list.indexOf(id),
});

function whyEmpty(session: Session, words: typeof transcriptView): string {
  const { transcriptUnavailable } = session;
  if (transcriptUnavailable !== undefined) return words.unavailable(displayableText(transcriptUnavailable, 300));
  return isOver(session.state) ? words.none : words.empty;
}

/** Whether there may be something to say of the transcript besides its lines. */
const hasNote = ({ direction, state, transcriptUnavailable }: Session): boolean =>
  direction === 'outbound' || isSetAside(state) || transcriptUnavailable !== undefined;

function line(
  segment: TranscriptSegment,
  before: TranscriptSegment | undefined,
  name: string,
  isFound: boolean,
  { strings, formatDuration }: Localization,
): TemplateResult {
  const { sentiment: moods = sentimentWords, common } = strings;
  const words = strings['transcript-view'] ?? transcriptView;
  const { speaker, text, isFinal, isCorrected, offsetMs, language, sentiment = 'neutral' } = segment;
  const silence = silenceBefore(segment, before);
  const corrected = isCorrected ? words.corrected : '';
  const mood = sentiment === 'neutral' ? '' : wordFor(moods, sentiment);
  const time = offsetMs === undefined ? '' : formatDuration(offsetMs);
  return html`<div
    class="segment ${isFinal ? '' : 'interim'}"
    data-role=${speaker.role}
    data-id=${segment.id}
    part="segment"
    lang=${ifDefined(language)}
    aria-current=${isFound ? 'true' : 'false'}
  >
    ${silence > 0 ? html`<p class="gap quiet">${words.gap(silence)}</p>` : nothing}
    <span class="speaker"><bdi translate="no">${name}</bdi></span>
    <span class="quiet figures" translate="no"
      >${isFinal ? nothing : html`<span class="spoken">${words.interim} · </span>`}${corrected}${corrected !== '' && mood + time !== '' ? ' · ' : ''}<span class="mood"
        >${mood}${mood !== '' && time !== '' ? ' · ' : ''}<span>${time}</span></span
      ></span
    >
    <bdi translate="no" class="text">${longText(text, common.showMore)}</bdi>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'transcript-view': TranscriptView;
  }
}

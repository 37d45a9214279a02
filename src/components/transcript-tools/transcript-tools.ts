import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { Session } from '../../core/model/session.js';
import { isOver, isSetAside } from '../../core/rules/session-phase.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectSessionContent } from '../../core/selectors/select-session.js';
import { selectTranscript } from '../../core/selectors/select-transcript.js';
import { SegmentList } from '../../core/state/segment-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { fileNameOf } from '../../core/transcript/file-name.js';
import { numbersIn, speakerName } from '../../core/transcript/speaker-name.js';
import { startsOf } from '../../core/transcript/timing.js';
import { writeText } from '../../core/transcript/write-text.js';
import { writeWebVtt } from '../../core/transcript/write-web-vtt.js';
import { speakerWords } from '../../localize/en/speakers.js';
import type { Strings } from '../../localize/en.js';
import { transcriptTools } from '../../localize/en/transcript-tools.js';
import { stateSentence } from '../../localize/state-sentence.js';
import { titleOf } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { copyText } from '../../effects/copy-text.js';
import { ArrowDown, ArrowUp } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { SessionWidget } from '../../context/session-widget.js';
import { saveText } from './save-text.js';
import { TranscriptFinder } from './transcript-finder.js';
import { styles } from './transcript-tools.styles.js';
import { isOfComposition } from '../../views/composing.js';

/** Where a search has led; without a segment it found nothing. */
export interface TranscriptFind {
  readonly segmentId: string | undefined;
  /** Whether the agent has asked for it. Otherwise lines have come or were corrected, and another one is stood on. */
  readonly isAsked: boolean;
}

/** More than this is not laid out when it has to be copied by hand. */
const MOST_BY_HAND = 100_000;

/** What came of copying or saving, for the session it was done for. */
interface Outcome {
  readonly sessionId: string;
  readonly message: string;
  /** The text to be copied by hand. */
  readonly text?: string;
}

/**
 * Search inside a transcript, and the transcript as a copy or a file. Search is plain text, goes on while lines come,
 * and never holds up the page. Escape closes.
 *
 * @tag transcript-tools
 * @summary Search and export of one session's transcript.
 * @csspart note - What is to be known of the transcript besides its lines.
 * @fires {CustomEvent<{ segmentId: string | undefined, isAsked: boolean }>} transcript-find - Where the search has led: the line to be marked, and shown where the agent has asked for it.
 * @fires {CustomEvent<undefined>} transcript-close - Escape was pressed: the agent is done.
 */
export class TranscriptTools extends SessionWidget {
  static override styles = [base, styles];

  /** Whether search and export are unfolded. Without it only what is to be known of the transcript is shown. */
  @property({ type: Boolean, attribute: 'open' }) isOpen = false;

  @state() private _outcome: Outcome | undefined;

  readonly #typed = new SliceController(
    this,
    (id: string) => selectBegun('transcriptSearch', id),
    () => this.shownId,
  );
  readonly #transcript = new SliceController(this, selectTranscript, () => this.shownId);
  readonly #finder = new TranscriptFinder(this, (segmentId, isAsked) => {
    // For the element around this one, not for the page.
    const detail = { segmentId, isAsked };
    this.dispatchEvent(new CustomEvent<TranscriptFind>('transcript-find', { detail, bubbles: true }));
  });
  #finderOf: string | undefined;

  protected override forget(): void {
    this.#finder.clear();
    this._outcome = undefined;
  }

  protected override update(changed: PropertyValues): void {
    if (this.shownId !== this.#finderOf) this.#finder.clear();
    this.#finderOf = this.shownId;
    this.#finder.follow(this.#list);
    super.update(changed);
  }

  protected override renderSession(session: Session, { localization }: WorkspaceHandle): TemplateResult {
    const { strings } = localization;
    const words = strings['transcript-tools'] ?? transcriptTools;
    const note = noteOn(session, this.#list.length > 0, words, strings);
    return html`
      ${note === undefined ? nothing : html`<p class="quiet" part="note">${note}</p>`}
      ${this.isOpen ? this.#renderTools(session, words, strings.speaker ?? speakerWords) : nothing}
    `;
  }

  #renderTools(
    session: Session,
    words: typeof transcriptTools,
    roles: Readonly<Record<string, string>>,
  ): TemplateResult {
    const outcome = this._outcome?.sessionId === session.id ? this._outcome : undefined;
    return html`<div class="tools" @keydown=${this.#onKeyDown}>
      <div class="row" role="search" aria-label=${words.search}>
        <input
          class="field"
          aria-label=${words.search}
          placeholder=${words.search}
          autocomplete="off"
          .value=${this.#text}
          @input=${this.#onInput}
          @keydown=${this.#onFieldKeyDown}
        />
        <span class="quiet figures" translate="no" role="status">${this.#renderPosition(words, roles)}</span>
        <button type="button" class="plain" aria-label=${words.previous} title=${words.previous} @click=${this.#onPrevious}>${icon(ArrowUp)}</button>
        <button type="button" class="plain" aria-label=${words.next} title=${words.next} @click=${this.#onNext}>${icon(ArrowDown)}</button>
      </div>
      <div class="row">
        <button type="button" @click=${this.#onCopy}>${words.copy}</button>
        <button type="button" @click=${this.#onText}>${words.asText}</button>
        <button type="button" @click=${this.#onWebVtt}>${words.asWebVtt}</button>
      </div>
      <p class="quiet" role="status">${outcome?.message}</p>
      ${
        outcome?.text === undefined
          ? nothing
          : html`<textarea class="field" readonly rows="4" aria-label=${words.text} .value=${outcome.text}></textarea>`
      }
    </div>`;
  }

  #renderPosition(words: typeof transcriptTools, roles: Readonly<Record<string, string>>): unknown {
    const { isActive, isSearching, count, position, segmentId } = this.#finder;
    if (!isActive) return nothing;
    if (isSearching) return words.searching(count);
    const segment = segmentId === undefined ? undefined : this.#list.get(segmentId);
    if (!segment) return words.noMatch;
    const line = `${displayableText(
      speakerName(segment.speaker, roles, numbersIn(this.#list)),
      200,
    )}: ${displayableText(segment.text, 300)}`;
    return html`<bdi>${words.position(position, count)}</bdi> <span class="spoken"><bdi translate="no">${line}</bdi></span>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('isOpen') || !this.isOpen) return;
    // Whoever opened this and still waits on that button wants to type here; whoever has gone elsewhere does not.
    const root = this.getRootNode();
    const isAwaited = root instanceof ShadowRoot && root.activeElement?.matches('[aria-expanded="true"]');
    if (isAwaited) this.renderRoot.querySelector('input')?.focus();
  }

  get #list(): SegmentList {
    return this.#transcript.value ?? SegmentList.empty;
  }

  get #text(): string {
    return this.#typed.value ?? '';
  }

  #onInput(event: Event): void {
    const { value } = event.currentTarget as HTMLInputElement;
    this.keep('transcriptSearch', value);
    this.#finder.search(this.#list, value);
  }

  #onFieldKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || isOfComposition(event)) return;
    event.preventDefault();
    this.#move(event.shiftKey ? -1 : 1);
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isOfComposition(event)) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('transcript-close', { bubbles: true }));
  }

  #onPrevious(): void {
    this.#move(-1);
  }

  #onNext(): void {
    this.#move(1);
  }

  #move(by: 1 | -1): void {
    if (this.#finder.isActive) this.#finder.move(by);
    else this.#finder.search(this.#list, this.#text);
  }

  #onCopy(): void {
    void this.#copy();
  }

  async #copy(): Promise<void> {
    const { shownId, workspace } = this;
    if (shownId === undefined || !workspace) return;
    const words = workspace.localization.strings['transcript-tools'] ?? transcriptTools;
    const text = this.#asText(workspace);
    if (await copyText(text)) {
      this._outcome = { sessionId: shownId, message: words.copied };
      return;
    }
    const message = text.length > MOST_BY_HAND ? `${words.notCopied} ${words.onlyBeginning}` : words.notCopied;
    this._outcome = { sessionId: shownId, message, text: displayableText(text, MOST_BY_HAND) };
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.select();
  }

  #onText(): void {
    const { workspace } = this;
    if (workspace) this.#save('txt', 'text/plain', this.#asText(workspace), workspace);
  }

  #onWebVtt(): void {
    const { workspace } = this;
    if (workspace)
      this.#save(
        'vtt',
        'text/vtt',
        writeWebVtt(this.#segments(), workspace.localization.strings.speaker ?? speakerWords, numbersIn(this.#list)),
        workspace,
      );
  }

  #save(
    extension: 'txt' | 'vtt',
    mediaType: 'text/plain' | 'text/vtt',
    text: string,
    { store, localization: { strings } }: WorkspaceHandle,
  ): void {
    const sessionId = this.shownId ?? '';
    const session = store.read(selectSessionContent(sessionId));
    const words = strings['transcript-tools'] ?? transcriptTools;
    const name = fileNameOf(session ? titleOf(session, strings) : '', words.fileName, extension);
    saveText(name, mediaType, text);
    const starts = startsOf(this.#segments());
    const timeless = starts.filter((start) => start === undefined).length;
    const note = timeless === 0 ? '' : ` ${words.withoutTime(timeless, starts.length)}`;
    this._outcome = { sessionId, message: `${words.saved(name)}.${note}` };
  }

  #asText({ localization: { strings, formatDuration } }: WorkspaceHandle): string {
    return writeText(this.#segments(), {
      roles: strings.speaker ?? speakerWords,
      numberOf: numbersIn(this.#list),
      formatDuration,
    });
  }

  /** What is said for good; once a conversation is over, also what recognition left unfinished. */
  #segments(): readonly TranscriptSegment[] {
    const { state } = this.workspace?.store.read(selectSessionContent(this.shownId ?? '')) ?? {};
    return [...this.#list].filter(({ isFinal }) => isFinal || (state !== undefined && isOver(state)));
  }
}

/** What is to be known of a call's transcript besides its lines. */
function noteOn(
  { modality, direction, state, isTranscribable, transcriptUnavailable }: Session,
  hasLines: boolean,
  words: typeof transcriptTools,
  strings: Strings,
): string | undefined {
  if (modality !== 'audio-video' || isOver(state)) return undefined;
  if (isSetAside(state)) return stateSentence(state, strings, words.interrupted, '');
  if (hasLines && transcriptUnavailable !== undefined)
    return words.stopped(displayableText(transcriptUnavailable, 300));
  return direction === 'outbound' ? words.eligibility(isTranscribable) : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'transcript-tools': TranscriptTools;
  }
}

import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FileRules } from '../../core/model/messaging.js';
import type { Logger } from '../../core/ports/logger.js';
import { messageComposer } from '../../localize/en/message-composer.js';
import { base } from '../../styles/base.js';
import { GuardedElement } from '../../views/guarded-element.js';
import { withoutNull } from '../../views/without-null.js';
import type { AttachedFile } from './attached-file.js';
import { AttachedFiles } from './attached-files.js';
import { composerFoot } from './composer-foot.js';
import type { Measure } from './measured.js';
import { FormattingToolbar } from './formatting-toolbar.js';
import type { Formatting } from './formatting.js';
import { LinkAsking } from './link-asking.js';
import { LoadedEditor } from './loaded-editor.js';
import { otherVersion } from './other-version.js';
import { QuickReplyList } from './quick-reply-list.js';
import type { QuickReply } from './quick-reply.js';
import type { RichEditor } from './rich-editor.js';
import { spokenNow } from './spoken-now.js';
import { TextPlaces, fieldNow } from './text-places.js';
import { Writing } from './writing.js';
import { styles } from './message-composer.styles.js';

const NO_REPLIES: readonly QuickReply[] = [];
const NO_FILES: readonly AttachedFile[] = [];

/**
 * Where an agent writes to a customer, as the customer will see it. Formatting is Markdown underneath; the editor that
 * shows it is loaded when the first composer is. Without it, plain text can be written. Knows no workspace and keeps no
 * text for anybody: who uses it sets `text` and `words`, hears of every change, and clears it when a message is on its way.
 *
 * @tag message-composer
 * @summary A field for messages and mails with formatting, a character counter and quick replies.
 * @fires {CustomEvent<{ text: string; length: number }>} message-input - The agent changed the text; `length` is what the counter shows. Bubbles, not composed.
 * @fires {CustomEvent<{ text: string; format: 'markdown' | undefined }>} message-submit - The agent sends the text. The composer keeps it until it is cleared. Bubbles, not composed.
 * @fires {CustomEvent<{ files: readonly File[] }>} message-files - The agent has picked, pasted or dropped files that the channel takes. Bubbles, not composed.
 * @fires {CustomEvent<{ key: string; act: 'remove' | 'retry' }>} message-file - The agent removes a file, or wants it uploaded once more. Bubbles, not composed.
 * @fires {CustomEvent<{ use: boolean }>} message-other - The agent takes the other version in place of this one, or lets go of it. Bubbles, not composed.
 * @cssproperty [--my-sessions-composer-height=160px] - The greatest height of the field before it scrolls.
 * @csspart composer - The field with everything around it.
 * @csspart attached - The files that are to be sent.
 * @csspart refused - Which files are not taken, and why.
 */
export class MessageComposer extends GuardedElement {
  static override styles = [base, styles];

  /** The accessible name of the field. */
  @property() label: string | undefined;
  /** What the empty field says. */
  @property() placeholder = '';
  /** Most characters; without it there is no limit. */
  @property({ type: Number, attribute: 'max-length' }) maxLength: number | undefined;
  /** What the limit is about: `seen`, characters as the reader counts them; `written`, UTF-16 units with all marks. */
  @property() measure: Measure = 'seen';
  /** Whether the channel shows formatting. Without it there is no toolbar, and text is plain. */
  @property({ type: Boolean, attribute: 'formatted' }) isFormatted = false;
  /** Whether nothing can be written now. What is written can still be read and copied. */
  @property({ type: Boolean, attribute: 'disabled' }) isDisabled = false;
  /** What sends: Enter (then Shift+Enter breaks the line), or Ctrl/Cmd+Enter. */
  @property({ attribute: 'submit-on' }) submitOn: 'enter' | 'mod-enter' = 'enter';
  /** What the button that sends is called. */
  @property({ attribute: 'send-label' }) sendLabel: string | undefined;
  /** Whether there is something to send, where that is not whether something is written. */
  @property({ attribute: false }) isReady: boolean | undefined;
  /** Ready answers, offered when `/` is typed at the beginning or after a space. */
  @property({ attribute: false }) quickReplies: readonly QuickReply[] = NO_REPLIES;
  /** Which files the channel takes; without it none can be attached. */
  @property({ attribute: false }) files: FileRules | undefined;
  /** The files of the message, and how far they are. */
  @property({ attribute: false }) attached: readonly AttachedFile[] = NO_FILES;
  /** The language of sizes, as a BCP 47 tag. */
  @property() locale: string | undefined;
  /** What the text is about, such as a session. Another subject has no memory of what was typed for the one before, and the caret is where it was in each. */
  @property({ attribute: false }) subject: string | undefined;
  /** Whether what is written would be lost with the page, though it is to be kept: the agent is told, and goes on writing. */
  @property({ type: Boolean, attribute: 'unsaved' }) isUnsaved = false;
  /** What else was written here, in another tab: shown for the agent to choose. */
  @property({ attribute: false }) other: string | undefined;
  /** Its words in the agent's language; without them English. */
  @property({ attribute: false }) words: typeof messageComposer | undefined;
  /** Who is told of an editor that does not load; without it the page, as of any error. */
  @property({ attribute: false }) logger: Logger | undefined;

  readonly #files = new AttachedFiles(this);
  readonly #replies = new QuickReplyList(this);
  readonly #toolbar = new FormattingToolbar(this);
  readonly #link = new LinkAsking(this, () => this.#loaded.editor);
  readonly #writing: Writing = new Writing(this, {
    files: this.#files,
    replies: this.#replies,
    editor: () => this.#loaded.editor,
  });
  readonly #places = new TextPlaces(
    this,
    () => {
      const { editor } = this.#loaded;
      const field = this.#plainField;
      return editor ? { text: editor.text, ...editor.place } : field && fieldNow(field);
    },
    () => this.#loaded.state !== 'loading',
  );
  readonly #loaded: LoadedEditor = new LoadedEditor(this, {
    load: () => this.loadEditor(),
    host: this.#writing,
    text: () => this.#writing.text,
    places: this.#places,
    failed: (error) => {
      this.report('The editor of <message-composer> could not be loaded.', error);
    },
  });

  /** What is written: Markdown when formatted, otherwise plain text. Setting it replaces the document and its history. */
  @property({ attribute: false })
  get text(): string {
    return this.#writing.text;
  }
  set text(text: string) {
    this.#writing.text = text;
    this.#startOver();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    withoutNull(this, changed);
    if (changed.has('subject') || changed.has('isFormatted')) this.#startOver();
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { isDisabled, isFormatted, sendLabel } = this;
    const { editor, state: loading } = this.#loaded;
    const { text, size } = this.#writing;
    const { length, over } = size;
    const unsaved = this.isUnsaved && text !== '' ? words.unsaved : '';
    const waiting = this.#files.obstacle(words);
    const formatted = isFormatted && !isDisabled ? editor : undefined;
    return html`<div class="composer ${isDisabled ? 'disabled' : isFormatted ? 'formatted' : ''} ${this.#files.isOver ? 'over' : ''}" part="composer">
      ${formatted ? this.#toolbar.render(words, formatted, this.#onFormatting) : nothing}
      ${this.other === undefined ? nothing : otherVersion(words, this.#writing.seen(this.other), this.#onOther)}
      ${this.#link.render(words)}
      <div class="field-place" @focusout=${this.#onFocusOut}>
        ${this.#replies.render(words, this.#writing.takeReply)}
        ${loading === 'loading' ? html`<p class="loading quiet" part="loading" tabindex="-1">${words.loading}</p>` : nothing}
        ${loading === 'failed' ? this.#writing.renderPlainField() : html`<div class="place" ?hidden=${loading === 'loading'}></div>`}
      </div>
      ${this.#files.renderRows(words)}${this.#files.renderNotice(words)}
      ${composerFoot({
        words,
        length,
        maxLength: this.maxLength,
        over,
        unsaved,
        sendLabel,
        waiting,
        buttons: html`${formatted ? this.#toolbar.renderButton(words) : nothing}${this.#files.renderButton(words)}`,
        canSend: this.#writing.canSend(over),
        onSend: this.#onSend,
      })}
      <div class="spoken" role="status">${spokenNow(words, { over, unsaved, isPlainOnly: loading === 'failed', attached: this.attached.length }, this.#files, this.#replies)}</div>
    </div>`;
  }

  protected override updated(): void {
    const field = this.#plainField;
    if (field) this.#places.comeTo(field);
  }

  /** Empties the field, with no way back. */
  clear(): void {
    this.text = '';
  }

  /** Puts the caret into the field, as soon as there is one if focus has not gone elsewhere by then. */
  override focus(): void {
    if (!this.hasUpdated) void this.updateComplete.then(() => this.isConnected && this.focus());
    else if (this.#loaded.state === 'loaded') this.#loaded.editor?.focus();
    else this.renderRoot.querySelector<HTMLElement>('textarea, .loading')?.focus();
  }

  /** What stands in its place when it cannot be shown. */
  protected override get failureWords(): typeof messageComposer {
    return this.#words;
  }

  protected override report(message: string, error: unknown): void {
    if (this.logger) this.logger.error(message, error);
    else reportError(error);
  }

  /** Brings the editor, which is not loaded before a composer is shown. */
  protected loadEditor(): Promise<{ readonly RichEditor: typeof RichEditor }> {
    return import('./rich-editor.js');
  }

  /** What stands in for an editor that could not be loaded. */
  get #plainField(): HTMLTextAreaElement | undefined {
    return this.shadowRoot?.querySelector('textarea') ?? undefined;
  }

  get #words(): typeof messageComposer {
    return this.words ?? messageComposer;
  }

  #startOver(): void {
    this.#link.forget();
    this.#files.forget();
    this.#replies.follow(undefined);
    this.#places.turn(this.subject);
    this.#loaded.reset();
  }

  readonly #onSend = (): void => {
    this.focus();
    this.#writing.submit();
  };

  readonly #onFormatting = (formatting: Formatting): void => {
    if (formatting === 'link') void this.#link.turn();
    else this.#loaded.editor?.toggle(formatting);
  };

  readonly #onOther = (use: boolean): void => {
    this.focus();
    this.dispatchEvent(new CustomEvent('message-other', { detail: { use }, bubbles: true }));
  };

  #onFocusOut(): void {
    if (!this.#replies.isOpen) return;
    this.#replies.follow(undefined);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'message-composer': MessageComposer;
  }
}

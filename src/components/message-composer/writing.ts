import type { LitElement, TemplateResult } from 'lit';
import { isBlank } from '../../core/text/blank.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { plainAsMarkdown } from '../../core/text/plain-as-markdown.js';
import { visibleTextOf } from '../../core/text/visible-text.js';
import { messageComposer } from '../../localize/en/message-composer.js';
import type { AttachedFile } from './attached-file.js';
import type { AttachedFiles } from './attached-files.js';
import { LONGEST_LABEL } from './editor-host.js';
import type { EditorHost } from './editor-host.js';
import { measured } from './measured.js';
import type { Measure } from './measured.js';
import { plainField } from './plain-field.js';
import type { QuickReplyList } from './quick-reply-list.js';
import type { QuickReply, ReplyQuery } from './quick-reply.js';
import type { RichEditor } from './rich-editor.js';
import { surfaceAttributes } from './surface-attributes.js';

/** What a composer says of what is written in it. */
interface Composer extends LitElement {
  readonly label: string | undefined;
  readonly placeholder: string;
  readonly maxLength: number | undefined;
  readonly measure: Measure;
  readonly isFormatted: boolean;
  readonly isDisabled: boolean;
  readonly submitOn: 'enter' | 'mod-enter';
  readonly isReady: boolean | undefined;
  readonly quickReplies: readonly QuickReply[];
  readonly attached: readonly AttachedFile[];
  readonly words: typeof messageComposer | undefined;
}

/** What stands around the text. */
interface Around {
  readonly files: AttachedFiles;
  readonly replies: QuickReplyList;
  /** Undefined while there is none. */
  readonly editor: () => RichEditor | undefined;
}

/**
 * What is written in a composer, between its editor and whoever uses it: says to the editor, or to the plain field that
 * stands in for it, what it asks, takes what is typed there, and tells of it by the composer's events.
 */
export class Writing implements EditorHost {
  readonly #composer: Composer;
  readonly #around: Around;
  #text = '';
  /** What stands in the field without the editor, as long as the text comes from there. */
  #plain: string | undefined;

  constructor(composer: Composer, around: Around) {
    this.#composer = composer;
    this.#around = around;
  }

  /** Markdown when formatted, otherwise plain. Set by whoever uses the composer. */
  get text(): string {
    return this.#text;
  }
  set text(text: string) {
    if (text !== this.#text) this.#plain = undefined;
    this.#text = text;
  }

  /** How long it is, and how much too long. */
  get size(): ReturnType<typeof measured> {
    const { measure, maxLength } = this.#composer;
    return measured(this.#text, this.#format, measure, maxLength);
  }

  /** Whether it can be sent, with the files that there are, where it is `over` characters too long. */
  canSend(over = this.size.over): boolean {
    const { isDisabled, attached, isReady } = this.#composer;
    if (isDisabled || over > 0 || this.#around.files.obstacle(this.#words) !== undefined) return false;
    return attached.length > 0 || (isReady ?? !isBlank(this.seen(this.#text)));
  }

  /** A text as its reader sees it. */
  seen(text: string): string {
    return this.#composer.isFormatted ? visibleTextOf(text) : text;
  }

  /** What stands in for an editor that could not be loaded. */
  renderPlainField(): TemplateResult {
    return plainField({
      words: this.#words,
      label: this.#label,
      placeholder: this.#placeholder,
      text: this.#plain ?? this.seen(this.#text),
      host: this,
      onInput: (text) => {
        this.#plain = text;
        // Text without formatting is Markdown, too, where the channel shows it.
        this.#typed(this.isFormatted ? plainAsMarkdown(text) : text);
      },
    });
  }

  readonly takeReply = (reply: QuickReply, query: ReplyQuery): void => {
    const editor = this.#around.editor();
    editor?.insert(reply.text, query);
    editor?.focus();
  };

  // What the editor asks and tells.

  get isFormatted(): boolean {
    return this.#composer.isFormatted;
  }

  get isDisabled(): boolean {
    return this.#composer.isDisabled;
  }

  get submitOn(): 'enter' | 'mod-enter' {
    return this.#composer.submitOn;
  }

  get attributes(): Readonly<Record<string, string>> {
    const replies = this.#composer.quickReplies.length === 0 ? undefined : this.#around.replies.attributes;
    return surfaceAttributes(this.#label, this.#placeholder, replies);
  }

  changed(isText: boolean): void {
    const editor = this.#around.editor();
    if (!editor) return;
    this.#around.replies.follow(editor.replyQuery);
    this.#composer.requestUpdate();
    if (isText) this.#typed(editor.text);
  }

  submit(): void {
    if (!this.canSend()) return;
    const detail = { text: this.#text, format: this.#format };
    this.#composer.dispatchEvent(new CustomEvent('message-submit', { detail, bubbles: true }));
  }

  keyDown(event: KeyboardEvent): boolean {
    return this.#around.replies.keyDown(event, this.takeReply);
  }

  get #words(): typeof messageComposer {
    return this.#composer.words ?? messageComposer;
  }

  get #label(): string {
    return displayableText(this.#composer.label ?? this.#words.title, LONGEST_LABEL);
  }

  get #placeholder(): string {
    return displayableText(this.#composer.placeholder, LONGEST_LABEL);
  }

  get #format(): 'markdown' | undefined {
    return this.#composer.isFormatted ? 'markdown' : undefined;
  }

  #typed(text: string): void {
    this.#text = text;
    this.#around.files.forget();
    this.#composer.requestUpdate();
    const detail = { text, length: this.size.length };
    this.#composer.dispatchEvent(new CustomEvent('message-input', { detail, bubbles: true }));
  }
}

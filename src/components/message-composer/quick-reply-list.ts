import { html, nothing } from 'lit';
import type { ReactiveControllerHost } from 'lit';
import { displayableText } from '../../core/text/displayable-text.js';
import { visibleTextOf } from '../../core/text/visible-text.js';
import type { messageComposer } from '../../localize/en/message-composer.js';
import { repliesFor } from './quick-reply.js';
import type { QuickReply, ReplyQuery } from './quick-reply.js';
import { isOfComposition } from '../../views/composing.js';

type Choose = (reply: QuickReply, query: ReplyQuery) => void;

/** The list that opens over the field when `/` is typed. The caret stays in the field; the list only marks a reply. */
export class QuickReplyList {
  readonly #host: ReactiveControllerHost & { readonly quickReplies: readonly QuickReply[] };
  #query: ReplyQuery | undefined;
  #marked = 0;
  #isDismissed = false;

  constructor(host: ReactiveControllerHost & { readonly quickReplies: readonly QuickReply[] }) {
    this.#host = host;
  }

  get #found(): readonly QuickReply[] {
    return this.#query && !this.#isDismissed ? repliesFor(this.#query.text, this.#host.quickReplies) : [];
  }

  get isOpen(): boolean {
    return this.#found.length > 0;
  }

  /** What the field says of the list. */
  get attributes(): Readonly<Record<string, string>> {
    return {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      ...(this.isOpen ? { 'aria-controls': 'replies', 'aria-activedescendant': `reply-${String(this.#marked)}` } : {}),
    };
  }

  /** What is asked for now. A list that was closed stays closed until the next slash. */
  follow(query: ReplyQuery | undefined): void {
    if (query?.from !== this.#query?.from) this.#isDismissed = false;
    if (query?.text !== this.#query?.text) this.#marked = 0;
    this.#query = query;
  }

  spoken(words: typeof messageComposer): string {
    const count = this.#found.length;
    return count > 0 ? words.foundReplies(count) : '';
  }

  render(words: typeof messageComposer, choose: Choose): unknown {
    const found = this.#found;
    const query = this.#query;
    if (found.length === 0 || !query) return nothing;
    return html`<ul class="replies" id="replies" role="listbox" aria-label=${words.quickReplies}>
      ${found.map(
        (reply, index) => html`<li
          role="option"
          id="reply-${String(index)}"
          aria-selected=${index === this.#marked ? 'true' : 'false'}
          @pointerdown=${(event: Event) => {
            event.preventDefault();
          }}
          @click=${() => {
            choose(reply, query);
          }}
        >
          <bdi translate="no" class="heading">${displayableText(reply.title, 100)}</bdi>
          <bdi translate="no" class="quiet">${displayableText(visibleTextOf(reply.text), 200)}</bdi>
        </li>`,
      )}
    </ul>`;
  }

  /** Answers whether the key was for the list. */
  keyDown(event: KeyboardEvent, choose: Choose): boolean {
    const found = this.#found;
    const query = this.#query;
    if (found.length === 0 || !query || isOfComposition(event) || event.ctrlKey || event.metaKey || event.altKey)
      return false;
    switch (event.key) {
      case 'ArrowDown':
        this.#marked = (this.#marked + 1) % found.length;
        break;
      case 'ArrowUp':
        this.#marked = (this.#marked - 1 + found.length) % found.length;
        break;
      case 'Enter':
      case 'Tab': {
        const reply = found[this.#marked];
        if (event.shiftKey || !reply) return false;
        choose(reply, query);
        break;
      }
      case 'Escape':
        event.stopPropagation();
        this.#isDismissed = true;
        break;
      default:
        return false;
    }
    this.#host.requestUpdate();
    return true;
  }
}

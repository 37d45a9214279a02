import type { DOMPurify } from 'dompurify';
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { EmailMessage } from '../../core/model/email.js';
import { isBlank } from '../../core/text/blank.js';
import type { Strings } from '../../localize/en.js';
import { emailConversation } from '../../localize/en/email-conversation.js';
import { ImageOff, ShieldAlert, Text } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { longText } from '../../views/long-text.js';
import { mailFrame } from './mail-frame.js';
import type { Outcome } from './mail-frame.js';
import { MOST_CHARACTERS, MOST_NODES } from './mail-rules.js';
import { textOfHtml } from './text-of-html.js';

/** Why an HTML mail is shown as text. */
type TextReason = 'tooLarge' | 'notLoaded' | 'notShown';

/** Each node costs at least one. */
const MOST_BRACKETS = 2 * MOST_NODES;

function isTooLarge(mail: string): boolean {
  if (mail.length > MOST_CHARACTERS) return true;
  let brackets = 0;
  for (let at = mail.indexOf('<'); at >= 0; at = mail.indexOf('<', at + 1)) brackets += 1;
  return brackets > MOST_BRACKETS;
}

/**
 * The body of a mail: its HTML in a frame, or its text. Loads the sanitizer when there is HTML. Images are asked for
 * per session and mail; what was asked for is forgotten with the element.
 */
export class MailBody {
  readonly #host: LitElement;
  readonly #load: () => Promise<DOMPurify>;
  readonly #shown = new Map<string, string>();
  /** Mails that the agent reads as text. */
  readonly #plain = new Map<string, string>();
  readonly #found = new Map<string, { readonly mail: string; readonly outcome: Outcome }>();
  #sanitizer: DOMPurify | 'loading' | 'failed' | undefined;

  constructor(host: LitElement, load: () => Promise<DOMPurify>) {
    this.#host = host;
    this.#load = load;
  }

  render(sessionId: string, { html: mail = '', text = '' }: EmailMessage, strings: Strings): TemplateResult {
    const words = strings['email-conversation'] ?? emailConversation;
    if (isBlank(mail))
      return isBlank(text) ? html`<p class="empty" part="empty">${words.noBody}</p>` : renderText(text, strings);
    const written = isBlank(text) ? textOfHtml(mail) : text;
    const reason = this.#reasonForText(sessionId, mail);
    if (reason) return this.#renderInstead(reason, written, strings);
    const isPlain = this.#plain.get(sessionId) === mail;
    return html`${this.#renderChoice(sessionId, mail, isPlain, words)}
    ${
      isPlain
        ? renderText(isBlank(written) ? words.noBody : written, strings)
        : this.#renderFormatted(sessionId, mail, strings, words)
    }`;
  }

  #renderFormatted(sessionId: string, mail: string, strings: Strings, words: typeof emailConversation): TemplateResult {
    if (this.#sanitizer === undefined) this.#loadSanitizer();
    if (typeof this.#sanitizer !== 'function') return html`<p class="empty" role="status">${words.opening}</p>`;
    const showsImages = this.#shown.get(sessionId) === mail;
    const onDrawn = (outcome: Outcome): void => {
      this.#found.set(sessionId, { mail, outcome });
      this.#host.requestUpdate();
    };
    const sanitizer = this.#sanitizer;
    return html`
      ${showsImages ? nothing : this.#renderImagesNote(sessionId, mail, strings)}
      <div class="sheet">
        ${mailFrame({ html: mail, title: words.body, sanitizer, showsImages, words, onDrawn })}
      </div>
    `;
  }

  /** Always there beside a mail with formatting, and remembered as long as the mail is the same. */
  #renderChoice(sessionId: string, mail: string, isPlain: boolean, words: typeof emailConversation): TemplateResult {
    return html`<p class="view">
      <button
        type="button"
        class="plain"
        data-act="plain-text"
        aria-pressed=${isPlain ? 'true' : 'false'}
        @click=${() => {
          if (isPlain) this.#plain.delete(sessionId);
          else this.#plain.set(sessionId, mail);
          this.#host.requestUpdate();
        }}
      >
        ${icon(Text)}${words.plainText}
      </button>
    </p>`;
  }

  #outcomeOf(sessionId: string, mail: string): Outcome | undefined {
    const found = this.#found.get(sessionId);
    return found?.mail === mail ? found.outcome : undefined;
  }

  #reasonForText(sessionId: string, mail: string): TextReason | undefined {
    if (this.#sanitizer === 'failed') return 'notLoaded';
    const status = this.#outcomeOf(sessionId, mail)?.status;
    if (status === 'failed') return 'notShown';
    return status === 'too-large' || isTooLarge(mail) ? 'tooLarge' : undefined;
  }

  #renderInstead(reason: TextReason, text: string, strings: Strings): TemplateResult {
    const words = strings['email-conversation'] ?? emailConversation;
    return html`
      <div class="note" part="note">
        ${icon(ShieldAlert)}<span>${words[reason]}</span>
        ${
          reason === 'notLoaded'
            ? html`<button
              type="button"
              @click=${() => {
                this.#loadSanitizer();
                this.#host.requestUpdate();
              }}
            >
              ${strings.common.retry}
            </button>`
            : nothing
        }
      </div>
      ${renderText(isBlank(text) ? words.noBody : text, strings)}
    `;
  }

  #renderImagesNote(sessionId: string, mail: string, strings: Strings): unknown {
    const words = strings['email-conversation'] ?? emailConversation;
    const outcome = this.#outcomeOf(sessionId, mail);
    const count = outcome?.status === 'shown' ? outcome.remoteImages : 0;
    return count === 0
      ? nothing
      : html`<div class="note" part="note">
          ${icon(ImageOff)}<span>${words.imagesBlocked(count)}</span>
          <button
            type="button"
            @click=${() => {
              this.#shown.set(sessionId, mail);
              this.#host.requestUpdate();
            }}
          >
            ${words.showImages}
          </button>
        </div>`;
  }

  #loadSanitizer(): void {
    const settle = (sanitizer: DOMPurify | 'failed'): void => {
      this.#sanitizer = sanitizer;
      this.#host.requestUpdate();
    };
    this.#sanitizer = 'loading';
    this.#load().then(settle, () => {
      settle('failed');
    });
  }
}

const renderText = (text: string, { common }: Strings): TemplateResult =>
  html`<div class="text" part="text" dir="auto"><bdi translate="no">${longText(text, common.showMore)}</bdi></div>`;

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { EmailMessage } from '../../core/model/email.js';
import { emailConversation } from '../../localize/en/email-conversation.js';
import type { Strings } from '../../localize/en.js';
import { recipientsOf } from './addresses.js';
import { renderPerson } from './mail-header.js';

interface ReplyHost {
  readonly onInput: (text: string) => void;
  readonly onSubmit: (text: string) => void;
  readonly onOther: (use: boolean) => void;
  readonly onClose: () => void;
}

/** How the composer of an answer is called and sends: Enter breaks the line in a mail. */
export function composerOptions(strings: Strings): Readonly<Record<string, unknown>> {
  const words = strings['email-conversation'] ?? emailConversation;
  return {
    words: strings['message-composer'],
    label: words.answer,
    placeholder: words.placeholder,
    sendLabel: words.send,
    submitOn: 'mod-enter',
    isFormatted: true,
  };
}

/** The answer that is being written: to whom it goes, and `composer` to write it in. */
export function renderReplyForm(
  strings: Strings,
  email: EmailMessage,
  toAll: boolean,
  composer: unknown,
  { onInput, onSubmit, onOther, onClose }: ReplyHost,
): TemplateResult {
  const words = strings['email-conversation'] ?? emailConversation;
  return html`<section
    class="reply"
    aria-label=${toAll ? words.replyAll : words.reply}
    @message-input=${(event: CustomEvent<{ text: string }>) => {
      onInput(event.detail.text);
    }}
    @message-submit=${(event: CustomEvent<{ text: string }>) => {
      onSubmit(event.detail.text);
    }}
    @message-other=${(event: CustomEvent<{ use: boolean }>) => {
      onOther(event.detail.use);
    }}
  >
    <div class="recipients">
      <span class="quiet">${words.answerTo}</span>
      <ul>
        ${recipientsOf(email, toAll).map((person) => html`<li>${renderPerson(person)}</li>`)}
      </ul>
    </div>
    <button type="button" class="plain" @click=${onClose}>${words.close}</button>
    ${composer}
  </section>`;
}

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { displayableText } from '../../core/text/displayable-text.js';
import { emailConversation } from '../../localize/en/email-conversation.js';
import type { Strings } from '../../localize/en.js';

const LONGEST_QUOTE = 500;

/** Asks, before a mail is handled, whether the unsent answer to it may be lost; shows the answer. */
export function renderHandledQuestion(
  answer: string,
  strings: Strings,
  onClose: (isLost: boolean) => void,
): TemplateResult {
  const words = strings['email-conversation'] ?? emailConversation;
  return html`<dialog
    aria-label=${words.markAsHandled}
    @close=${(event: Event) => {
      onClose((event.currentTarget as HTMLDialogElement).returnValue === 'handled');
    }}
  >
    <form method="dialog">
      <p>${words.handledQuestion}</p>
      <blockquote dir="auto"><bdi translate="no">${displayableText(answer, LONGEST_QUOTE)}</bdi></blockquote>
      <div class="choices">
        <button value="">${strings.common.cancel}</button>
        <button class="danger" value="handled">${words.handleAndLose}</button>
      </div>
    </form>
  </dialog>`;
}

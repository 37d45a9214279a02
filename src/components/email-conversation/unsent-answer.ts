import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { copyText } from '../../effects/copy-text.js';
import type { emailConversation } from '../../localize/en/email-conversation.js';

/** An answer that can no longer be sent, to be read and taken elsewhere. */
export const renderUnsent = (text: string, words: typeof emailConversation): TemplateResult =>
  html`<section class="unsent" aria-label=${words.unsent}>
    <p>${words.unsent}</p>
    <textarea class="field" readonly dir="auto" aria-label=${words.unsent} .value=${text}></textarea>
    <button type="button" @click=${copyOwn}>${words.copy}</button>
  </section>`;

/** Selects, too: where the clipboard is not allowed, a key press copies. */
function copyOwn(event: Event): void {
  const field = (event.currentTarget as HTMLElement).parentElement?.querySelector('textarea');
  field?.select();
  void copyText(field?.value ?? '');
}

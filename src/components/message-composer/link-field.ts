import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { messageComposer } from '../../localize/en/message-composer.js';
import { isOfComposition } from '../../views/composing.js';

/**
 * Asks for the address of a link, beside the text and not over it.
 *
 * @param present the address there is now; empty when there is none
 * @param onAnswer gets the address, an empty one to take the link away, undefined to leave all as it is
 */
export function linkField(
  words: typeof messageComposer,
  present: string,
  isUnsafe: boolean,
  onAnswer: (address: string | undefined) => void,
): TemplateResult {
  const answer = (event: Event): void => {
    const input = (event.currentTarget as HTMLElement).closest('.link')?.querySelector('input');
    onAnswer(input?.value.trim() === '' ? undefined : input?.value.trim());
  };
  return html`<div
    class="link"
    @keydown=${(event: KeyboardEvent) => {
      const isEntered = event.key === 'Enter' && event.target instanceof HTMLInputElement;
      if (isOfComposition(event) || (!isEntered && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      if (isEntered) answer(event);
      else onAnswer(undefined);
    }}
  >
    <input
      class="field"
      type="url"
      inputmode="url"
      dir="ltr"
      aria-label=${words.linkAddress}
      aria-invalid=${isUnsafe ? 'true' : 'false'}
      aria-describedby=${isUnsafe ? 'link-problem' : nothing}
      placeholder=${words.linkHint}
      .value=${present}
    />
    <button type="button" @click=${answer}>${words.applyLink}</button>
    ${
      present === ''
        ? nothing
        : html`<button
          type="button"
          class="plain"
          @click=${() => {
            onAnswer('');
          }}
        >
          ${words.removeLink}
        </button>`
    }
    ${isUnsafe ? html`<p class="problem" id="link-problem" role="alert">${words.linkUnsafe}</p>` : nothing}
  </div>`;
}

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { displayableText } from '../core/text/displayable-text.js';
import type { Strings } from '../localize/en.js';
import { unsentWords } from '../localize/en/unsent.js';
import { answerDialog } from './answer-dialog.js';

const LONGEST_QUOTE = 500;

/** What is written and not sent, in a question that is asked before it can no longer be. */
export const unsentText = (written: string, { unsent = unsentWords }: Strings): TemplateResult =>
  html`<p>${unsent.question}</p>
    <blockquote dir="auto"><bdi translate="no">${displayableText(written, LONGEST_QUOTE)}</bdi></blockquote>`;

/** The question of an act that is asked for nothing else. */
export const unsentQuestion = (
  verb: string,
  written: string,
  strings: Strings,
  onClose: (goesOn: boolean) => void,
): TemplateResult =>
  html`<dialog
    aria-label=${verb}
    @close=${(event: Event) => {
      onClose((event.currentTarget as HTMLDialogElement).returnValue === 'go-on');
    }}
  >
    <form method="dialog" @click=${answerDialog}>
      ${unsentText(written, strings)}
      <div class="choices">
        <button value="" data-begin>${strings.common.cancel}</button>
        <button class="danger" value="go-on">${(strings.unsent ?? unsentWords).goOn(verb)}</button>
      </div>
    </form>
  </dialog>`;

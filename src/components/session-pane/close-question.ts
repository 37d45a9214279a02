import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { displayableText } from '../../core/text/displayable-text.js';
import type { Strings } from '../../localize/en.js';
import type { paneWords } from '../../localize/en/session-pane.js';
import { answerDialog } from '../../views/answer-dialog.js';

/**
 * Asks whether a tab is to be closed with input in it that is saved nowhere.
 *
 * @param label what the tab is called
 * @param onAnswer hears whether to go on
 */
export const renderCloseQuestion = (
  label: string,
  words: typeof paneWords,
  { common }: Strings,
  onAnswer: (goesOn: boolean) => void,
): TemplateResult =>
  html`<dialog
    aria-label=${words.closeTab}
    @close=${(event: Event) => {
      onAnswer((event.currentTarget as HTMLDialogElement).returnValue === 'go-on');
    }}
  >
    <form method="dialog" @click=${answerDialog}>
      <p><bdi translate="no">${words.closeQuestion(displayableText(label, 100))}</bdi></p>
      <div class="choices">
        <button value="" data-begin>${common.cancel}</button>
        <button class="danger" value="go-on">${words.closeAnyway}</button>
      </div>
    </form>
  </dialog>`;

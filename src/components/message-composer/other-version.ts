import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { displayableText } from '../../core/text/displayable-text.js';
import type { messageComposer } from '../../localize/en/message-composer.js';

/** Enough to know it again. */
const LONGEST_SHOWN = 300;

/** What was written for the same customer in another tab, and what may become of it. */
export const otherVersion = (
  words: typeof messageComposer,
  text: string,
  onChoice: (use: boolean) => void,
): TemplateResult => html`<div class="other" role="group" aria-label=${words.otherVersion}>
  <p>
    <span class="sentence quiet">${words.otherVersion}</span>
    <bdi translate="no">${displayableText(text, LONGEST_SHOWN)}</bdi>
  </p>
  <button type="button" class="plain" data-other="use" @click=${() => {
    onChoice(true);
  }}>${words.useOther}</button>
  <button type="button" class="plain" data-other="discard" @click=${() => {
    onChoice(false);
  }}>${words.discardOther}</button>
</div>`;

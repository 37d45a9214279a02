import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { displayableText } from '../../core/text/displayable-text.js';
import type { messageComposer } from '../../localize/en/message-composer.js';
import { TriangleAlert } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { LONGEST_LABEL } from './editor-host.js';

interface Foot {
  readonly words: typeof messageComposer;
  readonly length: number;
  readonly maxLength: number | undefined;
  /** How many characters it is too long. */
  readonly over: number;
  /** That it is not kept; empty where it is. */
  readonly unsaved: string;
  readonly sendLabel: string | undefined;
  /** Why nothing can be sent yet, in words. */
  readonly waiting: string | undefined;
  /** The buttons that attach files and ask for formatting. */
  readonly buttons: unknown;
  readonly canSend: boolean;
  readonly onSend: () => void;
}

/** What stands below the field: how long the text is, what is wrong with it, and the button that sends. */
export const composerFoot = ({
  words,
  length,
  maxLength,
  over,
  unsaved,
  sendLabel,
  waiting,
  buttons,
  canSend,
  onSend,
}: Foot): TemplateResult =>
  html`<div class="foot">
    <span class="quiet figures count" translate="no" id="count">
      <bdi translate="no">${maxLength === undefined ? words.count(length) : words.countOf(length, maxLength)}</bdi>
      ${unsaved === '' ? nothing : html`<bdi class="unsaved">${unsaved}</bdi>`}
      ${waiting === undefined ? nothing : html`<bdi>${waiting}</bdi>`}
      ${over > 0 ? html`<bdi translate="no" class="over">${icon(TriangleAlert)}${words.tooMany(over)}</bdi>` : nothing}
    </span>
    ${buttons}
    <button type="button" class="primary send" ?disabled=${!canSend} @click=${onSend}>
      ${sendLabel === undefined ? words.send : displayableText(sendLabel, LONGEST_LABEL)}
    </button>
  </div>`;

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { RecordToOpen } from '../core/model/record.js';
import { displayableText } from '../core/text/displayable-text.js';
import { PanelTop } from '../icons/drawings.js';
import { icon } from '../icons/icon.js';
import type { recordWords } from '../localize/en/records.js';

/**
 * The way to a record, as a session of its own. With Shift it opens in the background, by mouse and keys.
 *
 * @param kind what its kind is called
 */
export function recordButton(
  record: RecordToOpen,
  kind: string,
  words: typeof recordWords,
  open: (isInBackground: boolean) => void,
): TemplateResult {
  const title = displayableText(record.title, 100);
  const name = words.open(displayableText(kind, 100), title);
  return html`<button
    type="button"
    class="record"
    data-kind=${record.kind}
    aria-label=${name}
    title=${words.inBackground(name)}
    @click=${({ shiftKey }: MouseEvent) => {
      open(shiftKey);
    }}
    @keydown=${(event: KeyboardEvent) => {
      // Firefox makes no click of it.
      if (event.key !== 'Enter' || !event.shiftKey) return;
      event.preventDefault();
      open(true);
    }}
  >
    ${icon(PanelTop)}<bdi translate="no">${displayableText(kind, 100)}</bdi>
  </button>`;
}

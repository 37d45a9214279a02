import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { displayableText } from '../core/text/displayable-text.js';
import type { Strings } from '../localize/en.js';
import { listWords } from '../localize/en/sessions-list.js';

/** What a customer wrote last, so that an agent sees whether it can wait; of files that came alone, what they are called. */
export const lastWordsIn =
  ({ list }: Strings) =>
  (said: string | readonly { readonly name: string }[] | undefined): unknown => {
    if (said === undefined) return nothing;
    const isText = typeof said === 'string';
    const shown = displayableText(isText ? said : (list ?? listWords).sentFiles(said.length, said[0]?.name ?? ''), 80);
    // Something else was written: it comes in the place of what stood there, and moves none of it.
    return html`<span class="last">${keyed(said, html`<span aria-hidden="true"> · </span>${isText ? html`<q translate="no" dir="auto">${shown}</q>` : html`<bdi translate="no">${shown}</bdi>`}`)}</span>`;
  };

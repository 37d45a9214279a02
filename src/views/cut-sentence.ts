import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** Stands for a name in a sentence until that is in its box. */
export const NAME = '\uFFFC';

/**
 * A sentence of ours in one line, where there may be no room for it. The names in it are cut first, each in a box of its
 * own: its end goes, whichever way it, the sentence and the page are written. Beside it belongs `cutSentenceStyles`.
 *
 * @param sentence with `NAME` in the places of the names
 */
export const cutSentence = (sentence: string, names: readonly string[] = []): TemplateResult =>
  // With whatever a language isolates names by.
  html`<span class="cut" dir="auto" translate="no">${sentence.split(/\u2068?\uFFFC\u2069?/).map((words, at) => html`${words === '' ? nothing : html`<span>${words}</span>`}${at < names.length ? html`<bdi translate="no">${names[at]}</bdi>` : nothing}`)}</span>`;

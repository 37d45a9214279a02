import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** One sentence in place of a widget's content. */
export const emptyState = (sentence: string): TemplateResult => html`<p class="empty" part="empty">${sentence}</p>`;

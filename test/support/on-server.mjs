// Markup as a server renders it, of elements that have been defined in this process.
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';

/** The same markup, with what a server puts into the shadow roots of its elements. */
export const renderedOnServer = (markup) => collectResult(render(html(Object.assign([markup], { raw: [markup] }))));

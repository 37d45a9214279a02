import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Mark, Node } from 'prosemirror-model';
import { displayableText } from '../core/text/displayable-text.js';
import { LONGEST_MARKDOWN } from '../core/text/visible-text.js';
import { startOf } from './message-schema.js';
import { readMarkdown } from './read-markdown.js';

/**
 * A Markdown message as it is meant to look, from the same tree that the editor writes on; undefined for what is better
 * shown as the text it is. HTML in it is text.
 */
export function renderMarkdown(text: string): TemplateResult | undefined {
  const doc = readMarkdown(text);
  return doc && html`<div class="rich" translate="no" dir="auto">${doc.children.map(block)}</div>`;
}

function block(node: Node): unknown {
  switch (node.type.name) {
    case 'bullet_list':
      return html`<ul>${node.children.map(block)}</ul>`;
    case 'ordered_list':
      return html`<ol start=${startOf(node.attrs)}>${node.children.map(block)}</ol>`;
    case 'list_item':
      return html`<li>${node.children.map(block)}</li>`;
    case 'code_block':
      return html`<pre><code>${displayableText(node.textContent, LONGEST_MARKDOWN)}</code></pre>`;
    default:
      return html`<p>${node.children.map(inline)}</p>`;
  }
}

const inline = (node: Node): unknown =>
  node.isText
    ? node.marks.reduceRight<unknown>(marked, displayableText(node.text ?? '', LONGEST_MARKDOWN))
    : html`<br />`;

function marked(content: unknown, { type, attrs }: Mark): unknown {
  switch (type.name) {
    case 'link':
      return html`<a href=${String(attrs.href)} target="_blank" rel="noopener noreferrer">${content}</a>`;
    case 'strike':
      return html`<s>${content}</s>`;
    case 'strong':
      return html`<strong>${content}</strong>`;
    case 'em':
      return html`<em>${content}</em>`;
    default:
      return html`<code>${content}</code>`;
  }
}

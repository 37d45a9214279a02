import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { displayableText } from '../../core/text/displayable-text.js';
import type { sessionNotes } from '../../localize/en/session-notes.js';

interface Choices {
  readonly onBoth: () => void;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

const LONGEST_SHOWN = 10_000;

/** What somebody else has saved while the agent was writing, and what may become of both. */
export const overtakenView = (
  words: typeof sessionNotes,
  who: string,
  text: string,
  renderMarkdown: ((text: string) => unknown) | undefined,
  { onBoth, onTheirs, onMine }: Choices,
): TemplateResult =>
  html`<section class="overtaken" part="overtaken" role="alert">
    <p><bdi translate="no">${words.overtaken(who)}</bdi></p>
    <div class="theirs" dir="auto" tabindex="0" translate="no">
      ${text === '' ? words.theirsEmpty : (renderMarkdown?.(text) ?? html`<div class="plain-text">${displayableText(text, LONGEST_SHOWN)}</div>`)}
    </div>
    <div class="choices">
      ${text === '' ? nothing : html`<button type="button" class="primary" data-choice="both" @click=${onBoth}>${words.keepBoth}</button>`}
      <button type="button" data-choice="theirs" @click=${onTheirs}>${words.useTheirs}</button>
      <button type="button" data-choice="mine" @click=${onMine}>${words.keepMine}</button>
    </div>
  </section>`;

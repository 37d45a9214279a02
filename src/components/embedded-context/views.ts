import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PageLetGo } from '../../core/state/begun.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { Strings } from '../../localize/en.js';
import { embeddedContext } from '../../localize/en/embedded-context.js';
import { ExternalLink } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { enterFrame } from './focus-guard.js';
import type { Frame } from './frame-pool.js';

const wordsOf = (strings: Strings): typeof embeddedContext => strings['embedded-context'] ?? embeddedContext;

/** What is shown, of which site, and the way out. */
export function renderBar(frame: Frame, strings: Strings, onOpen: (event: MouseEvent) => void): unknown {
  const words = wordsOf(strings);
  const host = displayableText(frame.host, 200);
  const trouble = troubleOf(frame.state, host, words);
  return html`
    <div class="bar" part="bar">
      <div class="page">
        <bdi translate="no" class="heading">${displayableText(frame.label, 200)}</bdi>
        ${renderState(frame, host, words)}
      </div>
      ${trouble === undefined ? renderWayIn(frame, words) : nothing}
      ${trouble === undefined ? renderTabLink(frame.url, words.open, onOpen) : nothing}
    </div>
    ${
      trouble === undefined
        ? nothing
        : html`<div class="notice" role="alert"><span>${trouble}</span> ${renderTabLink(frame.url, words.open, onOpen)}</div>`
    }
  `;
}

/** The site and what is to be said of its page, in a place that has room for the longest of it: no page moves by what is said. */
function renderState({ isDirty, state }: Frame, host: string, words: typeof embeddedContext): TemplateResult {
  const loading = words.loading(host);
  return html`<span class="state quiet" data-loading=${loading} data-unsaved="${host} ● ${words.unsaved}"
    ><span
      >${state === 'loading' ? html`<span class="sentence" role="status">${loading}</span>` : html`<bdi translate="no">${host}</bdi>`}
      ${isDirty ? html`<span class="unsaved" role="status">${words.unsaved}</span>` : nothing}</span
    ></span
  >`;
}

/** Shown when it has the focus: for those who reach a page neither by pointer nor by Tab, such as with a screen reader. */
const renderWayIn = ({ element }: Frame, words: typeof embeddedContext): TemplateResult =>
  html`<button
    type="button"
    class="go-in"
    @click=${() => {
      enterFrame(element);
    }}
  >
    ${words.goIn}
  </button>`;

/** In the place of a page that cannot be shown while the agent writes elsewhere. */
export const renderHeldBack = ({ element, host }: Frame, strings: Strings): TemplateResult => {
  const words = wordsOf(strings);
  return html`<div class="held-back">
    <p>${words.heldBack(displayableText(host, 200))}</p>
    <button
      type="button"
      @click=${() => {
        enterFrame(element);
      }}
    >
      ${words.goIn}
    </button>
  </div>`;
};

function troubleOf(state: Frame['state'], host: string, words: typeof embeddedContext): string | undefined {
  if (state === 'own-page') return words.ownPage;
  return state === 'silent' || state === 'forbidden' || state === 'flooding' ? words[state](host) : undefined;
}

/** A refused page cannot be told from a shown one, so this stands under every page that has not spoken for itself. */
export const renderFoot = ({ state }: Frame, strings: Strings): unknown =>
  state === 'loaded' ? html`<p class="foot quiet">${wordsOf(strings).nothingToSee}</p>` : nothing;

export const renderTabLink = (url: string, word: string, onOpen: (event: MouseEvent) => void): unknown =>
  html`<a class="tab" href=${url} target="_blank" rel="noopener noreferrer" @click=${onOpen} @auxclick=${onOpen}
    >${word} ${icon(ExternalLink)}</a
  >`;

/** The address is another one now; the page is not reloaded under the agent's hands. */
export function renderMoved(strings: Strings, onReload: () => void): unknown {
  const words = wordsOf(strings);
  return html`<div class="notice calm" role="status">
    <span>${words.moved}</span>
    <button type="button" @click=${onReload}>${words.reload}</button>
  </div>`;
}

/** Whose pages were closed to make room. */
export function renderLetGo(pages: readonly PageLetGo[], strings: Strings, onDismiss: () => void): unknown {
  if (pages.length === 0) return nothing;
  const titles = pages.map(({ title }) => displayableText(title, 100)).join(', ');
  return html`<div class="notice" role="status">
    <span>${wordsOf(strings).letGo(titles)}</span>
    <button type="button" class="plain" @click=${onDismiss}>${strings.common.dismiss}</button>
  </div>`;
}

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { directive } from 'lit/directive.js';
import { LiveDirective } from '../context/live-directive.js';
import { nested } from './nested.js';
import type { Strings } from '../localize/en.js';
import { loadElement } from './define-element.js';

type Place = Parameters<typeof nested>;

/** In place of what could not be loaded: that it is so, and another try. */
export const notLoaded = ({ failed, retry }: Strings['common'], again: () => void): TemplateResult =>
  html`<div class="empty" part="error" role="alert">
    <p>${failed}</p>
    <button type="button" @click=${again}>${retry}</button>
  </div>`;

/** See `nestedLater`. */
class NestedLaterDirective extends LiveDirective {
  #tag = '';
  #place: Place | undefined;
  #state: 'loading' | 'loaded' | 'failed' = 'loading';

  render({ common }: Strings, ...place: Place): unknown {
    const [parent, ownTag, tag] = place;
    const fullTag = `${parent.localName.slice(0, -ownTag.length)}${tag}`;
    this.#place = place;
    // What somebody else has loaded meanwhile is there at once.
    if (fullTag !== this.#tag || (this.#state !== 'loaded' && customElements.get(fullTag))) {
      this.#tag = fullTag;
      this.#load(common);
    }
    return this.#view(common);
  }

  /** What is shown now; `nested` keeps its element from one call to the next. */
  #view(words: Strings['common']): unknown {
    if (this.#state === 'loaded' && this.#place) return html`${nested(...this.#place)}`;
    if (this.#state === 'loading') return html`<p class="empty" part="loading">${words.loadingPart}</p>`;
    return notLoaded(words, () => {
      this.#load(words);
      this.show(this.#view(words));
    });
  }

  #load(words: Strings['common']): void {
    if (customElements.get(this.#tag)) {
      this.#state = 'loaded';
      return;
    }
    this.#state = 'loading';
    const tag = this.#tag;
    const settle = (state: 'loaded' | 'failed'): void => {
      if (tag !== this.#tag) return;
      this.#state = state;
      this.show(this.#view(words));
    };
    loadElement(tag).then(
      () => {
        settle('loaded');
      },
      () => {
        settle('failed');
      },
    );
  }
}

/**
 * As `nested`, for an element that is defined when it is first shown (`defineLater`). Until then it says that it is
 * loading; when loading fails it offers to try again.
 */
export const nestedLater = directive(NestedLaterDirective);

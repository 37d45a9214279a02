import { html } from 'lit';
import { directive } from 'lit/directive.js';
import { LiveDirective } from '../context/live-directive.js';
import { nested } from './nested.js';
import type { Strings } from '../localize/en.js';
import { Loading } from './loading.js';

type Place = Parameters<typeof nested>;

/** See `nestedLater`. */
class NestedLaterDirective extends LiveDirective {
  #tag = '';
  #place: Place | undefined;
  #loading: Loading | undefined;

  render({ common }: Strings, ...place: Place): unknown {
    const [parent, ownTag, tag] = place;
    const fullTag = `${parent.localName.slice(0, -ownTag.length)}${tag}`;
    this.#place = place;
    if (fullTag !== this.#tag) {
      this.#tag = fullTag;
      this.#loading = undefined;
    }
    if (!customElements.get(fullTag)) this.#loading ??= this.#load(common);
    return this.#view(common);
  }

  protected override disconnected(): void {
    this.#loading?.hostDisconnected();
  }

  protected override reconnected(): void {
    this.#loading?.hostConnected();
  }

  /** What is shown now; `nested` keeps its element from one call to the next. */
  #view(words: Strings['common']): unknown {
    const loading = this.#loading;
    // What somebody else has loaded meanwhile is there at once.
    const isHere = !loading || loading.state === 'loaded' || customElements.get(this.#tag);
    if (isHere) return this.#place && html`${nested(...this.#place)}`;
    return loading.state === 'loading'
      ? html`<p class="empty" part="loading">${words.loadingPart}</p>`
      : loading.view(words);
  }

  #load(words: Strings['common']): Loading {
    const tag = this.#tag;
    return new Loading([tag], () => {
      if (tag === this.#tag) this.show(this.#view(words));
    });
  }
}

/**
 * As `nested`, for an element that is defined when it is first shown (`defineLater`). Until then it says that it is
 * loading, and when that takes long, that it may not come; when loading fails it offers to try again.
 */
export const nestedLater = directive(NestedLaterDirective);

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { attachmentWords } from '../localize/en/attachments.js';

type Words = typeof attachmentWords;

/** See `pictureFromAfar`. */
class PictureDirective extends AsyncDirective {
  #url: string | undefined;
  #state: 'folded' | 'shown' | 'failed' = 'folded';

  render(url: string, name: string, words: Words): TemplateResult {
    if (url !== this.#url) this.#state = 'folded';
    this.#url = url;
    // What is asked for takes the place of what has focus, and keeps it.
    const turn = (state: 'shown' | 'failed', { currentTarget }: Event): void => {
      const before = currentTarget as HTMLElement;
      const { parentElement: row } = before;
      const hadFocus = before.matches(':focus');
      this.#state = state;
      this.setValue(this.render(url, name, words));
      if (hadFocus) row?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
    };
    switch (this.#state) {
      case 'folded':
        return html`<button type="button" class="plain" aria-label=${words.showPictureOf(name)} @click=${(
          event: Event,
        ) => {
          turn('shown', event);
        }}>${words.showPicture}</button>`;
      case 'shown':
        return html`<img src=${url} alt=${name} referrerpolicy="no-referrer" decoding="async" tabindex="-1" @error=${(
          event: Event,
        ) => {
          turn('failed', event);
        }} />`;
      case 'failed':
        return html`<span class="sentence quiet" role="status" tabindex="-1">${words.noPicture}</span>`;
    }
  }
}

/** A picture of a stranger's, which is asked for when the agent wants to see it, and not before. */
export const pictureFromAfar = directive(PictureDirective);

import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { messageComposer } from '../../localize/en/message-composer.js';
import { ALargeSmall } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { FORMATTINGS } from './formatting.js';
import type { Formatting } from './formatting.js';

/** One stop for the Tab key; arrow keys go from button to button. In a low place it is there when it is asked for. */
export class FormattingToolbar {
  readonly #host: LitElement;
  #current = 0;
  #isAsked = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  render(
    words: typeof messageComposer,
    editor: { isActive(formatting: Formatting): boolean },
    onChoice: (formatting: Formatting) => void,
  ): TemplateResult {
    return html`<div class="toolbar ${this.#isAsked ? 'asked' : ''}" role="toolbar" aria-label=${words.toolbar} @keydown=${this.#onKeyDown}>
      ${FORMATTINGS.map(
        ([formatting, drawing, word], index) => html`<button
          type="button"
          class="plain"
          data-formatting=${formatting}
          aria-label=${words[word] as string}
          title=${words[word] as string}
          aria-pressed=${editor.isActive(formatting) ? 'true' : 'false'}
          tabindex=${index === this.#current ? '0' : '-1'}
          @pointerdown=${keepFocusWhereItIs}
          @click=${() => {
            this.#current = index;
            onChoice(formatting);
          }}
        >
          ${icon(drawing)}
        </button>`,
      )}
    </div>`;
  }

  /** What asks for it, where it is not there by itself. */
  renderButton({ toolbar }: typeof messageComposer): TemplateResult {
    return html`<button
      type="button"
      class="plain formatting"
      aria-label=${toolbar}
      title=${toolbar}
      aria-expanded=${this.#isAsked ? 'true' : 'false'}
      @pointerdown=${keepFocusWhereItIs}
      @click=${() => {
        this.#isAsked = !this.#isAsked;
        this.#host.requestUpdate();
      }}
    >
      ${icon(ALargeSmall)}
    </button>`;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const toolbar = event.currentTarget as HTMLElement;
    const buttons = [...toolbar.querySelectorAll('button')];
    const step = toolbar.matches(':dir(rtl)') ? -1 : 1;
    const last = buttons.length - 1;
    const next = new Map([
      ['ArrowRight', this.#current + step],
      ['ArrowLeft', this.#current - step],
      ['Home', 0],
      ['End', last],
    ]).get(event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.#current = (next + buttons.length) % buttons.length;
    buttons[this.#current]?.focus();
    this.#host.requestUpdate();
  };
}

/** A click on a button leaves the caret in the field, and the selection with it. */
function keepFocusWhereItIs(event: Event): void {
  event.preventDefault();
}

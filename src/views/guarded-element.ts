import { LitElement, html, render } from 'lit';
import { dispatchPublic } from '../context/acts/public-event.js';

/**
 * Base of every element, whether it knows a workspace or not. Keeps a failure to itself: an element that throws shows a
 * card with a way to try again, and all others go on.
 */
export abstract class GuardedElement extends LitElement {
  override connectedCallback(): void {
    super.connectedCallback();
    // Asked for all elements of a page at once, so that it is laid out once.
    requestAnimationFrame(() => {
      this.#resistReset();
    });
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      this.#showFailure(error);
    }
  }

  /** What the card says, and what its button is called. */
  protected abstract get failureWords(): { readonly failed: string; readonly retry: string };

  /** Tells whoever looks after the page. `message` names the element and no customer. */
  protected abstract report(message: string, error: unknown): void;

  /**
   * A page that resets `display` of everything makes elements inline, which none of them is on purpose. Nothing else a
   * host says about it is overruled: it may hide an element, or lay it out in another way.
   */
  #resistReset(): void {
    if (!this.isConnected || getComputedStyle(this).display !== 'inline') return;
    const sheets = this.shadowRoot?.adoptedStyleSheets ?? [];
    const stated = sheets.flatMap((sheet) => [...sheet.cssRules]).flatMap((rule) => displayOf(rule));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:host(:not([hidden])) { display: ${stated.at(-1) ?? 'block'} !important; }`);
    this.shadowRoot?.adoptedStyleSheets.push(sheet);
  }

  #showFailure(error: unknown): void {
    const tag = this.localName;
    this.report(`<${tag}> could not be shown.`, error);
    const { failed, retry } = this.failureWords;
    render(
      html`<div part="error" role="alert">
        <p>${failed}</p>
        <button
          type="button"
          @click=${() => {
            this.requestUpdate();
          }}
        >
          ${retry}
        </button>
      </div>`,
      this.renderRoot,
    );
    dispatchPublic(this, 'my-sessions-error', { tag });
  }
}

/** What an element's own sheet says of itself. */
const displayOf = (rule: CSSRule): readonly string[] =>
  rule instanceof CSSStyleRule && rule.selectorText === ':host' && rule.style.display ? [rule.style.display] : [];

import { LitElement, html, isServer, render } from 'lit';
import { dispatchPublic } from '../context/acts/public-event.js';
import { takenRoot } from '../context/taken-root.js';
import { firstPicture } from './first-picture.js';
import { leaveFocus } from '../context/leave-focus.js';
import { ownWrites } from './own-writes.js';

/**
 * Base of every element, whether it knows a workspace or not. Keeps a failure to itself: an element that throws shows a
 * card with a way to try again, and all others go on.
 */
export abstract class GuardedElement extends LitElement {
  constructor() {
    super();
    // A server has no workspace, and what could be wrong with that is not known before there is a page.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the types are those of a page
    if (isServer) this.render = () => firstPicture(this.localName);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const guard = (): void => ownWrites.guard?.(this);
    if (ownWrites.guard) guard();
    // Where it cannot be loaded the element is as others are; most pages do nothing to it.
    // Asked for in the midst of a script that starts a page, a browser would read all of that again.
    else
      queueMicrotask(() => {
        import('./withstand.js').then(guard, () => undefined);
      });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return takenRoot(this);
  }

  protected override performUpdate(): void {
    ownWrites.write(this.renderRoot, () => {
      try {
        super.performUpdate();
      } catch (error) {
        this.#showFailure(error);
      }
    });
  }

  /** What the card says, and what its button is called. */
  protected abstract get failureWords(): { readonly failed: string; readonly retry: string };

  /** Tells whoever looks after the page. `message` names the element and no customer. */
  protected abstract report(message: string, error: unknown): void;

  #showFailure(error: unknown): void {
    const tag = this.localName;
    this.report(`<${tag}> could not be shown.`, error);
    const { failed, retry } = this.failureWords;
    render(
      html`<div part="error" role="alert">
        <p>${failed}</p>
        <button
          type="button"
          @click=${(event: Event) => {
            leaveFocus(event);
            this.requestUpdate();
          }}
        >
          ${retry}
        </button>
      </div>`,
      this.renderRoot,
      // The first time that something is rendered, it is for good: listeners know their element by them.
      this.renderOptions,
    );
    dispatchPublic(this, 'my-sessions-error', { tag });
  }
}

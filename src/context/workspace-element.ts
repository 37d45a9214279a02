import { ContextConsumer } from '@lit/context';
import { LitElement, html, render } from 'lit';
import { dispatchPublic } from './acts/public-event.js';
import { workspaceContext } from './workspace-handle.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/**
 * Base of every element that reads the workspace. Knows its workspace while it is in a document, and keeps a failure
 * to itself: an element that throws shows a card with a way to try again, and all others go on.
 */
export abstract class WorkspaceElement extends LitElement {
  #workspace: WorkspaceHandle | undefined;
  readonly #consumer = new ContextConsumer(this, {
    context: workspaceContext,
    subscribe: true,
    callback: (workspace) => {
      this.#workspace = workspace;
    },
  });

  /** The workspace this element stands in; undefined outside of a `<session-provider>`. */
  get workspace(): WorkspaceHandle | undefined {
    return this.#workspace;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved to where no provider answers, the element must show that and not its last workspace.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#workspace = undefined;
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      this.#showFailure(error);
    }
  }

  #showFailure(error: unknown): void {
    const { store, localization } = this.#consumer.value ?? {};
    const tag = this.localName;
    if (store) store.logger.error(`<${tag}> could not be shown.`, error);
    else reportError(error);
    const { failed, retry } = localization?.strings.common ?? {
      failed: 'This could not be shown.',
      retry: 'Try again',
    };
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

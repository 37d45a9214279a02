import { ContextConsumer } from '@lit/context';
import { en } from '../localize/en.js';
import type { Strings } from '../localize/en.js';
import { GuardedElement } from '../views/guarded-element.js';
import { takenRoot } from '../views/taken-root.js';
import { workspaceContext } from './workspace-handle.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** How long what a server has rendered stands without a workspace, in milliseconds. After that it is told what is wrong. */
const LONGEST_WAIT = 5_000;

/** Base of every element that reads the workspace. Knows its workspace while it is in a document. */
export abstract class WorkspaceElement extends GuardedElement {
  #workspace: WorkspaceHandle | undefined;
  readonly #consumer = new ContextConsumer(this, {
    context: workspaceContext,
    subscribe: true,
    callback: (workspace) => {
      this.#workspace = workspace;
      if (workspace) this.#onWorkspace?.();
    },
  });
  #onWorkspace: (() => void) | undefined;

  /** The workspace this element stands in; undefined outside of a `<session-provider>`. */
  get workspace(): WorkspaceHandle | undefined {
    return this.#workspace;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved to where no provider answers, the element must show that and not its last workspace.
    this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return takenRoot(
      this,
      () =>
        new Promise<void>((resolve) => {
          this.#onWorkspace = resolve;
          setTimeout(resolve, LONGEST_WAIT);
        }),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#workspace = undefined;
  }

  protected override get failureWords(): Strings['common'] {
    return (this.#consumer.value?.localization.strings ?? en).common;
  }

  protected override report(message: string, error: unknown): void {
    const { store } = this.#consumer.value ?? {};
    if (store) store.logger.error(message, error);
    else reportError(error);
  }
}

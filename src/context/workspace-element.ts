import { ContextConsumer } from '@lit/context';
import { en } from '../localize/en.js';
import type { Strings } from '../localize/en.js';
import { GuardedElement } from '../views/guarded-element.js';
import { workspaceContext } from './workspace-handle.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** Base of every element that reads the workspace. Knows its workspace while it is in a document. */
export abstract class WorkspaceElement extends GuardedElement {
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

  /** Words in another language would be gone again at once. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const { words } = this.#workspace ?? {};
    return words ? words.then(() => super.scheduleUpdate()) : (super.scheduleUpdate() as undefined);
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

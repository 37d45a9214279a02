import { nothing, render } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import { selectAgentId } from '../core/selectors/select-workspace.js';
import type { SessionStore } from '../core/store/session-store.js';
import { SliceController } from './slice-controller.js';
import type { WorkspaceHost } from './slice-controller.js';

/**
 * Whose workspace an element shows. When it is another agent's, or another workspace, whatever the element holds itself
 * (fields, frames, scroll places, questions) goes before anything is rendered: the agent before left it there.
 */
export class OwnAgent implements ReactiveController {
  /** The agent for whom the element was rendered last; what comes late from what it showed is of this agent. */
  id: string | undefined;

  readonly #host: LitElement & WorkspaceHost;
  readonly #forget: () => void;
  #store: SessionStore | undefined;

  /** @param forget lets go of what the element keeps beside the store and the document */
  constructor(host: LitElement & WorkspaceHost, forget: () => void) {
    this.#host = host;
    this.#forget = forget;
    host.addController(this);
    new SliceController(host, () => selectAgentId);
  }

  hostUpdate(): void {
    const store = this.#host.workspace?.store;
    if (!store) return;
    const id = store.read(selectAgentId);
    const isOther = this.#store !== undefined && (store !== this.#store || (this.id !== undefined && id !== this.id));
    this.#store = store;
    this.id = id;
    if (!isOther) return;
    this.#forget();
    render(nothing, this.#host.renderRoot, this.#host.renderOptions);
  }
}

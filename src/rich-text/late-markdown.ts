import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WorkspaceHandle } from '../context/workspace-handle.js';
import type { renderMarkdown } from './render-markdown.js';

type Host = ReactiveControllerHost & { readonly workspace: WorkspaceHandle | undefined };

/**
 * What renders formatted messages, loaded when there is one to render. Before, and without it, a message is the text it
 * is; when loading fails it is tried again once the host is in a page again.
 */
export class LateMarkdown implements ReactiveController {
  /** Undefined until it is loaded. */
  render: typeof renderMarkdown | undefined;
  #isAsked = false;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isAsked = this.render !== undefined;
  }

  /** There is a formatted message, or may be one soon. */
  ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    import('./render-markdown.js').then(
      ({ renderMarkdown }) => {
        this.render = renderMarkdown;
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        this.#host.workspace?.store.logger.warn('Formatted messages are shown as plain text.', error);
      },
    );
  }
}

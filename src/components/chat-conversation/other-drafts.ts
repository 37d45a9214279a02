import type { LitElement } from 'lit';
import { DraftState } from '../../context/draft-state.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import { plainAsMarkdown } from '../../core/text/plain-as-markdown.js';
import { shownFileNames } from '../../core/text/file-name.js';
import type { MessageComposer } from '../message-composer/message-composer.js';

/**
 * What was begun for the same session in another tab: another text, or other files, one offered after the other. Of files
 * only those can be sent that are uploaded; the others belong to the page that uploads them.
 */
export class OtherDrafts {
  readonly #message: DraftState<'message'>;
  readonly #files: DraftState<'attachments'>;

  constructor(host: LitElement & WorkspaceHost, sessionId: () => string | undefined) {
    this.#message = new DraftState(host, 'message', sessionId);
    this.#files = new DraftState(host, 'attachments', sessionId);
  }

  get isEmpty(): boolean {
    return this.#message.other === undefined && this.#files.other === undefined;
  }

  /** Properties of the composer. */
  beside(isFormatted: boolean): Pick<MessageComposer, 'isUnsaved' | 'other'> {
    const { isUnsaved, other } = this.#message.beside;
    const names = this.#files.other && shownFileNames(this.#files.other);
    return { isUnsaved, other: other ?? (names && isFormatted ? plainAsMarkdown(names) : names) };
  }

  /** The agent takes what is offered in place of what is here, or lets go of it. */
  choose(use: boolean, sessionId: string): void {
    if (this.#message.other !== undefined) this.#message.choose(use, sessionId);
    else this.#files.choose(use, sessionId);
  }
}

import type { LitElement } from 'lit';
import type { messageComposer } from '../../localize/en/message-composer.js';
import { linkField } from './link-field.js';

/** What takes links. */
interface Linked {
  readonly link: string;
  setLink(address: string): boolean;
  focus(): void;
}

/** Asks for the address of a link for what is selected in an editor. */
export class LinkAsking {
  readonly #host: LitElement;
  readonly #editor: () => Linked | undefined;
  /** The address there was when it began; undefined while nothing is asked. */
  #present: string | undefined;
  #isUnsafe = false;

  constructor(host: LitElement, editor: () => Linked | undefined) {
    this.#host = host;
    this.#editor = editor;
  }

  render(words: typeof messageComposer): unknown {
    return this.#present === undefined
      ? undefined
      : linkField(words, this.#present, this.#isUnsafe, (address) => {
          this.#answer(address);
        });
  }

  /** Begins, or leaves all as it is. */
  async turn(): Promise<void> {
    if (this.#present !== undefined) {
      this.#answer(undefined);
      return;
    }
    this.#present = this.#editor()?.link ?? '';
    this.#isUnsafe = false;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLInputElement>('.link input')?.focus();
  }

  /** What it was asked for is gone. */
  forget(): void {
    this.#present = undefined;
    this.#host.requestUpdate();
  }

  #answer(address: string | undefined): void {
    const editor = this.#editor();
    this.#isUnsafe = address !== undefined && editor?.setLink(address) === false;
    this.#host.requestUpdate();
    if (this.#isUnsafe) return;
    this.#present = undefined;
    editor?.focus();
  }
}

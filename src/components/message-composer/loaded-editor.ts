import type { LitElement, ReactiveController } from 'lit';
import type { EditorHost } from './editor-host.js';
import type { RichEditor } from './rich-editor.js';
import type { TextPlaces } from './text-places.js';

/** What an editor is made of. */
interface Making {
  readonly load: () => Promise<{ readonly RichEditor: typeof RichEditor }>;
  /** What the editor sees of its composer. */
  readonly host: EditorHost;
  readonly text: () => string;
  readonly places: TextPlaces;
  /** Hears why there is none. */
  readonly failed: (error: unknown) => void;
}

/**
 * The editor of a composer, which is loaded when the first one is shown, and lives as long as its composer is in a document.
 * The host renders a `.place` for it, and until it is there a `.loading` line that can have focus.
 */
export class LoadedEditor implements ReactiveController {
  /** Undefined while it is loaded, and where it cannot be. */
  editor: RichEditor | undefined;
  state: 'loading' | 'loaded' | 'failed' = 'loading';

  readonly #composer: LitElement;
  readonly #making: Making;

  constructor(composer: LitElement, making: Making) {
    this.#composer = composer;
    this.#making = making;
    composer.addController(this);
  }

  /** Put back into a document, it needs one again. Moved with the focus, it keeps that, but browsers lose the caret. */
  hostConnected(): void {
    if (this.editor?.hasFocus) this.editor.focus();
    if (this.#composer.hasUpdated) this.#composer.requestUpdate();
  }

  hostUpdated(): void {
    if (this.state === 'loading') void this.#load();
    this.editor?.refresh();
  }

  /** One that is only moved is connected again before this runs: it goes on as it is, and where it keeps the focus is typed on. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#composer.isConnected) return;
      this.editor?.destroy();
      this.editor = undefined;
      if (this.state === 'loaded') this.state = 'loading';
    });
  }

  /** Begins anew with the text as it is, with nothing to undo, and the caret where it was. */
  reset(): void {
    const text = this.#making.text();
    this.editor?.reset(text, this.#making.places.come(text));
  }

  /** Focus waits on the line that says so, and goes over to what takes its place. */
  async #load(): Promise<void> {
    const state = await this.#loaded();
    if (state === undefined) return;
    const isAwaited = this.#composer.renderRoot.querySelector('.loading:focus') !== null;
    this.state = state;
    this.#composer.requestUpdate();
    await this.#composer.updateComplete;
    if (isAwaited) this.#composer.focus();
  }

  async #loaded(): Promise<'loaded' | 'failed' | undefined> {
    try {
      const { RichEditor } = await this.#making.load();
      const place = this.#composer.renderRoot.querySelector<HTMLElement>('.place');
      if (this.editor || !this.#composer.isConnected || !place) return undefined;
      this.editor = new RichEditor(place, this.#making.host, this.#making.text());
      this.reset();
      return 'loaded';
    } catch (error) {
      this.#making.failed(error);
      return 'failed';
    }
  }
}

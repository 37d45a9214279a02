import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Files that are pasted or dropped anywhere on an element are not taken, and counted, so that it can say so. A page that
 * opened one would be lost with all that is written on it.
 */
export class FilesLeftOut implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #count = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** How many came last. */
  get count(): number {
    return this.#count;
  }

  hostConnected(): void {
    // Before the editor, which would take what it knows of them.
    for (const type of ['paste', 'drop'] as const) this.#host.addEventListener(type, this.#onFiles, { capture: true });
    this.#host.addEventListener('dragover', onDragOver);
  }

  hostDisconnected(): void {
    for (const type of ['paste', 'drop'] as const)
      this.#host.removeEventListener(type, this.#onFiles, { capture: true });
    this.#host.removeEventListener('dragover', onDragOver);
  }

  /** The agent has gone on. */
  forget(): void {
    this.#count = 0;
  }

  readonly #onFiles = (event: ClipboardEvent | DragEvent): void => {
    const count = filesLeftOut(event instanceof DragEvent ? event.dataTransfer : event.clipboardData);
    if (count === 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.#count = count;
    this.#host.requestUpdate();
  };
}

/** What is dropped is looked at, and not opened. */
function onDragOver(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
}

/**
 * How many files come with what is pasted or dropped and would be left out. None where they are another form of the text
 * that comes along, such as a picture of cells.
 */
function filesLeftOut(transfer: DataTransfer | null): number {
  if (!transfer || transfer.files.length === 0) return 0;
  const html = transfer.getData('text/html');
  const names = Array.from(transfer.files, ({ name }) => name);
  const isName = (line: string): boolean => line.trim() === '' || names.some((name) => line.trim().endsWith(name));
  const text = transfer.getData('text/plain');
  const isText = text.trim() === '' ? html !== '' && !/<img\b/i.test(html) : !text.split('\n').every(isName);
  return isText ? 0 : names.length;
}

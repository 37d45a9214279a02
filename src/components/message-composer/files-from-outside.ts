import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Files as they came, and how many folders were among them. */
export interface Incoming {
  readonly files: readonly File[];
  readonly folders: number;
}

/**
 * Files that are pasted or dropped anywhere on an element. Whoever hears of them takes or leaves them: a page that opened
 * one would be lost with all that is written on it.
 */
export class FilesFromOutside implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #take: (incoming: Incoming) => void;
  #isOver = false;

  constructor(host: ReactiveControllerHost & HTMLElement, take: (incoming: Incoming) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  /** Whether files are held over the element now. */
  get isOver(): boolean {
    return this.#isOver;
  }

  hostConnected(): void {
    // Before the editor, which would take what it knows of them.
    for (const type of ['paste', 'drop'] as const) this.#host.addEventListener(type, this.#onFiles, { capture: true });
    this.#host.addEventListener('dragover', this.#onDragOver);
    this.#host.addEventListener('dragleave', this.#onDragLeave);
  }

  hostDisconnected(): void {
    for (const type of ['paste', 'drop'] as const)
      this.#host.removeEventListener(type, this.#onFiles, { capture: true });
    this.#host.removeEventListener('dragover', this.#onDragOver);
    this.#host.removeEventListener('dragleave', this.#onDragLeave);
    this.#isOver = false;
  }

  /** What is dropped is looked at, and not opened. */
  readonly #onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#hold(true);
  };

  /** It comes between two parts of the element, too. */
  readonly #onDragLeave = ({ clientX, clientY }: DragEvent): void => {
    const { left, right, top, bottom } = this.#host.getBoundingClientRect();
    if (clientX <= left || clientX >= right || clientY <= top || clientY >= bottom) this.#hold(false);
  };

  #hold(isOver: boolean): void {
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }

  readonly #onFiles = (event: ClipboardEvent | DragEvent): void => {
    this.#hold(false);
    const incoming = incomingOf(event instanceof DragEvent ? event.dataTransfer : event.clipboardData);
    if (!incoming) return;
    event.preventDefault();
    event.stopPropagation();
    this.#take(incoming);
  };
}

/**
 * The files that come with what is pasted or dropped. None where they are another form of the text that comes along, such
 * as a picture of cells.
 */
function incomingOf(transfer: DataTransfer | null): Incoming | undefined {
  if (!transfer || transfer.files.length === 0) return undefined;
  const html = transfer.getData('text/html');
  const files = [...transfer.files];
  const names = new Set(files.map(({ name }) => name));
  // Some file managers send along where they lie, one below the other.
  const isName = (line: string): boolean =>
    line.trim() === '' || names.has(line.trim()) || names.has(lastPartOf(line.trim()));
  const text = transfer.getData('text/plain');
  const isText = text.trim() === '' ? html !== '' && !/<img\b/i.test(html) : !text.split('\n').every(isName);
  if (isText) return undefined;
  // What has a type is a file; to look at each of thousands takes long.
  const folders = files.some(({ type }) => type === '') ? foldersIn(transfer) : new Set<string>();
  return { files: files.filter(({ name }) => !folders.has(name)), folders: folders.size };
}

function lastPartOf(path: string): string {
  const part = path.split(/[\\/]/).at(-1) ?? '';
  try {
    return /^file:/i.test(path) ? decodeURIComponent(part) : part;
  } catch {
    return part;
  }
}

/** Folders come as files that cannot be read; only here it is said that they are none. */
function foldersIn({ items }: DataTransfer): ReadonlySet<string> {
  const entries = Array.from(items, (item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  return new Set(entries.flatMap((entry) => (entry?.isDirectory ? [entry.name] : [])));
}

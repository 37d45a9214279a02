import { html, nothing } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FileRules } from '../../core/model/messaging.js';
import { sortFiles } from '../../core/rules/file-rules.js';
import type { FileRefusal } from '../../core/rules/file-rules.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { shownFileName } from '../../core/text/file-name.js';
import { Paperclip, RotateCw, TriangleAlert, X } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { fileSize } from '../../localize/file-size.js';
import type { messageComposer } from '../../localize/en/message-composer.js';
import { fileIcon } from '../../views/file-icon.js';
import { picturePreview } from '../../views/picture-preview.js';
import type { AttachedFile } from './attached-file.js';
import { FilesFromOutside } from './files-from-outside.js';
import type { Incoming } from './files-from-outside.js';

type Words = typeof messageComposer;

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly files: FileRules | undefined;
  readonly attached: readonly AttachedFile[];
  readonly isDisabled: boolean;
  readonly locale: string | undefined;
}

interface Refused {
  readonly name: string;
  readonly why: FileRefusal;
}

/** So many are named; of more it is said how many there are. */
const MOST_NAMED = 3;

/** The files of a message: how they come in, which are left out and why, and the rows of those that are taken. */
export class AttachedFiles {
  readonly #host: Host;
  readonly #outside: FilesFromOutside;
  /** Of what came last; `all` where the channel takes none. */
  #refused: readonly Refused[] = [];
  #leftOut = 0;

  constructor(host: Host) {
    this.#host = host;
    this.#outside = new FilesFromOutside(host, (incoming) => {
      this.#take(incoming);
    });
  }

  /** Whether files are held over the composer, which takes some. */
  get isOver(): boolean {
    return this.#outside.isOver && this.#host.files !== undefined && !this.#host.isDisabled;
  }

  /** Why nothing can be sent yet, in words; undefined where the files are no reason. */
  obstacle(words: Words): string | undefined {
    const { attached } = this.#host;
    if (attached.every(({ isThere }) => isThere)) return undefined;
    const isUnderWay = attached.every(({ isThere, sentBytes }) => isThere ?? sentBytes !== undefined);
    return isUnderWay ? words.filesUnderWay : words.filesMissing;
  }

  /** The agent has gone on. */
  forget(): void {
    this.#refused = [];
    this.#leftOut = 0;
  }

  /** What became of what came last: a sentence for each file, or for each reason where those would be many. */
  notice(words: Words): readonly string[] {
    if (this.#leftOut > 0) return [words.filesLeftOut(this.#leftOut)];
    const refused = this.#refused;
    const sentences =
      refused.length > MOST_NAMED
        ? Array.from(countsOf(refused), ([why, count]) => words.filesRefused[why](count))
        : refused.map(({ name, why }) => words.fileRefused[why](shownFileName(name)));
    return [...new Set(sentences)];
  }

  renderNotice(words: Words): unknown {
    const sentences = this.notice(words);
    if (sentences.length === 0) return nothing;
    return html`<div class="left-out" part="refused">
      ${sentences.map((sentence) => html`<p><bdi translate="no">${sentence}</bdi></p>`)}
    </div>`;
  }

  renderButton(words: Words): unknown {
    const { files, isDisabled } = this.#host;
    if (!files || isDisabled) return nothing;
    return html`<input
        type="file"
        multiple
        hidden
        tabindex="-1"
        aria-hidden="true"
        accept=${acceptOf(files)}
        @change=${this.#onPicked}
      />
      <button type="button" class="plain attach" aria-label=${words.attach} title=${words.attach} @click=${this.#onPick}>
        ${icon(Paperclip)}
      </button>`;
  }

  renderRows(words: Words): unknown {
    const { attached } = this.#host;
    if (attached.length === 0) return nothing;
    return html`<ul class="attached" part="attached" aria-label=${words.attached}>
      ${repeat(
        attached,
        ({ key }) => key,
        (file) => this.#renderRow(file, words),
      )}
    </ul>`;
  }

  #renderRow(file: AttachedFile, words: Words): TemplateResult {
    const { isDisabled, locale } = this.#host;
    const name = shownFileName(file.name) || words.unnamedFile;
    const { key, size, sentBytes, failure } = file;
    const trouble =
      failure === undefined ? (file.isThere || sentBytes !== undefined ? '' : words.fileLost) : troubleOf(file, words);
    const percent = sentBytes === undefined || size === 0 ? 0 : Math.min(100, Math.floor((sentBytes / size) * 100));
    return html`<li data-key=${key} tabindex="-1" class=${trouble === '' ? '' : 'troubled'}>
      <span class="sight">${file.file && picturePreview(file.file, file.mediaType)}${fileIcon(file)}</span>
      <span class="file">
        <bdi translate="no" class="file-name">${name}</bdi>
        ${
          trouble === ''
            ? sentBytes === undefined
              ? html`<span class="quiet figures"><bdi translate="no">${fileSize(size, locale ?? '')}</bdi></span>`
              : html`<span class="quiet figures"><bdi translate="no">${words.sentOf(percent, fileSize(size, locale ?? '') ?? '')}</bdi></span>
                <progress max="100" value=${percent} aria-label=${words.progressOf(name)}></progress>`
            : html`<span class="trouble">${icon(TriangleAlert)}<bdi translate="no">${trouble}</bdi></span>`
        }
      </span>
      ${
        failure !== undefined && file.file && !isDisabled
          ? html`<button type="button" class="plain" aria-label=${words.uploadAgain(name)} title=${words.retry} @click=${() => {
              this.#act(key, 'retry');
            }}>${icon(RotateCw)}</button>`
          : nothing
      }
      <button type="button" class="plain remove" aria-label=${words.removeFile(name)} title=${sentBytes === undefined ? words.remove : words.cancel} @click=${() => {
        this.#act(key, 'remove');
      }}>${icon(X)}</button>
    </li>`;
  }

  #take({ files, folders }: Incoming): void {
    const host = this.#host;
    this.forget();
    if (!host.files || host.isDisabled) this.#leftOut = files.length + folders;
    else {
      const { taken, refused } = sortFiles(host.files, files, host.attached.length);
      this.#refused = [
        ...refused.map(({ file: { name }, why }) => ({ name, why })),
        ...Array.from({ length: folders }, () => ({ name: '', why: 'folder' as const })),
      ];
      if (taken.length > 0)
        host.dispatchEvent(new CustomEvent('message-files', { detail: { files: taken }, bubbles: true }));
    }
    host.requestUpdate();
  }

  /** Its button goes with it: focus stays with the files, or goes to where one writes. Who tries again twice removes nothing. */
  #act(key: string, act: 'remove' | 'retry'): void {
    const rows = [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.attached li') ?? [])];
    const place = rows.findIndex((row) => row.dataset.key === key);
    const next = rows[place + 1] ?? rows[place - 1];
    const heir = act === 'retry' ? rows[place] : next?.querySelector<HTMLElement>('.remove');
    (heir ?? this.#host).focus();
    this.#host.dispatchEvent(new CustomEvent('message-file', { detail: { key, act }, bubbles: true }));
  }

  readonly #onPick = (): void => {
    this.#host.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]')?.click();
  };

  readonly #onPicked = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    this.#take({ files: [...(input.files ?? [])], folders: 0 });
    // The same file can be picked again.
    input.value = '';
    this.#host.focus();
  };
}

function countsOf(refused: readonly Refused[]): ReadonlyMap<FileRefusal, number> {
  const counts = new Map<FileRefusal, number>();
  for (const { why } of refused) counts.set(why, (counts.get(why) ?? 0) + 1);
  return counts;
}

/** Only what is of use there: anything else would hide every file. */
const acceptOf = ({ types }: FileRules): string =>
  types.some((type) => /^\*(\/\*)?$/.test(type.trim()))
    ? ''
    : types.filter((type) => /^[\w.*/+-]+$/.test(type)).join(',');

const troubleOf = ({ failure = 'failed', message }: AttachedFile, words: Words): string =>
  message === undefined ? words.uploadFailed[failure] : displayableText(message, 300);

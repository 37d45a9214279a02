import type { LitElement } from 'lit';
import { SliceController } from './slice-controller.js';
import type { WorkspaceHost } from './slice-controller.js';
import { selectBegun } from '../core/selectors/select-begun.js';
import { ABOUT_NO_SESSION } from '../core/state/begun.js';
import type { BegunFields, DraftField } from '../core/state/begun.js';
import { draftOf } from '../core/state/draft-fields.js';

/** What a composer is told of a draft. */
interface Beside {
  readonly isUnsaved: boolean;
  readonly other: string | undefined;
}

/** What a draft on screen has beside it: whether it is kept, and what else was written for the same session. */
export class DraftState<F extends DraftField> {
  readonly #host: LitElement & WorkspaceHost;
  readonly #field: F;
  readonly #unkept: SliceController<BegunFields['draftsUnkept'] | undefined, string>;
  readonly #others: SliceController<BegunFields['otherDrafts'] | undefined, string>;

  constructor(host: LitElement & WorkspaceHost, field: F, sessionId: () => string | undefined) {
    this.#host = host;
    this.#field = field;
    this.#unkept = new SliceController(
      host,
      (id: string) => selectBegun('draftsUnkept', id),
      () => ABOUT_NO_SESSION,
    );
    this.#others = new SliceController(host, (id: string) => selectBegun('otherDrafts', id), sessionId);
  }

  /** Whether what is written would be lost with the page, though it is to be kept. */
  get isUnsaved(): boolean {
    return this.#unkept.value ?? false;
  }

  /** The latest of the other versions. */
  get other(): BegunFields[F] | undefined {
    const others: readonly BegunFields[F][] | undefined = this.#others.value?.[this.#field];
    return others?.[0];
  }

  /** Properties of the composer, with the latest of the other versions. */
  get beside(): Beside {
    const other: BegunFields[DraftField] | undefined = this.other;
    const text = typeof other === 'object' && 'text' in other ? other.text : other;
    return { isUnsaved: this.isUnsaved, other: typeof text === 'string' ? text : undefined };
  }

  /**
   * The agent takes the latest of the other versions in place of what is written, which can be brought back then; or lets
   * go of it.
   *
   * @param blend what is to stand in the field: the other version, where nothing else is said
   */
  choose(
    use: boolean,
    sessionId: string,
    blend: (other: BegunFields[F], mine: BegunFields[F] | undefined) => BegunFields[F] = (other) => other,
  ): void {
    const store = this.#host.workspace?.store;
    const all = store?.read(selectBegun('otherDrafts', sessionId));
    const [other, ...rest]: readonly BegunFields[F][] = all?.[this.#field] ?? [];
    if (!store || other === undefined) return;
    const mine = store.read(selectBegun(this.#field, sessionId));
    const worthKeeping = draftOf(this.#field, mine);
    if (use) store.keep(this.#field, sessionId, blend(other, mine));
    const left = use && worthKeeping !== undefined ? [worthKeeping, ...rest] : rest;
    store.keep('otherDrafts', sessionId, { ...all, [this.#field]: left });
  }
}

import type { LitElement } from 'lit';
import { SliceController } from './slice-controller.js';
import type { WorkspaceHost } from './slice-controller.js';
import { selectBegun } from '../core/selectors/select-begun.js';
import { ABOUT_NO_SESSION } from '../core/state/begun.js';
import type { BegunFields, DraftField } from '../core/state/begun.js';

/** What a draft on screen has beside it: whether it is kept, and what else was written for the same session. */
export class DraftState<F extends DraftField> {
  readonly #field: F;
  readonly #unkept: SliceController<BegunFields['draftsUnkept'] | undefined, string>;
  readonly #others: SliceController<BegunFields['otherDrafts'] | undefined, string>;

  constructor(host: LitElement & WorkspaceHost, field: F, sessionId: () => string | undefined) {
    this.#field = field;
    this.#unkept = new SliceController(
      host,
      (id: string) => selectBegun('draftsUnkept', id),
      () => ABOUT_NO_SESSION,
    );
    this.#others = new SliceController(host, (id: string) => selectBegun('otherDrafts', id), sessionId);
  }

  get isUnsaved(): boolean {
    return this.#unkept.value ?? false;
  }

  /** The latest of the other versions. */
  get other(): BegunFields[F] | undefined {
    return this.#others.value?.[this.#field]?.[0];
  }

  /** What is left of the other versions without the latest one, and with what it takes the place of. */
  without(replaced: BegunFields[F] | undefined): BegunFields['otherDrafts'] {
    const all = this.#others.value;
    const left = [...(replaced === undefined ? [] : [replaced]), ...(all?.[this.#field]?.slice(1) ?? [])];
    return { ...all, [this.#field]: left };
  }
}

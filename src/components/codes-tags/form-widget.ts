import { property, state } from 'lit/decorators.js';
import { ServiceWidget } from '../../context/service-widget.js';

/** A widget that is a control of the form it stands in. */
export abstract class FormWidget extends ServiceWidget {
  static readonly formAssociated = true;

  /** The name under which a form submits what is chosen. Without it, it submits nothing. */
  @property({ reflect: true, useDefault: true }) name = '';
  /** Whether a form or fieldset around has switched this off. */
  @state() protected _isDisabled = false;

  /** What connects this to its form. */
  protected readonly internals = this.attachInternals();

  constructor() {
    super();
    this.addEventListener('click', this.#onClick);
  }

  /** The form this belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** Whether all that is demanded is chosen. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What is missing, in words for the agent. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether a form would ask for validity now. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** The `<label>` elements of this control. */
  get labels(): NodeList {
    return this.internals.labels;
  }

  /** As of a native control: whether it is valid, with an `invalid` event when it is not. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As `checkValidity`, and shows the agent what is missing. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Called by the browser. */
  formDisabledCallback(isDisabled: boolean): void {
    this._isDisabled = isDisabled;
  }

  /** Called by the browser. */
  formResetCallback(): void {
    this.discard();
  }

  /** Called by the browser when the agent comes back to a page. */
  formStateRestoreCallback(kept: File | string | FormData | null): void {
    if (kept instanceof FormData) this.restore(kept);
  }

  /** Called of a `<label>` as well: it presses the element itself, from where it stands. */
  readonly #onClick = (event: MouseEvent): void => {
    const { left, right, top, bottom } = this.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (event.composedPath()[0] !== this || (x > left && x < right && y > top && y < bottom)) return;
    this.renderRoot.querySelector<HTMLElement>(':is(select, input):enabled')?.focus();
  };

  /** Goes back to what is saved. */
  protected abstract discard(): void;

  /** Brings back what was begun. */
  protected abstract restore(kept: FormData): void;
}

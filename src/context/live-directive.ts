import { AsyncDirective } from 'lit/async-directive.js';
import type { ChildPart } from 'lit/directive.js';
import { ownWrites } from '../views/own-writes.js';

/** Base of what renders by itself, apart from the element around it. */
export abstract class LiveDirective extends AsyncDirective {
  #place: Node | undefined;

  override update(part: ChildPart, values: unknown[]): unknown {
    this.#place = part.parentNode;
    return this.render(...values);
  }

  /** What it stands in, once it is rendered. */
  protected get place(): Node | undefined {
    return this.#place;
  }

  /** Shows another value now. */
  protected show(value: unknown): void {
    ownWrites.write(this.#place, () => {
      this.setValue(value);
    });
  }
}

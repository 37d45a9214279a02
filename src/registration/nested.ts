import { Directive, directive } from 'lit/directive.js';

/** See `nested`. */
class NestedDirective extends Directive {
  #element: HTMLElement | undefined;

  render(parent: HTMLElement, ownTag: string, tag: string, properties: Readonly<Record<string, unknown>>): HTMLElement {
    const name = `${parent.localName.slice(0, -ownTag.length)}${tag}`;
    if (this.#element?.localName !== name) this.#element = parent.ownerDocument.createElement(name);
    for (const [name, value] of Object.entries(properties)) {
      if (Reflect.get(this.#element, name) !== value) Reflect.set(this.#element, name, value);
    }
    return this.#element;
  }
}

/**
 * Another element of the kit inside a template. Its tag gets the prefix that the parent was defined with, which a
 * template cannot express; properties are set as given.
 */
export const nested = directive(NestedDirective);

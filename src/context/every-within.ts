import { someAround } from './some-around.js';

/** Whether an element is shown in another one, or is that. */
export const isShownIn = (element: Element | null, outer: Element): boolean =>
  someAround(element, (around) => around === outer);

/** Every element that matches, in the order of the page, however deep in open shadow roots. */
export function* everyWithin(root: ParentNode, selector: string): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(selector)) yield element;
    if (element.shadowRoot) yield* everyWithin(element.shadowRoot, selector);
  }
}

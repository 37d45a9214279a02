import { ReactiveElement } from 'lit';
import { ownWrites } from './own-writes.js';

/**
 * The root that an element renders into, its style sheets adopted. What a server has rendered there goes when the element
 * renders for the first time, with nothing painted between: by then only the page knows what is so, and a policy may have
 * refused the style that came with it.
 *
 * @param coming until then what a server has rendered stands, and the element does not render
 */
export function takenRoot(element: ReactiveElement, coming?: () => Promise<unknown>): HTMLElement | DocumentFragment {
  const { shadowRoot } = element;
  const take = (): void => {
    ownWrites.write(shadowRoot ?? undefined, () => shadowRoot?.replaceChildren());
  };
  if (shadowRoot && coming) {
    const enable = element['enableUpdating'];
    element['enableUpdating'] = () => undefined;
    void coming().then(() => {
      take();
      enable(true);
    });
  } else take();
  // Not that of LitElement, which the support for hydration replaces by one that adopts no styles.
  return ReactiveElement.prototype['createRenderRoot'].call(element);
}

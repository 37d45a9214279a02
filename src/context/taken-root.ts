import { ReactiveElement } from 'lit';

/**
 * The root that an element renders into, its style sheets adopted. Where a server has rendered it, that stands, and the
 * element does not render, until there is something to show in its place (`take-over.ts`).
 */
export function takenRoot(element: ReactiveElement): HTMLElement | DocumentFragment {
  const { shadowRoot } = element;
  if (shadowRoot) {
    const enable = element['enableUpdating'].bind(element, true);
    element['enableUpdating'] = () => undefined;
    import('./take-over.js').then(({ takeOver }) => takeOver(element, shadowRoot, enable), enable);
  }
  // Not that of LitElement, which the support for hydration replaces by one that adopts no styles.
  return ReactiveElement.prototype['createRenderRoot'].call(element);
}

import { allWithin } from './mounting.js';

const CLICKABLE =
  'button, a[href], select, input, textarea, summary, [contenteditable="true"], [role="tab"], [role="separator"]';

interface Place {
  readonly left: number;
  readonly top: number;
}

/** What can be clicked in a root and is in sight, with where it is, in px. */
function placesIn(root: ParentNode): Map<Element, Place> {
  const places = new Map<Element, Place>();
  for (const element of allWithin(root)) {
    if (!element.matches(CLICKABLE) || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width > 1 && height > 1 && top < innerHeight && left < innerWidth) places.set(element, { left, top });
  }
  return places;
}

const nameOf = (element: Element): string => {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  const text = element.getAttribute('aria-label') ?? element.textContent.replace(/\s+/g, ' ').trim();
  return `${host}${element.localName}.${element.className} “${text.slice(0, 40)}”`;
};

/** Watches whether what can be clicked stays where it is. */
export class Stillness {
  readonly #root: ParentNode;
  #places: Map<Element, Place>;

  constructor(root: ParentNode) {
    this.#root = root;
    this.#places = placesIn(root);
  }

  /** What has moved since it was last asked, and from where to where; half a px is none. */
  moved(): string[] {
    const before = this.#places;
    this.#places = placesIn(this.#root);
    return [...this.#places].flatMap(([element, { left, top }]) => {
      const was = before.get(element);
      if (!was || (Math.abs(was.left - left) <= 0.5 && Math.abs(was.top - top) <= 0.5)) return [];
      return [`${nameOf(element)} ${String(was.left)},${String(was.top)} → ${String(left)},${String(top)}`];
    });
  }
}

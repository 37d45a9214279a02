/** Elements by hand: markup is parsed once and cloned. */
import type { IconNode } from 'lucide';

const SVG = 'http://www.w3.org/2000/svg';

/** A function that clones the first element of this markup. Tags in it stand close together: no text between them. */
export function cloner(markup: string): () => HTMLElement {
  const [first] = new DOMParser().parseFromString(markup, 'text/html').body.children;
  const original = document.importNode(first as HTMLElement, true);
  return () => original.cloneNode(true) as HTMLElement;
}

/** A function that clones a drawing of the icon library. */
export function iconCloner(node: IconNode): () => SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const [tag, attributes] of node) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    svg.append(shape);
  }
  return () => svg.cloneNode(true) as SVGSVGElement;
}

export function find(root: ParentNode, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

/** Such as 3:07 or 1:02:45. */
export function durationOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const tail = String(seconds % 60).padStart(2, '0');
  if (hours === 0) return `${String(minutes)}:${tail}`;
  return `${String(hours)}:${String(minutes % 60).padStart(2, '0')}:${tail}`;
}

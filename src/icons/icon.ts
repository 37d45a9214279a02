import { Directive, directive } from 'lit/directive.js';
import type { IconNode } from 'lucide';

const SVG = 'http://www.w3.org/2000/svg';

/** See `icon`. */
class IconDirective extends Directive {
  #node: IconNode | undefined;
  #drawing: SVGSVGElement | undefined;

  render(node: IconNode): SVGSVGElement {
    if (node !== this.#node || !this.#drawing) {
      this.#node = node;
      this.#drawing = drawingOf(node).cloneNode(true) as SVGSVGElement;
    }
    return this.#drawing;
  }
}

/** A decorative icon of the icon library, which hands out lists of shapes. The word beside it carries the meaning. */
export const icon = directive(IconDirective);

/** Drawn once and cloned from then on: a list of five hundred has five hundred icons of four kinds. */
const drawings = new WeakMap<IconNode, SVGSVGElement>();

function drawingOf(node: IconNode): SVGSVGElement {
  const drawing = drawings.get(node) ?? draw(node);
  drawings.set(node, drawing);
  return drawing;
}

function draw(node: IconNode): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const [tag, attributes] of node) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    svg.append(shape);
  }
  return svg;
}

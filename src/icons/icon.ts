import { Directive, directive } from 'lit/directive.js';
import type { DirectiveResult } from 'lit/directive.js';

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of 24 by 24: the data of one path, which is stroked and not filled. */
export type Drawing = `M${string}`;

/** See `icon`. */
class IconDirective extends Directive {
  #drawing: Drawing | undefined;
  #picture: SVGSVGElement | undefined;

  render(drawing: Drawing): SVGSVGElement {
    if (drawing !== this.#drawing || !this.#picture) {
      this.#drawing = drawing;
      this.#picture = pictureOf(drawing);
    }
    return this.#picture;
  }
}

/** A decorative icon, one of those in `drawings.ts`. The word beside it carries the meaning. */
export const icon: (drawing: Drawing) => DirectiveResult = directive(IconDirective);

/** Drawn once and cloned from then on: a list of five hundred has five hundred icons of four kinds. */
const pictures = new Map<Drawing, SVGSVGElement>();

/** The same for what is made by hand: a new one each time. */
export function pictureOf(drawing: Drawing): SVGSVGElement {
  const picture = pictures.get(drawing) ?? draw(drawing);
  pictures.set(drawing, picture);
  return picture.cloneNode(true) as SVGSVGElement;
}

function draw(drawing: Drawing): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', drawing);
  svg.append(path);
  return svg;
}

import { expect, fixture, html } from '@open-wc/testing';
import * as lucide from 'lucide';
import type { IconNode } from 'lucide';
import * as drawings from '../../src/icons/drawings.js';
import { icon } from '../../src/icons/icon.js';
import type { Drawing } from '../../src/icons/icon.js';

const SIZE = 96;
const SVG = 'http://www.w3.org/2000/svg';

/** How much of each pixel is drawn on, from 0 to 255. */
async function pixelsOf(svg: SVGSVGElement): Promise<number[]> {
  const attributes = {
    width: SIZE,
    height: SIZE,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: '#000',
    'stroke-width': 2,
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  for (const end of ['stroke-linecap', 'stroke-linejoin']) svg.setAttribute(end, 'round');
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(SIZE, SIZE).getContext('2d')!;
  canvas.drawImage(image, 0, 0, SIZE, SIZE);
  return [...canvas.getImageData(0, 0, SIZE, SIZE).data].filter((_, index) => index % 4 === 3);
}

function asPublished(node: IconNode): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [tag, attributes] of node) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    svg.append(shape);
  }
  return svg;
}

async function asShown(drawing: Drawing): Promise<SVGSVGElement> {
  const place = await fixture(html`<p>${icon(drawing)}</p>`);
  return place.querySelector('svg')!;
}

const published = lucide as unknown as Readonly<Record<string, IconNode>>;

describe('icons', () => {
  for (const [name, drawing] of Object.entries(drawings))
    it(`show ${name} as the library draws it`, async () => {
      const [ours, theirs] = await Promise.all([
        asShown(drawing).then(pixelsOf),
        pixelsOf(asPublished(published[name]!)),
      ]);
      expect(theirs.reduce((sum, value) => sum + value)).to.be.greaterThan(0);
      // Where the rims of two strokes cross, one path covers a pixel once and two shapes cover it twice: a quarter at most.
      const apart = ours.map((value, index) => Math.abs(value - theirs[index]!));
      expect(Math.max(...apart)).to.be.at.most(70);
    });

  it('are one picture for each place, and another where the drawing is another', async () => {
    const place = await fixture(html`<p>${icon(drawings.Check)}${icon(drawings.Check)}${icon(drawings.X)}</p>`);
    expect([...place.querySelectorAll('svg[aria-hidden="true"] > path')].map((path) => path.getAttribute('d'))).to.eql([
      drawings.Check,
      drawings.Check,
      drawings.X,
    ]);
  });
});

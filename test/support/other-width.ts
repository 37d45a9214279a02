import { expect } from '@open-wc/testing';
import { allWithin, frame } from './mounting.js';

/** How high each is that lays out others, but for the one around a mail: its frame is as high as its text some time later. */
const heights = (root: ParentNode): ReadonlyMap<Element, number> =>
  new Map(
    allWithin(root)
      .filter(
        (own): own is HTMLElement => own instanceof HTMLElement && own.checkVisibility({ visibilityProperty: true }),
      )
      .filter((own) => /grid|flex/.test(getComputedStyle(own).display) && own.className !== 'sheet')
      .map((own) => [own, own.offsetHeight]),
  );

/** At each width everything in it is as high as it is when it is laid out there anew. */
export async function expectNothingKept(place: HTMLElement, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    place.style.inlineSize = `${String(width)}px`;
    await frame();
    await frame();
    const found = heights(place);
    place.style.display = 'none';
    expect(place.offsetHeight).to.equal(0);
    place.style.display = '';
    const anew = heights(place);
    const kept = [...found].filter(([own, height]) => anew.has(own) && anew.get(own) !== height);
    const names = kept.map(
      ([own, height]) => `${own.localName}.${own.className} ${String(height)}, anew ${String(anew.get(own))}`,
    );
    expect(names, String(width)).to.deep.equal([]);
  }
}

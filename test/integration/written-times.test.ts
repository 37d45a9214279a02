import { expect } from '@open-wc/testing';
import { allWithin } from '../support/mounting.js';
import { nameOf, show } from '../support/text-sweep.js';

/** English as it begins a line: a time of day, or what is left of one. */
const WRITTEN = /^\d{1,2}:\d{2}\s(?:[AP]M|left)/;

describe('times of a language that is written left to right', () => {
  it('begin with their figures in a page that is written right to left', async () => {
    const { dir } = document.documentElement;
    document.documentElement.dir = 'rtl';
    const scene = await show('ليلى حداد');
    const times = scene.all.flatMap((shown) =>
      allWithin(shown.element)
        .filter((own) => own.childElementCount === 0 && WRITTEN.test(own.textContent.trim()))
        .flatMap((own) => {
          const { first, last } = endsOf(own);
          if (first.width === 0 || last.width === 0) return [];
          return [{ name: `${nameOf(shown)}: ${own.localName}.${own.className}`, isWritten: first.left < last.left }];
        }),
    );
    document.documentElement.dir = dir;
    scene.end();
    expect(times.length).to.be.greaterThan(5);
    expect(times.filter(({ isWritten }) => !isWritten)).to.deep.equal([]);
  }).timeout(60_000);
});

/** Where the first and the last sign of a text stand. */
function endsOf(element: Element): { readonly first: DOMRect; readonly last: DOMRect } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const signs: DOMRect[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode())
    for (let at = 0; at < (text.nodeValue?.length ?? 0); at += 1) {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      if (range.toString().trim() !== '') signs.push(range.getBoundingClientRect());
    }
  return { first: signs[0] ?? new DOMRect(), last: signs.at(-1) ?? new DOMRect() };
}

import { expect } from '@open-wc/testing';
import { allWithin, frame, rawTextOf } from '../support/mounting.js';
import { nameOf, show } from '../support/text-sweep.js';

const texts = [
  { from: 'rtl', text: 'Qwaxfrob Margarethe von der Lindenallee zu Hohenstein und Wartburg', own: 'ltr' },
  { from: 'ltr', text: 'عبد الرحمن بن محمد الأنصاري الخزرجي المعروف بابن الخطيب', own: 'rtl' },
] as const;

describe('a name that is cut', () => {
  for (const { from, text, own } of texts)
    it(`keeps its beginning where it is written ${own} in a page that is written ${from}`, async () => {
      const { dir } = document.documentElement;
      document.documentElement.dir = from;
      const scene = await show(text);
      for (const { element } of scene.all) element.style.inlineSize = '320px';
      await frame();
      await frame();
      const cut = scene.all.flatMap((shown) =>
        allWithin(shown.element)
          .filter((each): each is HTMLElement => each instanceof HTMLElement && each.clientWidth > 0)
          .filter((each) => isCutting(getComputedStyle(each)))
          .filter((each) => each.scrollWidth > each.clientWidth && isIn(rawTextOf(each), text))
          .map((each) => ({
            name: `${nameOf(shown)}: ${each.localName}.${each.className}`,
            direction: getComputedStyle(each).direction,
          })),
      );
      document.documentElement.dir = dir;
      scene.end();
      expect(cut.length).to.be.greaterThan(5);
      expect(cut.filter(({ direction }) => direction !== own)).to.deep.equal([]);
    }).timeout(60_000);
});

/** In a row of boxes each cuts its own text. */
const isCutting = ({ textOverflow, display }: CSSStyleDeclaration): boolean =>
  textOverflow === 'ellipsis' && !display.includes('flex');

/** Whether a name is in a text, by itself or within a sentence. */
const isIn = (shown: string, name: string): boolean => shown.includes(name.slice(0, 12));

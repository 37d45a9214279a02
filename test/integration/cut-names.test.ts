import { expect } from '@open-wc/testing';
import { allWithin, frame, rawTextOf } from '../support/mounting.js';
import { nameOf, show } from '../support/text-sweep.js';

/** Sentences of ours around a name: they are cut where their own language ends. */
const SENTENCES = '.sign, .news, .typing, .note, .replies .quiet, .not-available';

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
          .filter((each) => !each.matches(SENTENCES) && isCutting(getComputedStyle(each)))
          .filter((each) => each.scrollWidth > each.clientWidth && isBeginning(rawTextOf(each), text))
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

/** Whether a text is one name, and nothing before it. */
const isBeginning = (shown: string, text: string): boolean =>
  text.startsWith(shown.trim().replace(/…$/, '').slice(0, 12)) && shown.trim() !== '';

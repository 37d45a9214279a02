import { expect } from '@open-wc/testing';
import { localizationIn } from '../../src/index.js';
import type { Localization } from '../../src/index.js';
import { pseudo } from '../../stories/scenarios/pseudo.js';
import { allWithin, frame, rawTextOf, settled } from '../support/mounting.js';
import { nameOf, show } from '../support/text-sweep.js';
import type { Scene, Shown } from '../support/text-sweep.js';

const TEXT = 'Qwaxfrob';
const PSEUDO = 'words that are 40 % longer';

/** In others the same words stand. */
const SESSIONS: readonly string[] = ['talking', 'chat'];

/** Ids of the scene, its host, and what the formats of its language write. */
const NO_WORDS =
  /^(ana|line|talking|ringing|over|forgotten|chat|closed|mail|plain-mail|task|localhost:\d+|1 byte|Today|Qwaxfrob nobody knows)$/;

/** For those who hear it; it takes no room. */
const isSpoken = (element: Element): boolean =>
  element.closest('.spoken, .visually-hidden, [hidden]') !== null || element.clientWidth <= 2;

/** What is wider than the box that it is in, without a mark that says so. */
function clipped({ all }: Scene): readonly string[] {
  return all.flatMap((shown) =>
    allWithin(shown.element)
      .filter((own): own is HTMLElement => own instanceof HTMLElement && own.clientWidth > 0 && !isSpoken(own))
      .filter((own) => {
        const { overflowX, textOverflow } = getComputedStyle(own);
        const isCut = own.matches('button') || ['hidden', 'clip'].includes(overflowX);
        const hasText = [...own.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
        return isCut && hasText && textOverflow !== 'ellipsis' && own.scrollWidth > own.clientWidth + 1;
      })
      .map((own) => `${nameOf(shown)}: ${own.localName}.${own.className} ${rawTextOf(own).trim().slice(0, 40)}`),
  );
}

/** What is said for a while stands over the figures of the head; what is inert is not there. */
const OVER = '.say, [inert]';

/** Boxes in one row or grid that lie on each other. What is laid over others on purpose is out of the row. */
function overlapping({ all }: Scene): readonly string[] {
  return all.flatMap((shown) =>
    allWithin(shown.element)
      .filter((own) => /flex|grid/.test(getComputedStyle(own).display) && !isSpoken(own))
      .flatMap((own) => {
        const boxes = [...own.children]
          .filter((child) => ['static', 'relative'].includes(getComputedStyle(child).position) && !isSpoken(child))
          .filter((child) => !child.matches(OVER) && child.checkVisibility({ visibilityProperty: true }))
          .map((child) => [child, child.getBoundingClientRect()] as const);
        return boxes.flatMap(([one, a], at) =>
          boxes
            .slice(at + 1)
            .filter(
              ([, b]) =>
                Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
                Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
            )
            .map(
              ([other]) =>
                `${nameOf(shown)}: ${own.localName}.${own.className}: ${one.localName}.${one.className} and ${other.localName}.${other.className}`,
            ),
        );
      }),
  );
}

/** A sentence in which names stand in boxes of their own. */
const ONE_SENTENCE = '.cut';

const textsIn = (own: Element): readonly string[] =>
  [...own.childNodes].filter((node) => node instanceof Text).map((node) => node.data.trim());

/** Letters on screen that are no word of the kit, and no text of the scene. */
const strange = ({ all }: Scene): readonly string[] =>
  // A composer by itself is told its words.
  all
    .filter(({ tag }) => tag !== 'message-composer')
    .flatMap((shown) =>
      allWithin(shown.element)
        .filter((own) => own.localName !== 'style' && !own.parentElement?.matches(ONE_SENTENCE))
        .flatMap((own) => (own.matches(ONE_SENTENCE) ? [rawTextOf(own)] : textsIn(own)))
        .filter(
          (text) => /[A-Za-z]{3}/.test(text.replaceAll(TEXT, '').replace(/\[!![^]*!!\]/g, '')) && !NO_WORDS.test(text),
        )
        .map((text) => `${nameOf(shown)}: ${text.slice(0, 60)}`),
    );

const languages: readonly (readonly [string, 'ltr' | 'rtl', () => Localization | Promise<Localization>])[] = [
  [PSEUDO, 'ltr', () => pseudo],
  ['German', 'ltr', () => localizationIn('de')],
  ['Arabic', 'rtl', () => localizationIn('ar')],
];

describe('in an element as narrow as a panel, and as wide as a page', () => {
  it('words of any language have room, and those of the kit are all of that language', async () => {
    const whole = await show(TEXT);
    const isWanted = ({ id }: Shown): boolean => SESSIONS.includes(id);
    for (const { element } of whole.all.filter((shown) => !isWanted(shown))) element.remove();
    const scene = { ...whole, all: whole.all.filter(isWanted) };
    const found: string[] = [];
    for (const [name, dir, of] of languages) {
      document.documentElement.dir = dir;
      scene.provider.localization = await of();
      for (const width of name === PSEUDO ? ['1366px', '320px'] : ['320px']) {
        for (const { element } of scene.all) element.style.inlineSize = width;
        await settled(scene.provider);
        await frame();
        await frame();
        found.push(...[...clipped(scene), ...overlapping(scene)].map((line) => `${name}, ${width}, ${line}`));
      }
      if (name === PSEUDO) found.push(...strange(scene));
    }
    document.documentElement.dir = 'ltr';
    scene.end();
    expect(found).to.deep.equal([]);
  }).timeout(180_000);
});

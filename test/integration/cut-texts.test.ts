import { expect } from '@open-wc/testing';
import { allWithin } from '../support/mounting.js';
import { nameOf, show } from '../support/text-sweep.js';

const TEXT = 'Qwaxfrob';

/** Of messages the beginning is shown: the whole is read in the chat, or in the field once a ready answer is taken. */
const ELSEWHERE = '.last, .last *, .replies .quiet';

describe('a text that is cut where there is no room for it', () => {
  it('is whole in a tooltip, in every element', async () => {
    const scene = await show(TEXT);
    const cut = scene.all.flatMap((shown) =>
      allWithin(shown.element)
        .filter((own) => getComputedStyle(own).textOverflow === 'ellipsis' && own.textContent.includes(TEXT))
        .filter((own) => !own.matches(ELSEWHERE) && !own.closest('[title]') && !own.querySelector('[title]'))
        .map((own) => `${nameOf(shown)}: ${own.localName}.${own.className}`),
    );
    scene.end();
    expect(cut).to.deep.equal([]);
  }).timeout(60_000);
});

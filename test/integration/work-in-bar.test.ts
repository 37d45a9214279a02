import { expect, html } from '@open-wc/testing';
import '../../src/components/sessions-list/sessions-list.define.js';
import { MINUTE, anEndedSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aParkedChat, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { find, findAll, frame, mount } from '../support/mounting.js';

const before = anEndedSession({ id: 'before', times: { ended: NOW - MINUTE }, since: NOW - MINUTE });

describe('a list that is a bar', () => {
  for (const dir of ['ltr', 'rtl'])
    it(`has after-call work in sight beside the button of history, wherever it is scrolled to, ${dir}`, async () => {
      const many = Array.from({ length: 12 }, (_, at) => ({ ...aParkedChat, id: `p${String(at)}` }));
      const { provider } = await mount(
        html`<div dir=${dir} style="inline-size: 280px"><sessions-list mode="bar"></sessions-list></div>`,
        { sessions: [theCall, ...many, unfinishedWork, before] },
      );
      const scroller = find(provider, '.now');
      const { left, right } = find(provider, '.list').getBoundingClientRect();
      const toggle = find(provider, '.toggle');
      for (const place of [0, 300, 100_000]) {
        scroller.scrollLeft = dir === 'rtl' ? -place : place;
        await frame();
        const work = find(provider, `[data-id="${unfinishedWork.id}"]`).getBoundingClientRect();
        const button = toggle.getBoundingClientRect();
        expect([work.left >= left, work.right <= right], String(place)).to.deep.equal([true, true]);
        expect(work.right <= button.left || work.left >= button.right, `beside the button, ${String(place)}`).to.equal(
          true,
        );
      }
    });

  for (const dir of ['ltr', 'rtl'])
    it(`has nothing over a card, whatever there is beside them, ${dir}`, async () => {
      const few = Array.from({ length: 3 }, (_, at) => ({ ...aParkedChat, id: `p${String(at)}` }));
      for (const sessions of [
        [before, ...few],
        [unfinishedWork, before, ...few],
        [unfinishedWork, before, theCall, ...few, ...few.map((own) => ({ ...own, id: `${own.id}-2` }))],
      ]) {
        const { provider } = await mount(
          html`<div dir=${dir} style="inline-size: 280px"><sessions-list mode="bar" without-offers></sessions-list></div>`,
          { sessions },
        );
        await frame();
        const inner = find(provider, '.now').getBoundingClientRect();
        const beside = findAll(provider, '.work, .toggle').map((own) => own.getBoundingClientRect());
        expect(beside.length).to.be.greaterThan(0);
        for (const own of beside) {
          expect(own.width).to.be.greaterThan(27);
          expect(own.right <= inner.left + 0.5 || own.left >= inner.right - 0.5).to.equal(true);
        }
        const [first] = findAll(provider, '.now .card');
        const { left, right, top } = first!.getBoundingClientRect();
        const { shadowRoot } = find(provider, 'sessions-list');
        expect(shadowRoot!.elementFromPoint((left + right) / 2, top + 8)?.closest('.card') === first).to.equal(true);
      }
    });
});

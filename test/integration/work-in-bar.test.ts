import { expect, html } from '@open-wc/testing';
import '../../src/components/sessions-list/sessions-list.define.js';
import { MINUTE, anEndedSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aParkedChat, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { find, frame, mount } from '../support/mounting.js';

const before = anEndedSession({ id: 'before', times: { ended: NOW - MINUTE }, since: NOW - MINUTE });

/** In one engine: WebKit keeps what is sticky at the wrong end of what scrolls from right to left. */
describe('after-call work in a list that is a bar', () => {
  for (const dir of ['ltr', 'rtl'])
    it(`is in sight beside the button of history, wherever the bar is scrolled to, ${dir}`, async () => {
      const many = Array.from({ length: 12 }, (_, at) => ({ ...aParkedChat, id: `p${String(at)}` }));
      const { provider } = await mount(
        html`<div dir=${dir} style="inline-size: 280px"><sessions-list mode="bar"></sessions-list></div>`,
        { sessions: [theCall, ...many, unfinishedWork, before] },
      );
      const scroller = find(provider, '.list');
      const { left, right } = scroller.getBoundingClientRect();
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
});

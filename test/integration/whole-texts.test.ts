import { expect, html } from '@open-wc/testing';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/connection-status/connection-status.define.js';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { withLongLists } from '../../stories/scenarios/long-lists.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { anOffer, theCall, unfinishedWork, workingDay } from '../../stories/scenarios/working-day.js';
import { coming, find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';

const box = (element: Element): DOMRect => element.getBoundingClientRect();

describe('what has little room', () => {
  for (const dir of ['ltr', 'rtl'])
    it(`has offers above the sessions where there is no room beside them, ${dir}`, async () => {
      const { provider } = await mount(
        html`<div dir=${dir} style="inline-size: 300px"><sessions-list mode="bar"></sessions-list></div>`,
        { sessions: workingDay },
      );
      await coming(provider, '.row .title');
      const place = box(find(provider, '.now'));
      const whole = findAll(provider, '.now .card').filter(
        (card) => box(card).left >= place.left - 1 && box(card).right <= place.right + 1,
      );
      expect(whole.length).to.be.greaterThan(2);
      expect(box(find(provider, '.offered')).width).to.be.closeTo(300, 1);
      find(provider, 'div').style.inlineSize = '600px';
      await frame();
      expect(box(find(provider, '.offered')).width).to.be.lessThan(300);
      expect(box(find(provider, '.now')).top).to.equal(box(find(provider, '.offered')).top);
    });

  it('has both ways on of a failure in one line, however wide it is', async () => {
    const { provider } = await mount(html`<div><codes-tags session-id=${theCall.id}></codes-tags></div>`, {
      sessions: [theCall],
      reply: { ok: false, failure: 'unreachable' },
    });
    const select = await coming<HTMLSelectElement>(provider, '[data-slot="primary"]');
    select.value = select.options[1]!.value;
    select.dispatchEvent(new Event('change'));
    await coming(provider, '.notice');
    const apart: number[] = [];
    for (let width = 240; width <= 640; width += 20) {
      find(provider, 'div').style.inlineSize = `${String(width)}px`;
      await frame();
      const [again, away] = findAll(provider, '.notice button').map(box);
      if (again!.top !== away!.top) apart.push(width);
    }
    expect(apart).to.deep.equal([]);
  });

  it('shows the whole of what is wrong with a configuration to whoever turns to it', async () => {
    const { provider, gateway } = await mount(
      html`<div style="inline-size: 340px; block-size: 560px"><my-sessions></my-sessions></div>`,
      { sessions: [theCall] },
    );
    const hint = 'Name it as agents know it. '.repeat(40);
    const problem = { path: 'services[0].name', expected: '"name"', found: 'nothing', hint };
    await happens(gateway, { type: 'configuration.rejected', at: NOW, problems: [problem] });
    const notice = await coming(provider, '.say > .notice');
    expect(notice.textContent.match(/agents know it/g)).to.have.length(40);
    expect(notice.scrollHeight).to.be.greaterThan(notice.clientHeight);
    const before = box(find(provider, '.header')).height;
    notice.focus();
    await frame();
    expect(notice.clientHeight).to.be.greaterThan(200);
    expect(box(find(provider, '.header')).height).to.equal(before);
    const middle = box(notice).bottom - 8;
    expect(notice.matches(':focus')).to.equal(true);
    expect(find(provider, 'my-sessions').shadowRoot?.elementFromPoint(box(notice).left + 20, middle)).to.satisfy(
      (element: Element | null) => element !== null && notice.contains(element),
    );
  });

  it('shows the whole of why a value is missing to whoever turns to it', async () => {
    const reason = 'The customer system did not answer, and will not before tomorrow.';
    const parameters = [{ name: 'Contract', state: 'not-available' as const, reason }];
    const { provider } = await mount(
      html`<div style="inline-size: 320px"><session-details session-id="s1"></session-details></div>`,
      { sessions: [aSession({ id: 's1', parameters })] },
    );
    const shown = find(provider, '.reason > bdi');
    expect(shown.scrollWidth).to.be.greaterThan(shown.clientWidth);
    find(provider, '.reason').focus();
    expect(shown.scrollWidth).to.equal(shown.clientWidth);
  });

  it('comes by Tab once by what is said of several missing values', async () => {
    const missing = (name: string, reason: string) => ({ name, state: 'not-available' as const, reason });
    const parameters = [
      missing('Contract', 'No answer'),
      missing('Card number', 'No answer'),
      missing('Language', 'No right'),
    ];
    const { provider } = await mount(html`<session-details session-id="s1"></session-details>`, {
      sessions: [aSession({ id: 's1', parameters })],
    });
    const stops = findAll(provider, '.reason').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops.map(textOf)).to.deep.equal(['No answer', 'No right']);
    expect(findAll(provider, '.reason')).to.have.length(3);
  });

  it('begins a code with its beginning, beside its arrow, in a page of the other direction', async () => {
    const { provider } = await mount(
      html`<div dir="rtl" style="inline-size: 320px"><codes-tags session-id="s1"></codes-tags></div>`,
      { sessions: [aSession({ id: 's1', primaryCode: 'long' })], document: withLongLists() },
    );
    const field = await coming<HTMLInputElement>(provider, '[data-slot="primary"]');
    await settled(provider);
    const { direction, paddingLeft, textAlign } = getComputedStyle(field);
    expect({ direction, paddingLeft }).to.deep.equal({ direction: 'ltr', paddingLeft: '28px' });
    expect(textAlign).to.equal('right');
  });

  it('has the whole word of a connection where there is no room for since when', async () => {
    const { provider } = await mount(
      html`<div style="inline-size: 160px"><connection-status></connection-status></div>`,
      { facts: [{ type: 'connection.changed', status: 'signed-out', at: NOW - 90_000_000 }] },
    );
    const word = await coming(provider, '.word > span');
    const range = document.createRange();
    range.selectNodeContents(word);
    expect(range.getBoundingClientRect().width - box(word).width).to.be.at.most(0.02);
    const since = find(provider, '.word + .quiet');
    expect(since.scrollWidth).to.be.greaterThan(since.clientWidth);
  });

  it('cuts the rule of after-call work at its end, when nothing is left of how the session ended', async () => {
    const { provider } = await mount(
      html`<div dir="rtl" style="inline-size: 700px"><session-pane session-id=${unfinishedWork.id}></session-pane></div>`,
      { sessions: [unfinishedWork] },
    );
    const rule = await coming(provider, '.rule');
    const facts = find(provider, '.facts');
    const found: string[] = [];
    for (let width = 700; width >= 300; width -= 20) {
      find(provider, 'div').style.inlineSize = `${String(width)}px`;
      await frame();
      if (box(rule).left < box(facts).left - 1) found.push(`${String(width)}: outside`);
      const isCut = rule.scrollWidth > rule.clientWidth;
      if (isCut && box(find(provider, '.result')).width > 20) found.push(`${String(width)}: cut before the end`);
    }
    expect(found).to.deep.equal([]);
    expect(getComputedStyle(rule).direction).to.equal('ltr');
  });

  it('moves no session in a narrow bar when the offer above them goes', async () => {
    const { provider, gateway } = await mount(
      html`<div style="inline-size: 300px"><sessions-list mode="bar"></sessions-list></div>`,
      { sessions: [theCall, anOffer] },
    );
    const top = (): number => box(find(provider, '.now')).top - box(find(provider, '.list')).top;
    await coming(provider, '.row .title');
    const before = top();
    expect(before).to.be.greaterThan(20);
    await happens(gateway, { type: 'session.removed', at: NOW, sessionId: anOffer.id });
    expect(findAll(provider, '.offered .title')).to.have.length(0);
    expect(top()).to.equal(before);
  });
});

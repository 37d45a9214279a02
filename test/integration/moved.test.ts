import { expect, html } from '@open-wc/testing';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/views/withstand.js';
import { around, isClipping } from '../../src/controllers/sight.js';
import { MINUTE, aSession, everythingOn } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aParkedMail } from '../../stories/scenarios/working-day.js';
import { press } from '../support/hands.js';
import {
  chooseTab,
  coming,
  expectFocusOn,
  find,
  findAll,
  frame,
  mount,
  settled,
  textOf,
  until,
} from '../support/mounting.js';

const parked = Array.from({ length: 60 }, (_, at) => ({
  ...aParkedMail,
  id: `parked-${String(at)}`,
  subject: `Statement ${String(at)}`,
  since: NOW - at * MINUTE,
  parkedSince: NOW - at * MINUTE,
}));
/** How a host moves what is in its page without a loss of focus, where the browser knows such a way. */
const WAYS_WITH_FOCUS = ['moveBefore' as const].filter((way) => way in Element.prototype);

/** A page with two places for a workspace, which stands in the first. */
async function aPage(): Promise<{ page: HTMLElement; move: (way: 'append' | 'moveBefore') => Promise<void> }> {
  const { provider } = await mount(
    html`<div><my-sessions style="inline-size: 900px; block-size: 420px"></my-sessions></div>
      <div class="other"></div>`,
    { sessions: [aSession({ isSelected: true }), ...parked], document: everythingOn },
  );
  await coming(provider, '[data-verb="session.transfer"]');
  await chooseTab(provider, 'Customer');
  await until(() => textOf(provider).includes('Time in queue'));
  const move = async (way: 'append' | 'moveBefore'): Promise<void> => {
    const other = find(provider, '.other');
    if (way === 'append') other.append(find(provider, 'my-sessions'));
    else other.moveBefore(find(provider, 'my-sessions'), null);
    await settled();
    await frame();
  };
  return { page: provider, move };
}

/** What scrolls around something, in its own shadow root or those around it. */
const scrollerOf = (element: Element): Element =>
  around(element).find((own) => isClipping(own) && own.scrollHeight > own.clientHeight + 40)!;

describe('a workspace that its host moves to another place of the page', () => {
  it('shows what the agent had scrolled to', async () => {
    const { page, move } = await aPage();
    const scrollers = ['.list', 'session-details'].map((selector) => scrollerOf(find(page, selector)));
    for (const own of scrollers) own.scrollTop = own.matches('.scroll') ? 900 : 40;
    await frame();
    const inSight = (): string => {
      const { top } = scrollers[0]!.getBoundingClientRect();
      return textOf(findAll(page, '.row').find((row) => row.getBoundingClientRect().top >= top)!);
    };
    const before = [inSight(), ...scrollers.map(({ scrollTop }) => scrollTop)];
    expect(before.slice(1)).to.deep.equal([900, 40]);
    await move('append');
    expect([inSight(), ...scrollers.map(({ scrollTop }) => scrollTop)]).to.deep.equal(before);
  });

  it('asks on what it was asking, over the page', async () => {
    const { page, move } = await aPage();
    find(page, '[data-verb="session.transfer"]').click();
    await until(() => findAll(page, 'transfer-dialog dialog, dialog[open]').length > 0);
    const dialog = find<HTMLDialogElement>(page, 'dialog[open]');
    await move('append');
    expect(dialog.matches(':modal')).to.equal(true);
    await press('Escape');
    expect(dialog.open).to.equal(false);
  });

  for (const way of WAYS_WITH_FOCUS)
    it(`leaves the focus on a session of the list by ${way}`, async () => {
      const { page, move } = await aPage();
      const card = find(find(page, '[data-id="parked-57"]'), '.card');
      card.focus();
      await move(way);
      expectFocusOn(card);
    });
});

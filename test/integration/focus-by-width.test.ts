import { expect, html } from '@open-wc/testing';
import '../../src/components/agent-presence/agent-presence.define.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/my-sessions/my-sessions.define.js';
import { everythingOn } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aParkedChat, anOffer, history, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { coming, expectFocusOn, find, findAll, focused, frame, mount, settled, until } from '../support/mounting.js';

const later = { ...anOffer, id: 'later', offerExpiresAt: (anOffer.offerExpiresAt ?? NOW) + 60_000 };

/** A workspace in a place of some px, and how it gets another width. */
async function at(width: number): Promise<{ root: HTMLElement; turn: (width: number) => Promise<void> }> {
  const { provider, store } = await mount(
    html`<div class="place" style="inline-size: ${width}px; block-size: 700px"><my-sessions></my-sessions></div>`,
    { sessions: [anOffer, later, theCall, aParkedChat, unfinishedWork, ...history], document: everythingOn },
    true,
  );
  store.look(theCall.id);
  const root = find(provider, '.place');
  await coming(root, 'session-pane');
  await coming(find(root, 'agent-presence'), '.way');
  await coming(root, 'notification-settings');
  await coming(find(root, 'task-offers'), '.card');
  await settled();
  const turn = async (to: number): Promise<void> => {
    root.style.inlineSize = `${String(to)}px`;
    await until(() => findAll(root, '.body.bar').length === (to < 560 ? 1 : 0));
    await until(() => findAll(root, '.main.split').length === (to < 1000 ? 0 : 1));
    // The browser takes the focus from what is not there any more when it draws the next picture.
    await frame();
    await settled();
    await frame();
  };
  return { root, turn };
}

describe('who works by keys in a workspace that gets another width', () => {
  for (const [tag, what, from, to, heir] of [
    ['session-panel', '.burger', 1200, 320, '.home'],
    ['session-panel', '.head > .grip', 1200, 320, '.home'],
    ['session-shortcuts', '.open', 1200, 320, `[data-id="${theCall.id}"] > .card`],
    ['session-pane', '.main > .grip', 1200, 700, '[role="tab"][tabindex="0"]'],
    ['task-offers', '.more', 320, 1200, `[data-id="${anOffer.id}"] > .card`],
  ] as const)
    it(`goes on beside what is not there any more: ${tag} ${what} at ${String(to)} px`, async () => {
      const { root, turn } = await at(from);
      find(find(root, tag), what).focus();
      await turn(to);
      expectFocusOn(find(root, heir));
    });

  for (const [tag, what, from, to] of [
    ['codes-tags', 'input', 1200, 700],
    ['codes-tags', 'input', 1200, 320],
    ['sessions-list', '.now .leave', 1200, 320],
    ['agent-presence', '.way', 1500, 1200],
  ] as const)
    it(`stays in what there would be no room for: ${tag} ${what} at ${String(to)} px`, async () => {
      const { root, turn } = await at(from);
      const held = find(find(root, tag), what);
      held.focus();
      await turn(to);
      expectFocusOn(held);
      expect(held.checkVisibility({ visibilityProperty: true })).to.equal(true);
      expect(focused().closest('[inert]')).to.equal(null);
    });
});

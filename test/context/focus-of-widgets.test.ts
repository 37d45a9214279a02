import { html } from '@open-wc/testing';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/session-controls/session-controls.define.js';
import { HOME } from '../../src/core/model/selection.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { expectFocusOn, find, mount, settled } from '../support/mounting.js';

/** Widgets on a page of somebody else, where nothing around them can have the focus. */
const WIDGETS = [
  ['codes-tags', html`<codes-tags></codes-tags>`, '.tagged input'],
  ['session-controls', html`<session-controls></session-controls>`, '[data-verb="session.end"]'],
] as const;

describe('a widget that follows the selected session', () => {
  for (const [tag, content, held] of WIDGETS)
    it(`keeps the focus when its session goes: ${tag}`, async () => {
      const { provider, store } = await mount(content, { sessions: [aSession()] });
      store.look('call-1');
      await settled();
      find(provider, held).focus();
      expectFocusOn(find(provider, held));
      store.look(HOME);
      await settled();
      expectFocusOn(find(provider, tag));
    });

  it('gives it to the nearest around it that can have it', async () => {
    const { provider, store } = await mount(html`<div class="place" tabindex="-1"><codes-tags></codes-tags></div>`, {
      sessions: [aSession()],
    });
    store.look('call-1');
    await settled();
    find(provider, '.tagged input').focus();
    store.look(HOME);
    await settled();
    expectFocusOn(find(provider, '.place'));
  });
});

import { html } from '@open-wc/testing';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/notification-settings/notification-settings.define.js';
import '../../src/components/session-controls/session-controls.define.js';
import { HOME } from '../../src/core/model/selection.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { expectFocusOn, find, focused, mount, settled, until } from '../support/mounting.js';

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

describe('a dialog of the kit', () => {
  it('leaves the focus around it, where what had it before is gone when it is closed', async () => {
    const { provider } = await mount(
      html`<button class="host">Settings</button>
        <div class="place" tabindex="-1"><notification-settings as-button></notification-settings></div>`,
    );
    await settled();
    const button = find(provider, '.host');
    button.focus();
    find(provider, '.open').click();
    const dialog = find<HTMLDialogElement>(provider, 'dialog');
    await until(() => dialog.open);
    button.remove();
    find(dialog, '.choices button').click();
    await until(() => focused() === find(provider, '.place'));
    expectFocusOn(find(provider, '.place'));
  });
});

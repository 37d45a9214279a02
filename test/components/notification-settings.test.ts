import { expect, html } from '@open-wc/testing';
import '../../src/components/notification-settings/notification-settings.define.js';
import { SOUNDS, readSettings } from '../../src/core/rules/notifying.js';
import type { NotificationSettings } from '../../src/core/rules/notifying.js';
import { followSettings, keepSettings } from '../../src/effects/notification-settings.js';
import { pageSounds } from '../../src/effects/own-sounds.js';
import { newId } from '../../src/index.js';
import type { SessionProvider } from '../../src/index.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { clickOn, press } from '../support/hands.js';
import {
  coming,
  expectFocusOn,
  find,
  findAll,
  frame,
  happens,
  mount,
  settled,
  textOf,
  until,
} from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const DEFAULT_SETTINGS = readSettings(undefined);

const settings = html`<notification-settings></notification-settings>`;
const asButton = html`<notification-settings as-button></notification-settings>`;

describe('notification-settings', () => {
  let agentId: string;
  let played: string[];
  const { play } = pageSounds;
  const { requestPermission } = Notification;
  const permissionOfBrowser = Object.getOwnPropertyDescriptor(Notification, 'permission');
  const secure = Object.getOwnPropertyDescriptor(globalThis, 'isSecureContext');

  beforeEach(() => {
    // What is set is the browser's, and other tests run in it, too.
    agentId = newId();
    played = [];
    pageSounds.play = (sound, volume) => played.push(`${sound} ${String(volume)}`);
  });
  afterEach(() => {
    pageSounds.play = play;
    Notification.requestPermission = requestPermission;
    if (permissionOfBrowser) Object.defineProperty(Notification, 'permission', permissionOfBrowser);
    if (secure) Object.defineProperty(globalThis, 'isSecureContext', secure);
  });

  const signedIn = (id: string) => ({ type: 'workspace.reset', at: NOW, agentId: id }) as const;
  async function shown(content = settings, ways?: string): Promise<Mounted> {
    const mounted = await mount(content, aGateway({ facts: [signedIn(agentId)] }));
    if (ways !== undefined) {
      mounted.provider.setAttribute('notifications', ways);
      find<SessionProvider>(mounted.provider, 'notification-settings').requestUpdate();
    }
    if (content === settings) await until(() => !textOf(mounted.provider).includes('Waiting'));
    await settled();
    return mounted;
  }
  /** What a page of this agent hears now. */
  const kept = (): Promise<NotificationSettings> =>
    new Promise((resolve) => {
      const end = followSettings(` ${agentId}`, (own) => {
        queueMicrotask(() => {
          end();
        });
        resolve(own);
      });
    });
  const permit = (permission: NotificationPermission): void => {
    Object.defineProperty(Notification, 'permission', { configurable: true, get: () => permission });
  };
  const choose = async ({ provider }: Mounted, policy: string): Promise<void> => {
    const select = find<HTMLSelectElement>(provider, 'select');
    select.value = policy;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
  };

  it('keep within a panel of 300 px where letters are large', async () => {
    const { provider } = await shown();
    const element = find(provider, 'notification-settings');
    element.style.cssText = 'inline-size: 300px; --my-sessions-font-size: 20px';
    await frame();
    const { right } = element.getBoundingClientRect();
    const outside = findAll(element, 'select, button, input').filter(
      (own) => own.getBoundingClientRect().right > right,
    );
    expect(outside.map(({ localName }) => localName)).to.deep.equal([]);
  });

  it('switches each sound off and on, for this agent and all pages of the browser', async () => {
    const { provider } = await shown();
    for (const sound of SOUNDS) {
      find(provider, `[data-sound="${sound}"]`).click();
      expect(await kept()).to.deep.equal({
        ...DEFAULT_SETTINGS,
        sounds: { ...DEFAULT_SETTINGS.sounds, [sound]: false },
      });
      find(provider, `[data-sound="${sound}"]`).click();
    }
    expect(await kept()).to.deep.equal(DEFAULT_SETTINGS);
  });

  it('has each sound tried, as loud as it is set', async () => {
    const { provider } = await shown();
    const volume = find<HTMLInputElement>(provider, '[type="range"]');
    volume.value = '25';
    volume.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settled();
    expect([textOf(find(provider, 'output')), (await kept()).volume]).to.deep.equal(['25 %', 0.25]);
    for (const sound of SOUNDS) find(provider, `[data-try="${sound}"]`).click();
    expect(played).to.deep.equal(SOUNDS.map((sound) => `${sound} 0.25`));
  });

  it('shows what was chosen in another page', async () => {
    await keepSettings(` ${agentId}`, { ...DEFAULT_SETTINGS, volume: 0.1 });
    const { provider } = await shown();
    expect(textOf(find(provider, 'output'))).to.equal('10 %');
    await keepSettings(` ${agentId}`, { ...DEFAULT_SETTINGS, volume: 0.8 });
    await until(() => textOf(find(provider, 'output')) === '80 %');
    expect(textOf(find(provider, 'output'))).to.equal('80 %');
  });

  it('shows another agent their own', async () => {
    await keepSettings(` ${agentId}`, { ...DEFAULT_SETTINGS, volume: 0.1 });
    const { provider, gateway } = await shown();
    await happens(gateway, signedIn(newId()));
    await until(() => textOf(provider).includes('60 %'));
    expect(textOf(find(provider, 'output'))).to.equal('60 %');
  });

  for (const [permission, says] of [
    ['granted', 'This browser shows them.'],
    ['default', 'This browser has yet to be asked.'],
    ['denied', 'This browser blocks them. Allow notifications in its settings of this page, beside the address.'],
  ] as const)
    it(`says that notifications are ${permission}, when some are wanted`, async () => {
      permit(permission);
      const mounted = await shown();
      expect(textOf(mounted.provider)).not.to.contain(says);
      await choose(mounted, 'always');
      expect([textOf(mounted.provider).includes(says), (await kept()).desktop]).to.deep.equal([true, 'always']);
      expect(findAll(mounted.provider, '.allow')).to.have.length(permission === 'default' ? 1 : 0);
    });

  it('says where a page has none', async () => {
    Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: false });
    const mounted = await shown();
    await choose(mounted, 'background');
    expect(textOf(mounted.provider)).to.contain('This browser has none for this page.');
  });

  it('asks the browser when the agent wants it to, never by itself', async () => {
    permit('default');
    let asked = 0;
    Notification.requestPermission = () => {
      asked += 1;
      permit('granted');
      return Promise.resolve('granted');
    };
    const mounted = await shown();
    await choose(mounted, 'background');
    expect(asked).to.equal(0);
    find(mounted.provider, '.allow').click();
    await settled();
    expect([asked, findAll(mounted.provider, '.allow').length]).to.deep.equal([1, 0]);
    expect(textOf(mounted.provider)).to.contain('This browser shows them.');
  });

  for (const [ways, parts] of [
    ['sound desktop title', ['[type="range"]', 'select', '.in-title']],
    ['sound', ['[type="range"]']],
    ['desktop', ['select']],
    ['title', ['.in-title']],
    ['off', []],
  ] as const)
    it(`leaves out what the host does not let: ${ways}`, async () => {
      const { provider } = await shown(settings, ways);
      const there = ['[type="range"]', 'select', '.in-title'].filter((part) => findAll(provider, part).length > 0);
      expect(there).to.deep.equal(parts);
      expect(textOf(provider).includes('The page around it tells you')).to.equal(ways === 'off');
    });

  it('takes the title of the page out', async () => {
    const { provider } = await shown(settings, 'title');
    find(provider, '.in-title').click();
    expect((await kept()).inTitle).to.equal(false);
  });

  it('says that sound waits for a click in this page, until there is one', async () => {
    let isBlocked = true;
    const { follow } = pageSounds;
    let tell = (): void => undefined;
    Object.defineProperty(pageSounds, 'isBlocked', { configurable: true, get: () => isBlocked });
    pageSounds.follow = (listener) => {
      tell = listener;
      return () => undefined;
    };
    try {
      const { provider } = await shown();
      expect(textOf(provider)).to.contain('Sound starts after the first click in this page.');
      isBlocked = false;
      tell();
      await settled();
      expect(textOf(provider)).not.to.contain('Sound starts');
    } finally {
      pageSounds.follow = follow;
      Reflect.deleteProperty(pageSounds, 'isBlocked');
    }
  });

  it('says where a browser keeps nothing', async () => {
    const { provider } = await shown();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      find(provider, '[data-sound="im"]').click();
      await until(() => textOf(provider).includes('This browser keeps nothing'));
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(textOf(provider)).to.contain('This browser keeps nothing: what you choose here ends with this page.');
    expect((await kept()).sounds.im).to.equal(false);
  });

  it('is a button that opens a dialog, by keys, and goes back to it', async () => {
    const { provider } = await shown(asButton);
    const button = find(provider, '.open');
    expect([button.getAttribute('aria-label'), findAll(provider, 'input').length]).to.deep.equal(['Notifications', 0]);
    button.focus();
    await press('Enter');
    await coming(provider, 'input');
    const dialog = find<HTMLDialogElement>(provider, 'dialog');
    expect([dialog.open, dialog.matches(':modal')]).to.deep.equal([true, true]);
    expectFocusOn(find(dialog, 'h2'));
    await press('Tab');
    expectFocusOn(find(dialog, 'input'));
    await press('Escape');
    await until(() => findAll(provider, 'input').length === 0);
    expect([dialog.open, findAll(provider, 'input').length]).to.deep.equal([false, 0]);
    expectFocusOn(button);
  });

  it('is worked by keys', async () => {
    const { provider } = await shown();
    const box = find<HTMLInputElement>(provider, '[data-sound="audio-video"]');
    box.focus();
    await press(' ');
    expect([box.checked, (await kept()).sounds['audio-video']]).to.deep.equal([false, false]);
    const volume = find<HTMLInputElement>(provider, '[type="range"]');
    volume.focus();
    await press('ArrowRight');
    expect((await kept()).volume).to.equal(0.65);
  });

  for (const permission of ['granted', 'default', 'denied'] as const)
    it(`is accessible, also where notifications are ${permission}`, async () => {
      permit(permission);
      const mounted = await shown(settings, 'sound desktop title');
      await choose(mounted, 'always');
      await expect(find(mounted.provider, 'notification-settings')).to.be.accessible();
    });

  it('closes its dialog when another agent comes', async () => {
    const { provider, gateway } = await shown(asButton);
    await clickOn(find(provider, '.open'));
    await coming(provider, 'input');
    await happens(gateway, signedIn(newId()));
    expect(findAll(provider, 'input')).to.have.length(0);
  });
});

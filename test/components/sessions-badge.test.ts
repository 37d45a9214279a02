import { expect, html } from '@open-wc/testing';
import '../../src/components/sessions-badge/sessions-badge.define.js';
import type { Session, SessionsBadge } from '../../src/index.js';
import { anEndedSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedChat, aParkedMail, anOffer, theCall } from '../../stories/scenarios/working-day.js';
import { find, findAll, frame, happens, mount, settled, textOf, until } from '../support/mounting.js';

const badge = html`<sessions-badge></sessions-badge>`;
const offerGone = { type: 'session.ended', at: NOW, sessionId: anOffer.id } as const;

const STATES: readonly {
  readonly name: string;
  readonly sessions: readonly Session[];
  readonly shows: string;
  readonly says: string;
  readonly isRed: boolean;
}[] = [
  { name: 'nothing', sessions: [theCall, aParkedMail], shows: '', says: '', isRed: false },
  { name: 'an offer', sessions: [anOffer], shows: '1', says: '1 task is offered', isRed: false },
  {
    name: 'messages of an active chat',
    sessions: [{ ...aChat, unread: 3 }],
    shows: '3',
    says: '3 unread messages',
    isRed: false,
  },
  {
    name: 'a message in a parked chat, and an offer',
    sessions: [aParkedChat, anOffer],
    shows: '2',
    says: '1 task is offered, 1 unread message, a parked chat has a new message',
    isRed: true,
  },
  {
    name: 'what is new in a parked mail, which is no chat',
    sessions: [{ ...aParkedMail, unread: 1 }],
    shows: '1',
    says: '1 unread message',
    isRed: false,
  },
  {
    name: 'more than nine',
    sessions: [{ ...aParkedChat, unread: 12 }],
    shows: '+',
    says: '12 unread messages, a parked chat has a new message',
    isRed: true,
  },
  { name: 'nothing of what is over', sessions: [anEndedSession({ unread: 4 })], shows: '', says: '', isRed: false },
];

describe('sessions-badge', () => {
  const { title } = document;
  const written: number[] = [];

  beforeEach(() => {
    written.length = 0;
    document.title = 'Portal';
    const write = (count: number): Promise<void> => {
      written.push(count);
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'setAppBadge', { configurable: true, value: write });
    Object.defineProperty(navigator, 'clearAppBadge', { configurable: true, value: () => write(0) });
  });

  afterEach(() => {
    document.title = title;
    Reflect.deleteProperty(navigator, 'setAppBadge');
    Reflect.deleteProperty(navigator, 'clearAppBadge');
  });

  for (const { name, sessions, shows, says, isRed } of STATES)
    it(`shows ${name}`, async () => {
      const { provider } = await mount(badge, { sessions }, true);
      const parts = ['.count', '.spoken'].map((part) => findAll(provider, part).map(textOf).join());
      expect([...parts, findAll(provider, '.dot').length > 0]).to.deep.equal([shows, says, isRed]);
      expect(document.title).to.equal('Portal');
    });

  it('follows what happens', async () => {
    const { provider, gateway } = await mount(badge, { sessions: [anOffer, { ...aChat, unread: 1 }] }, true);
    expect(textOf(find(provider, '.count'))).to.equal('2');
    await happens(gateway, offerGone);
    expect(textOf(find(provider, '.count'))).to.equal('1');
  });

  it('is before the title of the page, also one that changes, and goes with its element', async () => {
    const { provider, gateway } = await mount(
      html`<sessions-badge in-title></sessions-badge>`,
      { sessions: [anOffer, { ...aChat, unread: 1 }] },
      true,
    );
    expect(document.title).to.equal('(2) Portal');
    document.title = 'Customers';
    await happens(gateway, offerGone);
    expect(document.title).to.equal('(1) Customers');
    find<SessionsBadge>(provider, 'sessions-badge').remove();
    expect(document.title).to.equal('Customers');
  });

  it('is on the icon of the app, from one badge at a time, until that goes', async () => {
    const content = html`<sessions-badge in-app></sessions-badge>`;
    const one = await mount(content, { sessions: [anOffer] }, true);
    await until(() => written.length > 0);
    const other = await mount(content, { sessions: [anOffer, { ...aChat, unread: 1 }] }, true);
    await frame();
    expect(written).to.deep.equal([1]);
    await happens(one.gateway, offerGone);
    expect(written).to.deep.equal([1, 0]);
    one.provider.remove();
    await until(() => written.length > 3);
    expect(written).to.deep.equal([1, 0, 0, 2]);
    other.provider.remove();
    await settled();
    expect(written).to.deep.equal([1, 0, 0, 2, 0]);
  });
});

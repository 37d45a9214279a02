import { expect, html } from '@open-wc/testing';
import '../../src/components/sessions-list/sessions-list.define.js';
import type { SessionEvent } from '../../src/index.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aParkedChat, aParkedMail, anOffer, history, theCall } from '../../stories/scenarios/working-day.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';
import { Stillness } from '../support/stillness.js';

const list = html`<div style="inline-size: 264px"><sessions-list></sessions-list></div>`;

const idsIn = (root: ParentNode, section: string): (string | undefined)[] =>
  findAll(root, `section.${section} .row`).map(({ dataset }) => dataset['id']);

describe('a sessions-list', () => {
  let mounted: Mounted;
  let still: Stillness;

  beforeEach(async () => {
    mounted = await mount(list, { sessions: [theCall, aParkedChat, aParkedMail, ...history] }, true);
    still = new Stillness(mounted.provider);
  });

  const CASES: readonly (readonly [what: string, fact: SessionEvent])[] = [
    ['a task rings', { type: 'session.snapshot', at: NOW, session: anOffer }],
    ['a caller hangs up', { type: 'session.ended', at: NOW, sessionId: theCall.id }],
    ['a parked chat is given up', { type: 'session.ended', at: NOW, sessionId: aParkedChat.id }],
    ['a call is parked at the phone', { type: 'session.parked', at: NOW, sessionId: theCall.id }],
    [
      'a session of the past comes',
      {
        type: 'session.snapshot',
        at: NOW,
        session: { ...theCall, id: 'past', state: 'ended', times: { ...theCall.times, ended: NOW } },
      },
    ],
  ];
  for (const [what, fact] of CASES)
    it(`moves nothing when ${what}`, async () => {
      await happens(mounted.gateway, fact);
      expect(still.moved()).to.deep.equal([]);
    });

  it('has what starts by itself below what is there', async () => {
    await happens(mounted.gateway, { type: 'session.snapshot', at: NOW, session: { ...theCall, id: 'auto' } });
    expect(idsIn(mounted.provider, 'come')).to.deep.equal(['auto']);
    expect(idsIn(mounted.provider, 'active')).to.deep.equal([theCall.id]);
  });

  it('has what the agent accepts among the active ones, also when another one has to be parked before', async () => {
    const { provider, gateway } = mounted;
    const ask = (type: string, sessionId: string): void => {
      find(provider, 'sessions-list').dispatchEvent(
        new CustomEvent(type, { bubbles: true, composed: true, detail: { sessionId } }),
      );
    };
    ask('session-accept', anOffer.id);
    ask('session-park', theCall.id);
    await happens(gateway, { type: 'session.parked', at: NOW, sessionId: theCall.id });
    expect(idsIn(provider, 'parked')).to.include(theCall.id);
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: { ...anOffer, state: 'active' } });
    expect(idsIn(provider, 'active')).to.deep.equal([anOffer.id]);
  });

  it('has what the agent ends while it is taken up first among the active ones, then in the history', async () => {
    const { provider, gateway } = mounted;
    for (const type of ['session-unpark', 'session-end'])
      find(provider, 'sessions-list').dispatchEvent(
        new CustomEvent(type, { bubbles: true, composed: true, detail: { sessionId: aParkedChat.id } }),
      );
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: { ...aParkedChat, state: 'active' } });
    expect(idsIn(provider, 'active')).to.include(aParkedChat.id);
    await happens(gateway, { type: 'session.ended', at: NOW, sessionId: aParkedChat.id });
    expect(idsIn(provider, 'history')).to.include(aParkedChat.id);
  });

  it('puts all where it belongs when the agent turns to a session', async () => {
    const { provider, gateway } = mounted;
    await happens(gateway, { type: 'session.ended', at: NOW, sessionId: theCall.id });
    expect(idsIn(provider, 'active')).to.deep.equal([theCall.id]);
    expect(textOf(find(provider, `[data-id="${theCall.id}"] .state`))).to.equal('Ended');
    find(provider, `[data-id="${aParkedChat.id}"] .card`).click();
    await settled();
    expect(idsIn(provider, 'active')).to.deep.equal([]);
    expect(idsIn(provider, 'history')).to.include(theCall.id);
  });

  it('says how many are over that have no place yet, and shows them when it is asked to', async () => {
    const { provider, gateway } = mounted;
    const missed = { ...anOffer, state: 'ended', times: { ...anOffer.times, ended: NOW } } as const;
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: missed });
    expect(idsIn(provider, 'history')).not.to.include(anOffer.id);
    expect(textOf(find(provider, '.new'))).to.equal('1 new');
    find(provider, '.new').click();
    await settled();
    expect(idsIn(provider, 'history')).to.include(anOffer.id);
    expect(findAll(provider, '.new')).to.have.length(0);
  });
});

import { expect, html } from '@open-wc/testing';
import '../../src/components/session-controls/session-controls.define.js';
import '../../src/components/transfer-dialog/transfer-dialog.define.js';
import type { Session, SessionEvent } from '../../src/index.js';
import { type aDocument, withCardLine } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, theCall } from '../../stories/scenarios/working-day.js';
import { press, write } from '../support/hands.js';
import { expectFocusOn, find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const more = [
  { id: 'claims', name: 'Claims', licence: 'advanced-routing' },
  { id: 'cafe', name: 'Café Zürich', licence: 'advanced-routing' },
];
const people = [
  { id: 'kim', name: 'Kim Aasen', taskParallelization: { enabled: true, total: 2 } },
  { id: 'lea', name: 'Léa Morel', modalities: ['email'] },
];
const documentFor = (transferTo: readonly string[]): unknown => {
  const base = withCardLine({ transferTo }) as typeof aDocument;
  return { ...base, services: [...base.services, ...more], users: [...base.users, ...people] };
};
const facts: readonly SessionEvent[] = [
  { type: 'presence.changed', at: NOW, userId: 'ben', presence: 'away' },
  { type: 'presence.changed', at: NOW, userId: 'kim', presence: 'available' },
  { type: 'usage.reported', at: NOW, userId: 'kim', usage: { total: 1, perModality: {} } },
];

async function opened(
  session: Session = theCall,
  transferTo: readonly string[] = ['service', 'agent', 'number'],
): Promise<Mounted> {
  const mounted = await mount(
    html`<session-controls session-id=${session.id}></session-controls>`,
    { sessions: [session], document: documentFor(transferTo), facts },
    true,
  );
  find(mounted.provider, '[data-verb="session.transfer"]').focus();
  await press('Enter');
  return mounted;
}

const field = (root: ParentNode): HTMLInputElement => find<HTMLInputElement>(root, '[role="combobox"]');
const names = (root: ParentNode): string[] =>
  findAll(root, '[role="option"]').map((option) => textOf(option.querySelector('bdi')!));
const marked = (root: ParentNode): string =>
  findAll(root, '[aria-selected="true"]')
    .map((option) => textOf(option.querySelector('bdi')!))
    .join();
const said = (root: ParentNode): string => textOf(find(root, '#said'));

describe('transfer-dialog', () => {
  it('lists services, then people, and who cannot take it last, with the reason', async () => {
    const { provider } = await opened();
    expectFocusOn(field(provider));
    expect(names(provider)).to.deep.equal([
      'Front Desk',
      'Claims',
      'Café Zürich',
      'Kim Aasen',
      'Ben Keller',
      'Léa Morel',
    ]);
    const about = findAll(provider, '[role="option"]').map((option) => [
      option.ariaDisabled,
      textOf(option.querySelector('.about') ?? document.createElement('p')),
    ]);
    expect(about.slice(3)).to.deep.equal([
      ['false', 'Available · 1 of 2 tasks'],
      ['true', 'Away'],
      ['true', 'does not handle this kind of task'],
    ]);
    expect(textOf(find(provider, 'label'))).to.equal('Transfer to a service, a person or a phone number');
  });

  it('offers what the service allows, and nothing else', async () => {
    const { provider } = await opened(theCall, ['service']);
    expect(names(provider)).to.deep.equal(['Front Desk', 'Claims', 'Café Zürich']);
    await write('+47 21 55 01 00');
    await settled();
    expect(names(provider)).to.deep.equal([]);
    const chat = await opened(aChat);
    await write('+47 21 55 01 00');
    await settled();
    expect(names(chat.provider)).to.deep.equal([]);
  });

  const searches: readonly (readonly [string, readonly string[]])[] = [
    ['cafe zur', ['Café Zürich']],
    ['lea', ['Léa Morel']],
    ['k', ['Kim Aasen', 'Front Desk', 'Ben Keller']],
    ['zzz', []],
  ];
  for (const [typed, expected] of searches)
    it(`finds by “${typed}”: ${expected.join(', ') || 'nothing'}`, async () => {
      const { provider } = await opened();
      await write(typed);
      await settled();
      expect(names(provider)).to.have.members([...expected]);
      expect(said(provider)).to.equal(
        expected.length === 0
          ? 'Nothing goes by that.'
          : names(provider)[0] === 'Léa Morel'
            ? 'Léa Morel: does not handle this kind of task.'
            : `${String(expected.length)} target${expected.length === 1 ? '' : 's'}`,
      );
    });

  const ways: readonly (readonly [string, string, object])[] = [
    ['a service', 'claims', { targetServiceId: 'claims' }],
    ['a person', 'kim', { targetUserId: 'kim' }],
    ['a number', '0047 21 55 01 00', { targetNumber: '+4721550100' }],
  ];
  for (const [what, typed, aim] of ways)
    it(`transfers to ${what} that is typed, by Enter`, async () => {
      const { provider, gateway } = await opened();
      await write(typed);
      await settled();
      await press('Enter');
      expect(gateway.commands.map(({ commandId: _, ...wish }) => wish)).to.deep.equal([
        { type: 'session.transfer', sessionId: theCall.id, ...aim },
      ]);
      expect(findAll(provider, 'dialog')).to.have.length(0);
      expectFocusOn(find(provider, '[data-verb="session.transfer"]'));
    });

  it('marks nothing by itself where there is a choice, and does not go on without one', async () => {
    const { provider, gateway } = await opened();
    expect(marked(provider)).to.equal('');
    await press('Enter');
    expect(said(provider)).to.equal('Choose where it is to go from the list.');
    expect(field(provider).ariaInvalid).to.equal('true');
    expect(gateway.commands).to.have.length(0);
    expect(findAll(provider, 'dialog:modal')).to.have.length(1);
  });

  it('moves the mark by keys, tells it to who hears, and stays within the list', async () => {
    const { provider } = await opened();
    await press('ArrowUp');
    expect(marked(provider)).to.equal('Front Desk');
    await press('ArrowDown', 'ArrowDown');
    expect(marked(provider)).to.equal('Café Zürich');
    const id = field(provider).getAttribute('aria-activedescendant');
    expect(find(provider, `#${id ?? ''}`).ariaSelected).to.equal('true');
    await press('PageDown');
    expect(marked(provider)).to.equal('Léa Morel');
    await press('PageUp');
    expect(marked(provider)).to.equal('Front Desk');
  });

  it('says why somebody cannot take it, and does not send it there', async () => {
    const { provider, gateway } = await opened();
    await write('ben');
    await settled();
    await press('Enter');
    expect(said(provider)).to.equal('Ben Keller: Away.');
    expect(gateway.commands).to.have.length(0);
    await happens(gateway, { type: 'presence.changed', at: NOW, userId: 'ben', presence: 'available' });
    await press('Enter');
    expect(gateway.commands[0]).to.include({ targetUserId: 'ben' });
  });

  it('says how a number is written that has no country, and does not dial it', async () => {
    const { provider, gateway } = await opened();
    await write('21 55 01 00');
    await settled();
    expect(said(provider)).to.contain('with + and the country code');
    await press('Enter');
    expect(gateway.commands).to.have.length(0);
    expect(field(provider).ariaInvalid).to.equal('true');
  });

  it('has one stop of the Tab key for the field and what it finds, however long that list is', async () => {
    const { provider } = await opened();
    find(provider, '#targets').style.blockSize = '40px';
    await press('Tab');
    expectFocusOn(find(provider, '.choices button'));
  });

  it('is closed by Escape and by Cancel, and nothing is sent', async () => {
    const { provider, gateway } = await opened();
    await press('Escape');
    await settled();
    expect(findAll(provider, 'dialog:modal')).to.have.length(0);
    expectFocusOn(find(provider, '[data-verb="session.transfer"]'));
    await press('Enter');
    find(provider, 'dialog button[value=""]').click();
    await settled();
    expect(findAll(provider, 'dialog')).to.have.length(0);
    expect(gateway.commands).to.have.length(0);
  });

  it('is marked by a click, which leaves the focus in the field', async () => {
    const { provider, gateway } = await opened();
    findAll(provider, '[role="option"]')[1]?.click();
    await settled();
    expect(marked(provider)).to.equal('Claims');
    expectFocusOn(field(provider));
    find(provider, 'dialog button.primary').click();
    await settled();
    expect(gateway.commands[0]).to.include({ targetServiceId: 'claims' });
  });

  it('goes with its session', async () => {
    const { provider, gateway } = await opened();
    await happens(gateway, { type: 'session.ended', at: NOW, sessionId: theCall.id });
    expect(findAll(provider, 'dialog')).to.have.length(0);
  });
});

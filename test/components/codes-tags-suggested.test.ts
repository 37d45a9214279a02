import { expect, html } from '@open-wc/testing';
import { nothing, render } from 'lit';
import '../../src/components/codes-tags/codes-tags.define.js';
import type { Session } from '../../src/index.js';
import { aSession, withAgent } from '../../stories/scenarios/builders.js';
import { withSuggestions } from '../../stories/scenarios/long-lists.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { expectFocusOn, find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

const suggested = { primaryCode: 'card-lost', secondaryCode: 'solved', tags: ['travel', 'abroad'] };
const rows = (root: ParentNode): string[] =>
  findAll(root, '.suggested li').map((row) => textOf(row.querySelector('span')!));
const button = (root: ParentNode, words: string): HTMLElement => {
  const found = findAll(root, '.suggested button').find((own) => textOf(own) === words);
  if (!found) throw new Error(`There is no ${words}.`);
  return found;
};
const sent = ({ commands }: ScriptedGateway): unknown[] => commands.map(({ commandId: _, ...wish }) => wish);

const withSuggested = (about: Partial<Session> = {}, document = withSuggestions()) =>
  mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
    sessions: [aSession({ suggested, ...about })],
    document,
    reply: 'never',
  });

describe('codes-tags: what a machine suggests', () => {
  it('is said to come from a machine, by words and a picture, and counts for nothing yet', async () => {
    const { provider, gateway } = await withSuggested();
    expect(textOf(find(provider, '#suggested'))).to.equal('Suggested by AI');
    expect(find(provider, '#suggested').querySelector('svg')).to.not.equal(null);
    expect(rows(provider)).to.deep.equal([
      'Primary code Card lost or stolen',
      'Secondary code Solved',
      'Tag travel',
      'Tag abroad',
    ]);
    expect(find<HTMLSelectElement>(provider, '[data-slot="primary"]').value).to.equal('');
    expect(gateway.commands).to.have.length(0);
  });

  it('is taken one by one, each by a button that says what it applies', async () => {
    const { provider, gateway } = await withSuggested({ tags: ['vip'] });
    find(provider, '[aria-label="Apply: Primary code Card lost or stolen"]').click();
    find(provider, '[aria-label="Apply: Tag abroad"]').click();
    await settled();
    expect(sent(gateway)).to.deep.equal([
      { type: 'codes.choose', sessionId: 'call-1', primary: 'card-lost' },
      { type: 'tags.change', sessionId: 'call-1', tags: ['vip', 'abroad'] },
    ]);
    expect(rows(provider)).to.deep.equal(['Secondary code Solved', 'Tag travel']);
  });

  it('is taken all at once, the tags in one command', async () => {
    const { provider, gateway } = await withSuggested();
    button(provider, 'Apply all').click();
    await settled();
    expect(sent(gateway)).to.deep.equal([
      { type: 'codes.choose', sessionId: 'call-1', primary: 'card-lost' },
      { type: 'codes.choose', sessionId: 'call-1', secondary: 'solved' },
      { type: 'tags.change', sessionId: 'call-1', tags: ['travel', 'abroad'] },
    ]);
    expect(findAll(provider, '.suggested')).to.have.length(0);
  });

  it('says which choice a code would replace', async () => {
    const { provider } = await withSuggested({ primaryCode: 'card-limit', secondaryCode: 'solved', tags: ['Travel'] });
    expect(rows(provider)).to.deep.equal(['Primary code Card lost or stolen instead of Card limit', 'Tag abroad']);
  });

  it('is told by a button where it comes while somebody looks, and laid out when the agent asks', async () => {
    const { provider, gateway } = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
      sessions: [aSession()],
      document: withSuggestions(),
    });
    const { height } = find(provider, 'codes-tags').getBoundingClientRect();
    await happens(gateway, { type: 'codes.suggested', at: NOW, sessionId: 'call-1', suggested });
    expect(rows(provider)).to.deep.equal([]);
    expect(find(provider, 'codes-tags').getBoundingClientRect().height).to.equal(height);
    const told = find(provider, '.lay-out');
    expect(textOf(told)).to.equal('Suggested by AI: 4');
    told.focus();
    told.click();
    await settled();
    await settled();
    expect(rows(provider)).to.have.length(4);
    expectFocusOn(find(provider, '.suggested .apply'));
  });

  it('stays away once dismissed, when it is told again or late, and in an element built anew', async () => {
    const { provider, gateway, store } = await withSuggested();
    button(provider, 'Dismiss').click();
    await settled();
    expect(rows(provider)).to.deep.equal([]);
    const again = { type: 'codes.suggested', at: NOW, sessionId: 'call-1', suggested } as const;
    await happens(gateway, again, { ...again, at: NOW - 5000, suggested: { ...suggested, tags: ['ABROAD'] } });
    expect(rows(provider)).to.deep.equal([]);
    const place = document.body.appendChild(document.createElement('div'));
    render(
      html`<session-provider lang="en" .store=${store}><codes-tags session-id="call-1"></codes-tags></session-provider>`,
      place,
    );
    await settled(place);
    expect(findAll(place, '.tagged')).to.have.length(1);
    expect(rows(place)).to.deep.equal([]);
    render(nothing, place);
    place.remove();
  });

  it('comes when it is new, and of one session only', async () => {
    const other = aSession({ id: 'call-2', suggested });
    const { provider, gateway, store } = await mount(html`<codes-tags></codes-tags>`, {
      sessions: [aSession({ suggested }), other],
      document: withSuggestions(),
    });
    store.look('call-1');
    await settled();
    button(provider, 'Dismiss').click();
    const more = { primaryCode: 'card-lost', tags: ['travel', 'new'] };
    await happens(gateway, { type: 'codes.suggested', at: NOW, sessionId: 'call-1', suggested: more });
    expect(rows(provider)).to.deep.equal(['Tag new']);
    store.look('call-2');
    await settled();
    expect(rows(provider)).to.have.length(4);
  });

  it('keeps the keyboard at the next suggestion, and after the last one in the field', async () => {
    const { provider } = await withSuggested({ primaryCode: 'card-lost', secondaryCode: 'solved' });
    find(provider, '[aria-label="Apply: Tag travel"]').focus();
    find(provider, '[aria-label="Apply: Tag travel"]').click();
    await settled();
    expectFocusOn(find(provider, '[aria-label="Apply: Tag abroad"]'));
    find(provider, '[aria-label="Apply: Tag abroad"]').click();
    await settled();
    expectFocusOn(find(provider, '.tagged input'));
  });

  it('is not there without the feature, without licences, or before the task is accepted', async () => {
    const cases: readonly [Partial<Session>, unknown][] = [
      [{}, withSuggestions({ codeSuggestions: false })],
      [
        {},
        {
          ...(withSuggestions() as object),
          users: (withAgent({ companionLicence: false }) as { users: unknown }).users,
        },
      ],
      [{ state: 'offered' }, withSuggestions()],
    ];
    for (const [about, document] of cases) {
      const { provider } = await withSuggested(about, document);
      expect(findAll(provider, '.tagged')).to.have.length(1);
      expect(findAll(provider, '.suggested')).to.have.length(0);
    }
  });

  it('may be hostile and very much, and stays text and bounded', async () => {
    const tags = [
      '<img src=x onerror=alert(1)>',
      '__proto__',
      ...Array.from({ length: 5000 }, (_, at) => `t${String(at)}`),
    ];
    const { provider, gateway } = await withSuggested({ suggested: { primaryCode: '__proto__', tags } });
    expect(rows(provider)).to.have.length(20);
    expect(rows(provider)[0]).to.equal('Tag <img src=x onerror=alert(1)>');
    expect(findAll(provider, 'img')).to.have.length(0);
    button(provider, 'Apply all').click();
    await settled();
    expect(sent(gateway)).to.deep.equal([{ type: 'tags.change', sessionId: 'call-1', tags: tags.slice(0, 200) }]);
    expect(textOf(find(provider, '.note'))).to.contain('A session takes at most 200 tags: 4,802 were not added.');
  });
});

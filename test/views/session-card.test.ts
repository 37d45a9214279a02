import { expect, fixture, html } from '@open-wc/testing';
import { SESSION_STATES, en } from '../../src/index.js';
import type { Session } from '../../src/index.js';
import { SessionCard } from '../../src/views/session-card.js';
import type { CardContent } from '../../src/views/session-card.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { textOf } from '../support/mounting.js';

/** A card on a page without any workspace. */
async function shown(
  session: Session,
  { onSelect = () => undefined, ...about }: Partial<CardContent> & { onSelect?: () => void } = {},
): Promise<HTMLElement> {
  const card = new SessionCard(onSelect);
  card.show(contentOf(session, about));
  await fixture(html`<div>${card.element}</div>`);
  return card.element;
}

const contentOf = (session: Session, about: Partial<CardContent> = {}): CardContent => ({
  session,
  service: 'Card Line',
  sentimentThreshold: 'slightly-negative',
  strings: en,
  time: { text: '3:00', isSoon: false },
  lastWords: () => html`<q>Hello?</q>`,
  ...about,
});

const partOf = (card: HTMLElement, selector: string): HTMLElement => card.querySelector<HTMLElement>(selector)!;
const textIn = (card: HTMLElement, selector: string): string => textOf(partOf(card, selector));

describe('a session card', () => {
  it('says who, what kind, which service, and which state since when', async () => {
    const card = await shown(aSession());
    expect(textIn(card, '.title')).to.equal('Nora Feld');
    expect(textIn(card, '.line')).to.equal('Call Active Card Line');
    expect(textIn(card, '.since')).to.equal('3:00');
    expect(textIn(card, '.initials')).to.equal('No');
    expect(card.querySelector('.marks')).to.equal(null);
  });

  it('is sixteen nodes, of which none only styles or marks a place', async () => {
    const card = await shown(aSession());
    const nodes = document.createTreeWalker(card, NodeFilter.SHOW_ALL);
    let count = 1;
    for (; nodes.nextNode(); count += 1) expect(nodes.currentNode.nodeType).to.not.equal(Node.COMMENT_NODE);
    expect(count).to.equal(16);
  });

  it('has the whole title as its tooltip', async () => {
    const name = 'Johannes Maximilian von und zu Hohenstein';
    const card = await shown(aSession({ customer: { name } }));
    expect(partOf(card, '.title').title).to.equal(name);
  });

  it('is a button that says whether it is the one looked at, and hands its click over', async () => {
    let clicks = 0;
    const onSelect = (): void => {
      clicks += 1;
    };
    const card = await shown(aSession({ isSelected: true }), { onSelect });
    expect(card.getAttribute('aria-current')).to.equal('true');
    card.click();
    expect(clicks).to.equal(1);
    const other = await shown(aSession(), { onSelect });
    expect(other.hasAttribute('aria-current')).to.equal(false);
  });

  for (const state of SESSION_STATES.filter((own) => own !== 'ended'))
    it(`says in its own words, with the time that counts, that a session is ${state}`, async () => {
      const card = await shown(aSession({ state }));
      expect(textIn(card, '.state')).to.equal(en.state[state]);
      expect(textIn(card, '.since')).to.equal('3:00');
    });

  it('shows the word of a state only where the heading above does not say it', async () => {
    for (const state of ['active', 'parked'] as const)
      expect(partOf(await shown(aSession({ state })), '.state').classList.contains('spoken'), state).to.equal(true);
    for (const state of ['held', 'parking', 'unparking', 'transferring', 'accepted'] as const)
      expect(partOf(await shown(aSession({ state })), '.state').classList.contains('spoken'), state).to.equal(false);
  });

  it('has what the customer wrote last where something is unread, and nothing of it otherwise', async () => {
    expect(textIn(await shown(aSession({ unread: 2 })), '.line')).to.equal('Call Active Card Line Hello?');
    expect(textIn(await shown(aSession()), '.line')).to.equal('Call Active Card Line');
  });

  it('has no marks for who is looked at', async () => {
    const card = await shown(aSession({ unread: 3, sentiment: 'very-negative', isSelected: true }));
    expect(card.querySelector('.marks')).to.equal(null);
  });

  it('has all that needs the agent as the tooltip of its icon', async () => {
    const card = await shown(aSession({ unread: 3, sentiment: 'very-negative' }));
    expect(partOf(card, '.marks').title).to.equal(
      'Nora Feld. 3 new updates in your conversation\nNora Feld. Urgent attention is needed in your conversation',
    );
  });

  it('keeps the word of a state that only the backend knows', async () => {
    const card = await shown(aSession({ state: 'in-conference' as Session['state'] }));
    expect(textIn(card, '.state')).to.equal('in-conference');
  });

  describe('of unread messages', () => {
    for (const [unread, mark, count] of [
      [1, '1', '1 new update'],
      [9, '9', '9 new updates'],
      [10, '+', '10 new updates'],
      [250, '+', '250 new updates'],
    ] as const)
      it(`shows ${String(unread)} as ${mark}, and says the number in a sentence and a tooltip`, async () => {
        const card = await shown(aSession({ unread }));
        const sentence = `Nora Feld. ${count} in your conversation`;
        expect(textIn(card, '.unread [aria-hidden]')).to.equal(mark);
        expect(textIn(card, '.unread .spoken')).to.equal(sentence);
        expect(partOf(card, '.unread').title).to.equal(sentence);
      });
  });

  describe('of a mood', () => {
    it('asks for attention at the threshold and below it, in words', async () => {
      const sentence = 'Nora Feld. Urgent attention is needed in your conversation';
      for (const sentiment of ['slightly-negative', 'negative', 'very-negative'] as const) {
        const card = await shown(aSession({ sentiment }));
        expect(partOf(card, '.urgent').title, sentiment).to.equal(sentence);
        expect(textIn(card, '.urgent .spoken'), sentiment).to.equal(sentence);
        expect(textIn(card, '.urgent [aria-hidden]'), sentiment).to.equal('!');
      }
    });

    it('asks for none above it, nor where no threshold is set', async () => {
      const calm = await shown(aSession({ sentiment: 'neutral' }));
      expect(calm.querySelector('.urgent')).to.equal(null);
      const unset = await shown(aSession({ sentiment: 'very-negative' }), { sentimentThreshold: undefined });
      expect(unset.querySelector('.urgent')).to.equal(null);
    });
  });

  it('takes no name for markup, and tames what would break the line', async () => {
    const name = '<img src=x onerror=alert(1)> Z\u202E\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301';
    const card = await shown(aSession({ customer: { name } }), { service: `<b>Line</b> ${'x'.repeat(500)}` });
    expect(card.querySelector('img, b')).to.equal(null);
    expect(textIn(card, '.title')).to.contain('<img src=x onerror=alert(1)> Z');
    expect(textIn(card, '.title')).to.not.match(/\u202E|\p{M}{9}/u);
    expect(textIn(card, '.line').length).to.be.below(230);
  });
});

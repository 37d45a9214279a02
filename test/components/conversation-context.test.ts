import { expect, html } from '@open-wc/testing';
import '../../src/components/conversation-context/conversation-context.define.js';
import type { Session, SessionEvent } from '../../src/index.js';
import { aSession, anEndedSession } from '../../stories/scenarios/builders.js';
import { withContext } from '../../stories/scenarios/context-items.js';
import { selectBegun } from '../../src/core/selectors/select-begun.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const widget = html`<conversation-context></conversation-context>`;
const parameters = [{ name: 'Contract', state: 'value', value: 'LB 1/2' }] as const;

const links = (root: ParentNode): readonly (readonly [text: string, href: string])[] =>
  findAll<HTMLAnchorElement>(root, 'li a').map((link) => [textOf(find(link.parentElement!, 'bdi')), link.href]);

const shows = (session: Session, extensions: Readonly<Record<string, unknown>>): Promise<Mounted> =>
  mount(html`<conversation-context session-id=${session.id}></conversation-context>`, {
    sessions: [session],
    document: withContext(extensions),
  });

describe('conversation-context', () => {
  it("lists the service's items in its order, with the values of this session in their addresses", async () => {
    const { provider } = await shows(aSession({ customer: { id: 'C-310' }, parameters }), {
      conversationContext: ['guide', 'contract', 'record'],
    });
    expect(links(provider)).to.deep.equal([
      ['Card guide', 'https://guide.example/cards'],
      ['Contract', 'https://contracts.example/LB%201%2F2/pages/1'],
      ['Customer record', 'https://crm.example/customers/C-310'],
    ]);
    for (const link of findAll<HTMLAnchorElement>(provider, 'a')) {
      expect(link.rel).to.equal('noopener noreferrer');
      expect(link.target).to.equal('_blank');
    }
  });

  it('leads out the other way on a page from right to left, where a name of several lines stands, whatever it is written in', async () => {
    const { provider } = await mount(
      html`<div dir="rtl" style="inline-size: 120px">
        <conversation-context session-id="call-1"></conversation-context>
      </div>`,
      { sessions: [aSession()], document: withContext({ conversationContext: ['long'] }) },
    );
    expect(getComputedStyle(find(provider, 'a svg')).scale).to.equal('-1 1');
    const name = find(provider, 'a bdi');
    const lines = document.createRange();
    lines.selectNodeContents(name);
    const [...boxes] = lines.getClientRects();
    expect(boxes.length).to.be.greaterThan(2);
    for (const { right } of boxes) expect(right).to.be.closeTo(name.getBoundingClientRect().right, 6);
  });

  it('says what an item waits for, and makes it a link when that has arrived', async () => {
    const { provider, gateway } = await shows(aSession({ parameters: [{ name: 'Contract', state: 'pending' }] }), {
      conversationContext: ['contract'],
    });
    expect(links(provider)).to.deep.equal([]);
    expect(textOf(find(provider, 'li'))).to.equal('Contract Waiting for Contract');
    await happens(gateway, { type: 'parameters.changed', at: NOW, sessionId: 'call-1', parameters });
    expect(links(provider)).to.deep.equal([['Contract', 'https://contracts.example/LB%201%2F2/pages/1']]);
  });

  it('says which value is not there when nobody expects it any more', async () => {
    const { provider } = await shows(aSession({ customer: {}, parameters: [{ name: 'Contract', state: 'empty' }] }), {
      conversationContext: ['contract', 'record'],
    });
    expect(findAll(provider, 'li').map(textOf)).to.deep.equal([
      'Contract No value for Contract',
      'Customer record No value for Customer.Id',
    ]);
  });

  it('makes no link of an unsafe address or value, and does not repeat the value', async () => {
    const { provider } = await shows(
      aSession({
        customer: { id: 'x' },
        parameters: [{ name: 'Contract', state: 'value', value: '../../admin' }],
      }),
      { conversationContext: ['script', 'contract'] },
    );
    expect(links(provider)).to.deep.equal([]);
    expect(textOf(provider)).to.contain('not a safe web address').and.to.contain('The value of Contract');
    expect(textOf(provider)).to.not.contain('admin').and.to.not.contain('javascript');
  });

  const frozen = { itemId: 'record', url: 'https://old-crm.example/C-310' };
  const stored = { isStored: true, urls: [frozen] } as const;
  const ended: readonly (readonly [name: string, about: Partial<Session>, option: string, says: string])[] = [
    ['today’s address of stored data', { contextRecord: stored }, 'current', 'https://crm.example/customers/C-310'],
    ['the address as it was', { contextRecord: stored }, 'as-it-was', frozen.url],
    [
      'that no address was kept',
      { contextRecord: { isStored: true } },
      'as-it-was',
      'It had no address when this session ended.',
    ],
    [
      'that no data was kept',
      { contextRecord: { isStored: false } },
      'current',
      'The context data of this session was not kept.',
    ],
    [
      'why no data was kept',
      { contextRecord: { isStored: false, reason: 'Not in Norway.' } },
      'current',
      'Not in Norway.',
    ],
    [
      'that its service keeps none, before the backend has said so',
      {},
      'current',
      'The context data of this session was not kept.',
    ],
    ['that data is gone', { customer: {} }, 'current', 'The context data of this session was not kept.'],
    [
      'that an address of then is not safe',
      { contextRecord: { isStored: true, urls: [{ itemId: 'record', url: 'javascript:alert(1)' }] } },
      'as-it-was',
      'Its address is not a safe web address.',
    ],
  ];
  for (const [name, about, endedContextUrl, says] of ended) {
    it(`shows of an ended session ${name}`, async () => {
      const { provider } = await shows(anEndedSession({ customer: { id: 'C-310' }, ...about }), {
        conversationContext: ['record'],
        endedContextUrl,
      });
      const [link] = links(provider);
      if (link) expect(link[1]).to.equal(says);
      else expect(textOf(find(provider, 'li'))).to.contain(says);
    });
  }

  it('keeps a link without values for a session of which nothing was kept', async () => {
    const { provider } = await shows(anEndedSession({ contextRecord: { isStored: false } }), {
      conversationContext: ['guide', 'record'],
    });
    expect(links(provider)).to.deep.equal([['Card guide', 'https://guide.example/cards']]);
  });

  it('follows the selected session', async () => {
    const sessions = ['a', 'b'].map((id) => aSession({ id, customer: { id }, isSelected: id === 'a' }));
    const { provider, store } = await mount(widget, {
      sessions,
      document: withContext({ conversationContext: ['record'] }),
    });
    store.look('b');
    await settled();
    expect(links(provider)).to.deep.equal([['Customer record', 'https://crm.example/customers/b']]);
  });
});

describe('context on accept', () => {
  const offered = aSession({ id: 'ringing', state: 'offered', customer: { id: 'C-1' } });
  const starts: SessionEvent = { type: 'session.connected', at: NOW, sessionId: 'ringing' };
  const real = window.open;
  let opened: string[] = [];
  let isBlocked = false;

  /** A tab as the browser gives it, which tells where it is sent and what it knows then. */
  const aTab = (): unknown => {
    const tab = {
      opener: window as unknown,
      closed: false,
      document: {
        createElement: () => {
          const link = document.createElement('a');
          link.click = () => {
            opened.push(`${link.href} ${link.rel} ${tab.opener === null ? 'alone' : 'with opener'}`);
          };
          return link;
        },
      },
    };
    return tab;
  };

  beforeEach(() => {
    opened = [];
    isBlocked = false;
    // Several test pages are open at once, and only one of them has it.
    document.hasFocus = () => true;
    window.open = (() => (isBlocked ? null : aTab())) as typeof window.open;
  });
  afterEach(() => {
    window.open = real;
    Reflect.deleteProperty(document, 'hasFocus');
  });

  const rings = (
    contextOnAccept: readonly string[],
    session: Session = offered,
    content = html`<conversation-context session-id="ringing"></conversation-context>`,
  ): Promise<Mounted> =>
    mount(content, { sessions: [session], document: withContext({ contextOnAccept, conversationContext: ['guide'] }) });

  it('opens once, in order, cut off from this page, whatever shows it', async () => {
    const { gateway } = await rings(
      ['record', 'guide'],
      offered,
      html`<conversation-context session-id="ringing"></conversation-context>
        <conversation-context></conversation-context>
        <conversation-context session-id="ringing"></conversation-context>`,
    );
    expect(opened).to.deep.equal([]);
    await happens(gateway, { type: 'session.accepted', at: NOW, sessionId: 'ringing' }, starts);
    expect(opened).to.deep.equal([
      'https://crm.example/customers/C-1 noreferrer alone',
      'https://guide.example/cards noreferrer alone',
    ]);
  });

  it('opens in a tab of the session where its service has items there, and in no window', async () => {
    const document = withContext({ contextOnAccept: ['guide'], conversationContext: ['guide'] }) as {
      readonly services: readonly object[];
    };
    const services = document.services.map((service) => ({ ...service, layout: { contextItems: 'tab' } }));
    const { gateway, store } = await mount(html`<conversation-context session-id="ringing"></conversation-context>`, {
      sessions: [offered],
      document: { ...document, services },
    });
    await happens(gateway, { type: 'session.accepted', at: NOW, sessionId: 'ringing' }, starts);
    expect(store.read(selectBegun('tabs', 'ringing'))?.opened).to.deep.equal(['guide']);
    expect(opened).to.deep.equal([]);
  });

  it('opens without focus too, when no other tab does', async () => {
    document.hasFocus = () => false;
    const session = { ...offered, id: crypto.randomUUID() };
    const { gateway } = await rings(['record', 'guide'], session);
    const tabs = new Promise((resolve) => {
      window.open = (() => {
        if (opened.length === 1) queueMicrotask(() => resolve(opened));
        return aTab();
      }) as typeof window.open;
    });
    await happens(gateway, { ...starts, sessionId: session.id });
    expect(opened).to.deep.equal([]);
    expect(await tabs).to.have.length(2);
  });

  it('opens nothing for what is caught up on, for what goes on, and once the element is gone', async () => {
    const { gateway, provider } = await rings(['guide']);
    gateway.deliver([starts], 'replay');
    await happens(gateway, { type: 'session.parked', at: NOW, sessionId: 'ringing' });
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: aSession({ id: 'other' }) });
    expect(opened).to.deep.equal([]);
    find(provider, 'conversation-context').remove();
    await happens(gateway, { type: 'session.snapshot', at: NOW, session: offered }, starts);
    expect(opened).to.deep.equal([]);
  });

  const arrives: SessionEvent = {
    type: 'parameters.changed',
    at: NOW,
    sessionId: 'ringing',
    parameters: [{ name: 'Contract', state: 'value', value: '7' }],
  };

  it('opens what is complete within half a minute, once', async () => {
    const { gateway } = await rings(['contract']);
    await happens(gateway, starts);
    expect(opened).to.deep.equal([]);
    gateway.time += 30_000;
    await happens(gateway, arrives);
    await happens(gateway, { ...arrives, parameters: [{ name: 'Contract', state: 'value', value: '8' }] });
    expect(opened.map((tab) => tab.split(' ')[0])).to.deep.equal(['https://contracts.example/7/pages/1']);
  });

  it('offers what is complete later, until it is followed', async () => {
    const { gateway, provider } = await rings(['contract']);
    await happens(gateway, starts);
    gateway.time += 30_001;
    await happens(gateway, arrives);
    expect(opened).to.deep.equal([]);
    const link = find<HTMLAnchorElement>(provider, '.offer a');
    expect(link.href).to.equal('https://contracts.example/7/pages/1');
    expect(textOf(find(provider, '.offer'))).to.contain('came too late');
    link.addEventListener('click', (event) => {
      event.preventDefault();
    });
    link.click();
    await settled();
    expect(findAll(provider, '.offer').length).to.equal(0);
  });

  it('opens nothing for a session that ended before the address was complete', async () => {
    const { gateway, provider } = await rings(['contract']);
    await happens(gateway, starts);
    await happens(
      gateway,
      { type: 'session.ended', at: NOW, sessionId: 'ringing', result: 'accepted-by-user' },
      arrives,
    );
    expect(opened).to.deep.equal([]);
    expect(findAll(provider, '.offer').length).to.equal(0);
  });

  it('offers what the browser did not let open, to the agent of that session only', async () => {
    isBlocked = true;
    const { gateway, provider, store } = await rings(
      ['record', 'guide'],
      offered,
      html`<conversation-context></conversation-context>`,
    );
    await happens(gateway, starts, { type: 'session.snapshot', at: NOW, session: aSession({ id: 'other' }) });
    store.look('ringing');
    await settled();
    const offers = (): string[] => findAll<HTMLAnchorElement>(provider, '.offer a').map(({ href }) => href);
    expect(offers()).to.deep.equal(['https://crm.example/customers/C-1', 'https://guide.example/cards']);
    expect(textOf(find(provider, '.offer'))).to.contain('did not let this open');
    store.look('other');
    await settled();
    expect(offers()).to.deep.equal([]);
    store.look('ringing');
    await settled();
    find(provider, '.offer button').click();
    await settled();
    expect(offers()).to.deep.equal(['https://guide.example/cards']);
  });

  it('opens no unsafe address', async () => {
    const { gateway, provider } = await rings(['script']);
    await happens(gateway, starts);
    expect(opened).to.deep.equal([]);
    expect(findAll(provider, '.offer').length).to.equal(0);
  });
});

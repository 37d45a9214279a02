import { expect, html, oneEvent } from '@open-wc/testing';
import '../../src/components/embedded-context/embedded-context.define.js';
import { embeddedContext } from '../../src/localize/en/embedded-context.js';
import type { Parameter, Session, SessionEvent } from '../../src/index.js';
import { aSession, anEndedSession } from '../../stories/scenarios/builders.js';
import { withContext } from '../../stories/scenarios/context-items.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { FakeInterval } from '../support/fake-interval.js';
import { find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const page = new URL('../support/framed-page.xhtml', import.meta.url);
page.search = '';
/** The same server by another name: another origin, which the gate takes for the own machine as well. */
const elsewhere = `http://127.0.0.1:${location.port}${page.pathname}`;

const items = [
  { id: 'page', label: 'Customer record', url: `${page.href}?session=$(Session.Id)` },
  { id: 'talking', label: 'Customer record', url: `${page.href}?say={Say}`, messages: true },
  { id: 'deaf', label: 'Customer record', url: `${page.href}?say={Say}` },
  { id: 'other-origin', label: 'Other origin', url: elsewhere, allowSameOrigin: true },
  { id: 'own-origin', label: 'Own origin', url: page.href, allowSameOrigin: true },
  { id: 'flood', label: 'Flood', url: `${page.href}#flood` },
  { id: 'plain', label: 'Plain', url: 'http://crm.example/{Say}' },
];
const parameter = (value: string, name = 'Say'): Parameter => ({ name, state: 'value', value });
const says = (...messages: readonly unknown[]): readonly Parameter[] => [parameter(JSON.stringify(messages))];

const shows = (
  item: string,
  sessions: readonly Session[] = [aSession()],
  extensions: Readonly<Record<string, unknown>> = {},
): Promise<Mounted> =>
  mount(html`<embedded-context></embedded-context>`, {
    sessions: sessions.map((session, index) => ({ ...session, isSelected: index === 0 })),
    document: withContext({ embeddedContext: item, ...extensions }, items),
  });

const frames = (root: ParentNode): readonly HTMLIFrameElement[] => findAll<HTMLIFrameElement>(root, 'iframe');
const shownFrame = (root: ParentNode): HTMLIFrameElement | undefined => frames(root).find(({ inert }) => !inert);
const words = (root: ParentNode): string => textOf(find(root, 'embedded-context'));
const loaded = async (root: ParentNode): Promise<void> => {
  await oneEvent(shownFrame(root)!, 'load');
  await settled();
};
const heard = (messages: number): Promise<void> =>
  new Promise((resolve) => {
    let count = 0;
    window.addEventListener('message', function onMessage() {
      count += 1;
      if (count < messages) return;
      window.removeEventListener('message', onMessage);
      resolve();
    });
  });
const customers = (...ids: readonly string[]): readonly Session[] =>
  ids.map((id) => aSession({ id, customer: { id, name: `Customer ${id}` } }));
const changes = (...parameters: readonly Parameter[]): SessionEvent => ({
  type: 'parameters.changed',
  at: NOW,
  sessionId: 'call-1',
  parameters,
});

describe('embedded-context', () => {
  it('frames the page of the session, with its name, its site and a way out', async () => {
    const { provider } = await shows('page', [aSession({ customer: { name: 'Nora Feld' } })]);
    const frame = shownFrame(provider)!;
    expect(frame.src).to.equal(`${page.href}?session=call-1`);
    expect(frame.title).to.equal('Customer record – Nora Feld');
    const link = find<HTMLAnchorElement>(provider, '.bar a');
    expect([link.href, link.target, link.rel]).to.deep.equal([frame.src, '_blank', 'noopener noreferrer']);
    expect(words(provider)).to.contain(`Customer record ${embeddedContext.loading(location.host)}`);
    await loaded(provider);
    expect(words(provider)).to.contain(`Customer record ${location.host}`);
  });

  for (const way of ['moveBefore' as const].filter((own) => own in Element.prototype))
    it(`says what is so of a page that is moved by ${way}: what it holds is still not saved, where it is kept`, async () => {
      const ready = { type: 'my-sessions:ready' };
      const dirty = { type: 'my-sessions:dirty', isDirty: true };
      const { provider } = await shows('talking', [aSession({ parameters: says(ready, dirty) })]);
      await heard(2);
      await settled();
      expect(words(provider)).to.contain(embeddedContext.unsaved);
      const page = shownFrame(provider)!.contentWindow;
      const elsewhere = document.createElement('div');
      provider.append(elsewhere);
      elsewhere[way](find(provider, 'embedded-context'), null);
      await settled();
      // Some browsers load a frame anew.
      const isKept = shownFrame(provider)!.contentWindow === page;
      expect(words(provider)).to.contain(isKept ? embeddedContext.unsaved : embeddedContext.loading(location.host));
    });

  const cage = { allow: '', referrerpolicy: 'no-referrer', sandbox: 'allow-scripts allow-forms allow-popups' };
  const cages: readonly (readonly [item: string, attributes: Record<string, string>])[] = [
    ['page', cage],
    ['talking', cage],
    ['own-origin', cage],
    ['other-origin', { ...cage, sandbox: `${cage.sandbox} allow-same-origin` }],
  ];
  for (const [item, expected] of cages) {
    it(`cages “${item}” with ${expected.sandbox ?? ''}`, async () => {
      const { provider } = await shows(item, [aSession({ parameters: says() })]);
      const frame = shownFrame(provider)!;
      const own = ['part', 'title', 'src'];
      const attributes = frame.getAttributeNames().filter((name) => !own.includes(name));
      expect(Object.fromEntries(attributes.map((name) => [name, frame.getAttribute(name)]))).to.deep.equal(expected);
    });
  }

  const gated: readonly (readonly [item: string, about: Partial<Session>, says: string])[] = [
    ['script', { customer: { id: '1' } }, 'not a safe web address'],
    ['record', { customer: {} }, 'No value for Customer.Id'],
    ['contract', { parameters: [{ name: 'Contract', state: 'pending' }] }, 'Waiting for Contract'],
    ['contract', { parameters: [parameter('..', 'Contract')] }, 'cannot be part of a web address'],
    ['plain', { parameters: [parameter('1')] }, embeddedContext.insecure],
  ];
  for (const [item, about, sentence] of gated) {
    it(`makes no frame while it says: ${sentence}`, async () => {
      const { provider } = await shows(item, [aSession(about)]);
      expect(words(provider)).to.contain(sentence);
      expect(frames(provider).length).to.equal(0);
    });
  }

  it('offers a page that cannot be framed in a tab', async () => {
    const { provider } = await shows('plain', [aSession({ parameters: [parameter('1')] })]);
    expect(find<HTMLAnchorElement>(provider, 'a').href).to.equal('http://crm.example/1');
  });

  it('says when the service shows no page', async () => {
    const { provider } = await mount(html`<embedded-context></embedded-context>`, {
      sessions: [aSession({ isSelected: true })],
      document: withContext({}),
    });
    expect(words(provider)).to.equal(embeddedContext.none);
  });

  it('makes the frame when the value has arrived', async () => {
    const { provider, gateway } = await shows('talking', [
      aSession({ parameters: [{ name: 'Say', state: 'pending' }] }),
    ]);
    expect(frames(provider).length).to.equal(0);
    await happens(gateway, changes(...says()));
    expect(shownFrame(provider)!.src).to.equal(`${page.href}?say=%5B%5D`);
  });

  it('does not reload a page whose address changes until the agent says so', async () => {
    const { provider, gateway } = await shows('deaf', [aSession({ parameters: [parameter('[1]')] })]);
    const frame = shownFrame(provider)!;
    await happens(gateway, changes(parameter('[2]')));
    expect(shownFrame(provider) === frame).to.equal(true);
    expect(frame.src).to.contain('%5B1%5D');
    find(provider, '.calm button').click();
    await settled();
    expect(frames(provider).length).to.equal(1);
    expect(shownFrame(provider)!.src).to.contain('%5B2%5D');
    expect(findAll(provider, '.calm').length).to.equal(0);
  });

  it('does not close a page whose value is lost or turns unsafe', async () => {
    const { provider, gateway } = await shows('deaf', [aSession({ parameters: [parameter('[1]')] })]);
    const frame = shownFrame(provider)!;
    await happens(gateway, changes({ name: 'Say', state: 'empty' }));
    await happens(gateway, changes(parameter('\u0000')));
    expect(shownFrame(provider) === frame).to.equal(true);
  });

  const ends = (sessionId: string): SessionEvent => ({
    type: 'session.ended',
    at: NOW,
    sessionId,
    result: 'accepted-by-user',
  });
  const recorded = (isStored: boolean): SessionEvent => ({
    type: 'context.recorded',
    at: NOW,
    sessionId: 'call-1',
    contextRecord: { isStored },
  });

  it('keeps the page when the session ends and what is known of it is stored', async () => {
    const { provider, gateway } = await shows('page', [aSession()], { storeContextData: true });
    const frame = shownFrame(provider)!;
    await happens(gateway, ends('call-1'));
    await happens(gateway, recorded(true));
    expect(shownFrame(provider) === frame).to.equal(true);
  });

  it('closes the page, and says why, when the session ends and nothing is stored', async () => {
    const { provider, gateway, store } = await shows('page', [aSession(), ...customers('other')]);
    await happens(gateway, ends('call-1'));
    for (const turn of ['as it ends', 'after the record', 'after turning away and back']) {
      expect(
        frames(provider).map(({ src }) => src),
        turn,
      ).to.deep.equal(turn.endsWith('back') ? [`${page.href}?session=other`] : []);
      expect(words(provider), turn).to.equal('Customer record: The context data of this session was not kept.');
      expect(findAll(find(provider, 'embedded-context'), 'a').length).to.equal(0);
      if (turn === 'as it ends') await happens(gateway, recorded(false));
      else
        for (const id of ['other', 'call-1']) {
          store.look(id);
          await settled();
        }
    }
  });

  it('closes a page that is put away as well', async () => {
    const { provider, gateway, store } = await shows('page', [aSession(), ...customers('other')]);
    store.look('other');
    await settled();
    expect(frames(provider).length).to.equal(2);
    await happens(gateway, ends('call-1'));
    expect(frames(provider).map(({ src }) => src)).to.deep.equal([`${page.href}?session=other`]);
  });

  it('shows of the past what was kept, by the address of today or of then, or says that nothing was', async () => {
    const urls = [{ itemId: 'page', url: `${page.href}?then` }];
    const past = async (
      contextRecord: NonNullable<Session['contextRecord']>,
      endedContextUrl = 'current',
    ): Promise<Mounted> => {
      const mounted = await shows('page', [anEndedSession({ contextRecord })], { endedContextUrl });
      mounted.store.look('ended-1');
      await settled();
      return mounted;
    };
    const kept = { isStored: true, urls } as const;
    expect(shownFrame((await past(kept)).provider)!.src).to.equal(`${page.href}?session=ended-1`);
    expect(shownFrame((await past(kept, 'as-it-was')).provider)!.src).to.equal(`${page.href}?then`);
    const { provider } = await past({ isStored: false });
    expect(words(provider)).to.contain('was not kept');
    expect(frames(provider).length).to.equal(0);
  });

  describe('turning to other sessions', () => {
    const keyOf = (frame: Element | undefined): string => frame?.getAttribute('src')?.split('=')[1] ?? '';

    it('keeps five pages in place, shows one of them and hides the others from everybody', async () => {
      const { provider, store } = await shows('page', customers('a', 'b', 'c', 'd', 'e'));
      const made = new Map<string, HTMLIFrameElement>();
      const removed: Node[] = [];
      const observer = new MutationObserver((records) =>
        removed.push(...records.flatMap((own) => [...own.removedNodes])),
      );
      observer.observe(find(provider, '.frames'), { childList: true });
      for (const id of ['a', 'b', 'c', 'd', 'e', 'c', 'a', 'e', 'b']) {
        store.look(id);
        await settled();
        const shown = shownFrame(provider)!;
        expect(keyOf(shown)).to.equal(id);
        if (made.has(id)) expect(made.get(id) === shown, id).to.equal(true);
        made.set(id, shown);
        for (const frame of frames(provider))
          expect(frame.checkVisibility({ visibilityProperty: true })).to.equal(frame === shown);
      }
      store.look(undefined);
      await settled();
      expect(shownFrame(provider)).to.equal(undefined);
      expect(frames(provider).length).to.equal(5);
      observer.disconnect();
      expect(removed.filter((node) => node instanceof Element).length).to.equal(0);
    });

    it('closes the page looked at longest ago for a sixth, and says whose it was until that is noted', async () => {
      const { provider, store } = await shows('page', customers('a', 'b', 'c', 'd', 'e', 'f'));
      for (const id of ['b', 'c', 'd', 'e', 'f']) {
        store.look(id);
        await settled();
      }
      await settled();
      expect(frames(provider).map(keyOf)).to.have.members(['b', 'c', 'd', 'e', 'f']);
      expect(words(provider)).to.contain('Closed to make room: Customer a.').and.to.contain('is gone');
      find(provider, '.notice button').click();
      await settled();
      expect(words(provider)).to.not.contain('Closed to make room');
    });

    it('forgets pages when another workspace comes', async () => {
      const { provider } = await shows('page', customers('a'));
      const other = await mount(html`<embedded-context></embedded-context>`, {
        sessions: customers('a'),
        document: withContext({ embeddedContext: 'page' }, items),
      });
      const [frame] = frames(provider);
      provider.gateway = other.gateway;
      await settled();
      expect(frames(provider).includes(frame!)).to.equal(false);
    });
  });

  describe('what can be known of a page', () => {
    let interval: FakeInterval;
    beforeEach(() => {
      interval = new FakeInterval();
    });
    afterEach(() => {
      interval.restore();
    });

    it('says that loading proves nothing, since a refused page loads too', async () => {
      const { provider } = await shows('page');
      expect(words(provider)).to.contain(`Waiting for ${location.host}`);
      await loaded(provider);
      expect(words(provider)).to.contain(embeddedContext.nothingToSee).and.to.not.contain('Waiting');
    });

    it('says after eight seconds that a site does not answer, and takes it back when it does', async () => {
      const { provider, gateway } = await shows('page');
      gateway.time += 7999;
      interval.tick();
      await settled();
      expect(words(provider)).to.not.contain('does not answer');
      gateway.time += 1;
      interval.tick();
      await settled();
      expect(words(provider)).to.contain('does not answer');
      expect(find<HTMLAnchorElement>(provider, '.notice a').href).to.equal(`${page.href}?session=call-1`);
      expect(interval.running).to.equal(0);
      shownFrame(provider)!.dispatchEvent(new Event('load'));
      await settled();
      expect(words(provider)).to.not.contain('does not answer');
    });

    it('says that the page around it forbids the site, and closes the frame', async () => {
      const { provider } = await shows('page');
      const violation = { effectiveDirective: 'frame-src', disposition: 'enforce', blockedURI: page.href } as const;
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          ...violation,
          blockedURI: 'https://else.example/',
          documentURI: '',
          violatedDirective: 'frame-src',
          originalPolicy: '',
          statusCode: 200,
        }),
      );
      await settled();
      expect(frames(provider).length).to.equal(1);
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          ...violation,
          documentURI: '',
          violatedDirective: 'frame-src',
          originalPolicy: '',
          statusCode: 200,
        }),
      );
      await settled();
      expect(words(provider)).to.contain('frame-src');
      expect(frames(provider).length).to.equal(0);
    });
  });

  describe('what a page says', () => {
    /** Waits until the page has loaded and so many messages have come. */
    const told = async (root: ParentNode, messages: number): Promise<void> => {
      await Promise.all([loaded(root), heard(messages)]);
      await settled();
    };

    it('tells that it is there, and that it holds input that is not saved', async () => {
      const { provider } = await shows('talking', [
        aSession({ parameters: says({ type: 'my-sessions:ready' }, { type: 'my-sessions:dirty', isDirty: true }) }),
      ]);
      await told(provider, 2);
      expect(words(provider)).to.contain(embeddedContext.unsaved).and.to.not.contain(embeddedContext.nothingToSee);
    });

    it('moves no page by what is said of it, from 260 to 620 px', async () => {
      const { provider } = await shows('talking', [
        aSession({ parameters: says({ type: 'my-sessions:ready' }, { type: 'my-sessions:dirty', isDirty: true }) }),
      ]);
      const element = find(provider, 'embedded-context');
      const places = (): readonly number[] =>
        Array.from({ length: 37 }, (_, step) => {
          element.style.inlineSize = `${String(260 + 10 * step)}px`;
          return shownFrame(provider)!.getBoundingClientRect().top - element.getBoundingClientRect().top;
        });
      expect(words(provider)).to.contain(embeddedContext.loading(location.host));
      const whileLoading = places();
      await told(provider, 2);
      expect(words(provider)).to.contain(embeddedContext.unsaved);
      expect(places()).to.deep.equal(whileLoading);
    });

    it('is not heard where the item does not allow it', async () => {
      const { provider } = await shows('deaf', [
        aSession({ parameters: says({ type: 'my-sessions:dirty', isDirty: true }) }),
      ]);
      await told(provider, 1);
      expect(words(provider)).to.contain(embeddedContext.nothingToSee).and.to.not.contain(embeddedContext.unsaved);
    });

    it('is not heard from anybody else: this page, another frame, another origin', async () => {
      const { provider } = await shows('talking', [aSession({ parameters: says() })]);
      await loaded(provider);
      const message = { type: 'my-sessions:dirty', isDirty: true };
      const other = document.createElement('iframe');
      other.sandbox.add('allow-scripts');
      other.src = `${page.href}?say=${encodeURIComponent(JSON.stringify([message]))}`;
      document.body.append(other);
      window.postMessage(message, '*');
      await heard(2);
      const source = shownFrame(provider)!.contentWindow;
      /** Firefox takes no window of another origin when the event is made. */
      const comes = (origin: string): void => {
        const event = new MessageEvent('message', { origin, data: message });
        window.dispatchEvent(Object.defineProperty(event, 'source', { value: source }));
      };
      comes(location.origin);
      comes('https://evil.example');
      await settled();
      expect(words(provider)).to.not.contain(embeddedContext.unsaved);
      comes('null');
      await settled();
      expect(words(provider)).to.contain(embeddedContext.unsaved);
      other.remove();
    });

    it('closes a page that sends without end, whether it is heard or not, and says so', async () => {
      const { provider } = await shows('flood');
      const closed = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (frames(provider).length > 0) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(find(provider, '.frames'), { childList: true });
      });
      await closed;
      await settled();
      expect(textOf(find(provider, '[role="alert"] span'))).to.equal(embeddedContext.flooding(location.host));
      expect(find<HTMLAnchorElement>(provider, '[role="alert"] a').href).to.equal(`${page.href}#flood`);
      let later = 0;
      window.addEventListener('message', () => (later += 1));
      for (let turns = 0; turns < 20; turns += 1) await frame();
      const before = later;
      for (let turns = 0; turns < 5; turns += 1) await frame();
      expect(later).to.equal(before);
    });

    it('decides who stays: a page with unsaved input goes last', async () => {
      const [first, ...others] = customers('a', 'b', 'c', 'd', 'e', 'f');
      const { provider, store } = await shows('talking', [
        { ...first!, parameters: says({ type: 'my-sessions:dirty', isDirty: true }) },
        ...others.map((session) => ({ ...session, parameters: says() })),
      ]);
      await told(provider, 1);
      for (const { id } of others) {
        store.look(id);
        await settled();
      }
      await settled();
      expect(words(provider)).to.contain('Closed to make room: Customer b.');
    });
  });

  it('never lets a same-origin page out: what loads with our origin and can be looked into is closed', async () => {
    const { provider } = await shows('other-origin');
    const frame = shownFrame(provider)!;
    Object.defineProperty(frame, 'contentDocument', { value: document });
    frame.dispatchEvent(new Event('load'));
    await settled();
    expect(words(provider)).to.contain(embeddedContext.ownPage);
    expect(frames(provider).length).to.equal(0);
  });

  it('cannot be looked into, nor look out', async () => {
    const { provider } = await shows('own-origin');
    await loaded(provider);
    expect(shownFrame(provider)!.contentDocument).to.equal(null);
  });
});

import { expect, html, oneEvent } from '@open-wc/testing';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/conversation-context/conversation-context.define.js';
import '../../src/components/embedded-context/embedded-context.define.js';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { selectSelection } from '../../src/index.js';
import { press, write } from '../support/hands.js';
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
import { withContext } from '../../stories/scenarios/context-items.js';

/** What Lit has warned of on this page; it says the same once. */
const warned = (globalThis as { litIssuedWarnings?: Set<string | undefined> }).litIssuedWarnings;
const ofUpdates = (): readonly string[] =>
  [...(warned ?? [])].filter((text) => text?.includes('session-pane scheduled an update')).map(String);

beforeEach(() => {
  for (const text of ofUpdates()) warned?.delete(text);
});

afterEach(() => {
  expect(warned === undefined, 'Lit is not in its dev mode').to.equal(false);
  expect(ofUpdates()).to.deep.equal([]);
});

const page = new URL('../support/framed-page.xhtml', import.meta.url);
page.search = '';
const dirty = JSON.stringify([{ type: 'my-sessions:dirty', isDirty: true }]);
const items = [
  { id: 'page', label: 'Record', url: `${page.href}?session=$(Session.Id)` },
  { id: 'other', label: 'Order', url: `${page.href}?order` },
  { id: 'form', label: 'Form', url: `${page.href}?say=${encodeURIComponent(dirty)}`, messages: true },
  { id: 'plain', label: 'Plain', url: 'http://crm.example/' },
];

const document_ = (layout: object, extensions: object = {}): unknown => {
  const whole = withContext(
    {
      widgets: [
        'transcript-view',
        'codes-tags',
        'conversation-context',
        'embedded-context',
        'session-summary',
        'session-map',
      ],
      conversationContext: ['page', 'other', 'form', 'plain'],
      embeddedContext: 'page',
      mapParameter: 'Place',
      ...extensions,
    },
    items,
  ) as { readonly services: readonly object[] };
  const [line, ...rest] = whole.services;
  const companion = { transcription: true, summarization: true, liveCaption: true };
  return { ...whole, services: [{ ...line, companion, layout }, ...rest] };
};

const call = aSession({ id: 'call-1' });
const other = aSession({ id: 'call-2', customer: { id: 'c-2', name: 'Luis Ortega' } });

const shows = (layout: object = {}, width = '900px', extensions: object = {}): Promise<Mounted> =>
  mount(
    html`<div style="inline-size: ${width}; block-size: 500px"><session-pane session-id="call-1"></session-pane></div>`,
    { sessions: [call, other], document: document_({ contextItems: 'tab', ...layout }, extensions) },
  );

const tabs = (root: ParentNode): readonly HTMLElement[] => findAll(root, '[role="tab"]');
const tab = (root: ParentNode, label: string): HTMLElement => tabs(root).find((own) => textOf(own).startsWith(label))!;
const choose = async (root: ParentNode, label: string): Promise<void> => {
  tab(root, label).click();
  await settled();
};
/** The names of what stands where, in the order on screen. */
const shown = (root: ParentNode): readonly string[] =>
  findAll(root, '.panel:not([inert])')
    .sort((one, another) => one.getBoundingClientRect().left - another.getBoundingClientRect().left)
    .map((panel) => textOf(find(root, `#${panel.getAttribute('aria-labelledby')!}`)));
const selected = (root: ParentNode): readonly string[] =>
  tabs(root)
    .filter((own) => own.ariaSelected === 'true')
    .map(textOf);
const link = (root: ParentNode, label: string): HTMLElement =>
  findAll(root, 'a.item').find((own) => textOf(own).startsWith(label))!;

describe('the tabs of a session-pane', () => {
  it('stand two by two where there is room, one at a time elsewhere, as the service has laid them out', async () => {
    expect(shown((await shows()).provider)).to.deep.equal(['Conversation', 'Customer']);
    expect(shown((await shows({}, '600px')).provider)).to.deep.equal(['Conversation']);
    const turned = await shows({ start: 'embedded-context', end: 'conversation' });
    expect(shown(turned.provider)).to.deep.equal(['Record', 'Conversation']);
    expect(shown((await shows({ end: 'none' })).provider)).to.deep.equal(['Conversation']);
  });

  it('are found by role and name, with their parts', async () => {
    const { provider } = await shows();
    expect(tabs(provider).map(textOf)).to.deep.equal(['Conversation', 'Customer', 'Record']);
    expect(selected(provider)).to.deep.equal(['Conversation', 'Customer']);
    const list = find(provider, '[role="tablist"]');
    expect(list.getAttribute('aria-multiselectable')).to.equal('true');
    for (const own of tabs(provider)) {
      const panel = find(provider, `#${own.getAttribute('aria-controls')!}`);
      expect(panel.role).to.equal('tabpanel');
      expect(panel.getAttribute('aria-labelledby')).to.equal(own.id);
    }
  });

  it('are one stop of the keyboard, and chosen by arrows, Home and End', async () => {
    const { provider } = await shows({}, '600px');
    expect(tabs(provider).map(({ tabIndex }) => tabIndex)).to.deep.equal([0, -1, -1]);
    tab(provider, 'Conversation').focus();
    for (const [key, label] of [
      ['ArrowRight', 'Customer'],
      ['End', 'Record'],
      ['ArrowRight', 'Conversation'],
      ['ArrowLeft', 'Record'],
      ['Home', 'Conversation'],
    ] as const) {
      await press(key);
      await settled();
      expect(shown(provider), key).to.deep.equal([label]);
      expectFocusOn(tab(provider, label));
      expect(tab(provider, label).tabIndex).to.equal(0);
    }
  });

  it('go the other way where the page is written from right to left', async () => {
    const { provider } = await shows({}, '600px');
    provider.dir = 'rtl';
    tab(provider, 'Conversation').focus();
    await press('ArrowLeft');
    await settled();
    expect(shown(provider)).to.deep.equal(['Customer']);
  });

  it('take the place of the one chosen last, so that any two stand side by side', async () => {
    const { provider } = await shows();
    await choose(provider, 'Record');
    expect(shown(provider)).to.deep.equal(['Conversation', 'Record']);
    await choose(provider, 'Conversation');
    await choose(provider, 'Customer');
    expect(shown(provider)).to.deep.equal(['Customer', 'Record']);
  });

  it('load what is in them when they are first shown, and keep it when they are put away', async () => {
    const { provider } = await shows({}, '600px');
    expect(findAll(provider, 'codes-tags')).to.have.length(0);
    await choose(provider, 'Customer');
    const codes = find(provider, 'codes-tags');
    await choose(provider, 'Conversation');
    await choose(provider, 'Customer');
    expect(find(provider, 'codes-tags') === codes).to.equal(true);
  });

  it('are kept for each session, over a switch of sessions', async () => {
    const { provider, store } = await mount(
      html`<div style="inline-size: 600px; block-size: 500px"><session-pane></session-pane></div>`,
      { sessions: [call, other], document: document_({}) },
    );
    store.look('call-1');
    await settled();
    await choose(provider, 'Customer');
    expect(store.read(selectSelection)).to.deep.include({ sessionId: 'call-1', tab: 'customer' });
    store.look('call-2');
    await settled();
    expect(shown(provider)).to.deep.equal(['Conversation']);
    store.look('call-1');
    await settled();
    expect(shown(provider)).to.deep.equal(['Customer']);
  });

  it('are turned to from elsewhere, such as after a reload', async () => {
    const { provider, store } = await shows({}, '600px');
    store.look({ kind: 'session', sessionId: 'call-1', tab: 'embedded-context' });
    await settled();
    expect(shown(provider)).to.deep.equal(['Record']);
    store.look({ kind: 'session', sessionId: 'call-1', tab: 'item:other' });
    await settled();
    expect(shown(provider)).to.deep.equal(['Order']);
  });

  it('say by a dot what in them is not saved', async () => {
    const { provider, store } = await shows();
    store.keep('tag', 'call-1', 'half a t');
    store.keep('message', 'call-2', 'of another session');
    await settled();
    expect(findAll(provider, '[role="tab"]:has(.dot)').map(textOf)).to.deep.equal(['Customer (not saved)']);
    store.keep('tag', 'call-1', '');
    await settled();
    expect(findAll(provider, '.dot')).to.have.length(0);
  });

  it('hold nothing that takes keys while they are put away', async () => {
    const { provider } = await shows();
    await choose(provider, 'Record');
    const panel = findAll(provider, '.panel[inert]')[0]!;
    expect(getComputedStyle(panel).visibility).to.equal('hidden');
    await choose(provider, 'Customer');
    const framed = await coming(provider, 'iframe');
    expect(getComputedStyle(framed).display).to.equal('none');
  });
});

const framesShown = (root: ParentNode): readonly HTMLIFrameElement[] =>
  findAll(root, '.panel:not([inert])').flatMap((panel) => findAll<HTMLIFrameElement>(panel, 'iframe'));

describe('after-call work in a session-pane', () => {
  const widgets = ['session-details', 'session-map', 'codes-tags'];
  const parameters = Array.from({ length: 30 }, (_, at) => `Parameter ${String(at)}`);
  const extensions = { widgets, sessionDetails: { parameters } };
  const afterCallWork = { startedAt: call.since, canFinishEarly: true, canExtend: false };
  const headings = (root: ParentNode): readonly string[] => findAll(root, 'h3').map(textOf);
  const ends = (mounted: Mounted, sessionId = 'call-1'): Promise<void> =>
    happens(mounted.gateway, { type: 'session.ended', at: call.since, sessionId, afterCallWork });
  const chosen = (root: ParentNode): readonly string[] =>
    findAll(root, '[role="tab"][aria-selected="true"]').map(textOf);

  it('turns to the codes when it begins, and moves nothing that is on screen', async () => {
    const mounted = await shows({}, '900px', extensions);
    const { provider } = mounted;
    const before = headings(provider);
    expect(before).to.deep.equal(['Session details', 'Codes and tags']);
    await ends(mounted);
    await frame();
    expect(headings(provider)).to.deep.equal(before);
    const panel = find(provider, '.panel.widgets');
    const codes = find(panel, '[aria-labelledby="codes-tags"]').getBoundingClientRect();
    const inView = panel.getBoundingClientRect();
    expect(panel.scrollTop).to.be.greaterThan(0);
    expect(codes.top).to.be.within(inView.top - 1, inView.bottom);
  });

  it('turns to their tab where there is room for one', async () => {
    const mounted = await shows({}, '400px', extensions);
    expect(chosen(mounted.provider)).to.deep.equal(['Conversation']);
    await ends(mounted);
    expect(chosen(mounted.provider)).to.deep.equal(['Customer']);
  });

  it('leaves all as it is where the agent types', async () => {
    const mounted = await shows({}, '900px', extensions);
    const { provider } = mounted;
    const panel = find(provider, '.panel.widgets');
    await coming(provider, '.tagged input');
    const field = find<HTMLInputElement>(provider, '.tagged input');
    field.focus();
    await write('tra');
    // Firefox brings the caret into view at the begin of the frame after a key: that is not what is looked for here.
    await frame();
    panel.scrollTop = 0;
    await ends(mounted);
    await frame();
    expectFocusOn(field);
    expect(field.value).to.equal('tra');
    expect(panel.scrollTop).to.equal(0);
  });

  it('begins at them where it is come back to, with codes first', async () => {
    const work = aSession({ id: 'call-1', state: 'after-call-work', afterCallWork });
    const { provider } = await mount(
      html`<div style="inline-size: 400px; block-size: 500px"><session-pane session-id="call-1"></session-pane></div>`,
      { sessions: [work], document: document_({}, extensions) },
    );
    expect(chosen(provider)).to.deep.equal(['Customer']);
    expect(headings(provider)[0]).to.equal('Codes and tags');
  });

  it('stays where the agent goes afterwards', async () => {
    const mounted = await shows({}, '400px', extensions);
    await ends(mounted);
    await choose(mounted.provider, 'Conversation');
    await happens(mounted.gateway, { type: 'tags.changed', at: call.since, sessionId: 'call-1', tags: ['vip'] });
    expect(chosen(mounted.provider)).to.deep.equal(['Conversation']);
  });
});

describe('the framed pages in the tabs of a session-pane', () => {
  const open = async (root: ParentNode, label: string): Promise<HTMLIFrameElement> => {
    link(root, label).click();
    await settled();
    await until(() => framesShown(root).length > 0);
    return framesShown(root)[0]!;
  };

  it('are those that the agent opens, where they can be framed', async () => {
    const { provider } = await shows();
    await coming(provider, 'a.item');
    const opened = oneEvent(provider, 'context-opened');
    await open(provider, 'Order');
    expect((await opened).detail).to.deep.equal({ sessionId: 'call-1', itemId: 'other', url: `${page.href}?order` });
    expect(tabs(provider).map(textOf)).to.deep.equal(['Conversation', 'Customer', 'Record', 'Order']);
    expect(shown(provider)).to.deep.equal(['Conversation', 'Order']);
    expect(textOf(link(provider, 'Plain'))).to.contain('new tab');
  });

  it('are in windows of their own where the service says nothing else, or the host does not want them', async () => {
    const usual = await shows({ contextItems: 'window' });
    await coming(usual.provider, 'a.item');
    expect(textOf(link(usual.provider, 'Order'))).to.contain('new tab');
    const { provider } = await shows();
    await coming(provider, 'a.item');
    provider.addEventListener('context-open', (event) => {
      event.preventDefault();
    });
    link(provider, 'Order').click();
    await settled();
    expect(tabs(provider).map(textOf)).to.deep.equal(['Conversation', 'Customer', 'Record']);
  });

  it('are not framed twice: the page that the service embeds has its tab', async () => {
    const { provider } = await shows();
    await coming(provider, 'a.item');
    await open(provider, 'Record');
    expect(tabs(provider)).to.have.length(3);
    expect(shown(provider)).to.deep.equal(['Conversation', 'Record']);
  });

  it('are never moved nor loaded again, however tabs, places and width change', async () => {
    const { provider } = await shows();
    await coming(provider, 'a.item');
    const framed = await open(provider, 'Order');
    await oneEvent(framed, 'load');
    let loads = 0;
    framed.addEventListener('load', () => (loads += 1));
    const box = find(provider, 'div');
    await choose(provider, 'Record');
    await choose(provider, 'Conversation');
    await choose(provider, 'Order');
    box.style.inlineSize = '500px';
    await frame();
    await choose(provider, 'Customer');
    await choose(provider, 'Order');
    box.style.inlineSize = '900px';
    await frame();
    expect(framed.isConnected).to.equal(true);
    expect(loads).to.equal(0);
    expect(shown(provider)).to.include('Order');
  });

  it('are closed by Delete, and the tab before has the focus', async () => {
    const { provider } = await shows();
    await coming(provider, 'a.item');
    const framed = await open(provider, 'Order');
    tab(provider, 'Order').focus();
    await press('Delete');
    await settled();
    expect(framed.isConnected).to.equal(false);
    expect(tabs(provider).map(textOf)).to.deep.equal(['Conversation', 'Customer', 'Record']);
    expectFocusOn(find(provider, '[role="tab"][tabindex="0"]'));
    tab(provider, 'Customer').focus();
    await press('Delete');
    expect(tabs(provider), 'a tab of the session itself stays').to.have.length(3);
  });

  it('say when they hold input that is not saved, and are not closed with it without a question', async () => {
    const { provider } = await shows();
    await coming(provider, 'a.item');
    const framed = await open(provider, 'Form');
    await until(() => findAll(provider, '.dot').length > 0);
    expect(findAll(provider, '[role="tab"]:has(.dot)').map(textOf)).to.deep.equal(['Form (not saved)']);
    const closing = async (answer: string): Promise<void> => {
      find(tab(provider, 'Form'), '.close').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      await settled();
      const dialog = find<HTMLDialogElement>(provider, 'dialog');
      expect(textOf(dialog)).to.contain('Form holds input that is not saved.');
      const closed = oneEvent(dialog, 'close');
      dialog.close(answer);
      await closed;
      await settled();
    };
    await closing('');
    expect(framed.isConnected).to.equal(true);
    await closing('go-on');
    expect(framed.isConnected).to.equal(false);
    expect(findAll(provider, '.dot')).to.have.length(0);
  });
});

describe('the split of a session-pane', () => {
  const grip = (root: ParentNode): HTMLElement => find(root, '[role="separator"]');
  const share = (root: ParentNode): number => {
    const [first] = findAll(root, '.panel.start');
    return Math.round((first!.getBoundingClientRect().width / find(root, '.main').getBoundingClientRect().width) * 100);
  };

  it('stands where the service wants it, and is moved by keys within bounds', async () => {
    const { provider } = await shows({ split: 60 });
    expect(share(provider)).to.equal(60);
    grip(provider).focus();
    for (const [key, value] of [
      ['ArrowLeft', 58],
      ['ArrowRight', 60],
      ['End', 75],
      ['ArrowRight', 75],
      ['Enter', 60],
    ] as const) {
      await press(key);
      await settled();
      expect(grip(provider).getAttribute('aria-valuenow'), key).to.equal(String(value));
    }
  });

  it('is dragged, and kept', async () => {
    const { provider, store } = await shows();
    const { left, width, top } = find(provider, '.main').getBoundingClientRect();
    const at = (percent: number): PointerEventInit => ({
      pointerId: 7,
      clientX: left + (width * percent) / 100,
      clientY: top + 9,
      bubbles: true,
    });
    const own = grip(provider);
    let held: number | undefined;
    own.setPointerCapture = (id) => (held = id);
    own.hasPointerCapture = (id) => held === id;
    own.dispatchEvent(new PointerEvent('pointermove', at(40)));
    expect(share(provider), 'nobody holds it').to.equal(50);
    own.dispatchEvent(new PointerEvent('pointerdown', at(50)));
    own.dispatchEvent(new PointerEvent('pointermove', at(42)));
    expect(share(provider)).to.equal(42);
    own.dispatchEvent(new PointerEvent('pointerup', at(40)));
    await settled();
    expect(share(provider)).to.equal(40);
    store.look('call-2');
    store.look('call-1');
    await settled();
    expect(share(provider)).to.equal(40);
  });

  /** The parts and the line between them, in the order in which Tab comes by them. */
  const byTab = async (root: ParentNode): Promise<readonly string[]> => {
    const stops = new Set<string>();
    // Behind the last stop Firefox goes on in its own window, and keys with it.
    const after = document.createElement('button');
    root.append(after);
    tab(root, 'Conversation').focus();
    for (let at = 0; at < 40 && document.activeElement !== after; at += 1) {
      await press('Tab');
      const { activeElement: own } = find(root, 'session-pane').shadowRoot!;
      const part = own?.closest('.panel, .grip');
      if (part) stops.add(part.matches('.grip') ? 'line' : part.matches('.start') ? 'start' : 'end');
    }
    return [...stops];
  };

  const partsOf = (root: ParentNode): readonly string[] =>
    findAll(root, '.panel:not(.away), .grip').map(({ className }) => className.split(' ').at(-1)!);

  // In a conversation in which nothing was said nothing takes keys.
  for (const [name, layout, stops] of [
    ['as usual', {}, ['line', 'end']],
    ['as the service turned them', { start: 'customer', end: 'conversation' }, ['start', 'line']],
  ] as const)
    it(`comes between its two parts by Tab, ${name}`, async () => {
      const { provider } = await shows(layout);
      expect(await byTab(provider)).to.deep.equal(stops);
      expect(partsOf(provider)).to.deep.equal(['start', 'grip', 'end']);
    });

  it('is still between them when they are arranged otherwise', async () => {
    const { provider } = await shows();
    for (const label of ['Record', 'Customer', 'Conversation', 'Record', 'Customer']) {
      await choose(provider, label);
      const parts = partsOf(provider);
      expect(parts, label).to.have.length(3);
      expect(parts[1], label).to.equal('grip');
    }
  });

  it('is not there where one part stands alone', async () => {
    const { provider } = await shows({}, '600px');
    expect(findAll(provider, '[role="separator"]')).to.have.length(0);
  });
});

describe('a session-pane', () => {
  for (const width of ['1040px', '700px', '398px', '300px'])
    it(`keeps head and tabs in sight at ${width}, whatever is scrolled`, async () => {
      const { provider } = await shows({}, width);
      await choose(provider, 'Customer');
      const box = find(provider, 'div').getBoundingClientRect();
      const pane = find(provider, 'session-pane');
      const panel = find(provider, '.widgets');
      panel.scrollTop = 9999;
      pane.scrollTop = 9999;
      await frame();
      for (const part of ['article > header', '[role="tablist"]']) {
        const { top, bottom } = find(pane, part).getBoundingClientRect();
        expect(top, part).to.be.at.least(box.top);
        expect(bottom, part).to.be.below(box.bottom - 200);
      }
      expect(find(provider, '.main').getBoundingClientRect().bottom).to.be.at.most(box.bottom + 0.5);
    });

  for (const width of ['300px', '320px'])
    it(`has the third tab whole in sight at ${width}: its name is cut there, and whole in a tooltip`, async () => {
      const { provider } = await shows({}, width, { embeddedContext: 'long' });
      await choose(provider, 'Customer');
      const row = find(provider, '[role="tablist"]').getBoundingClientRect();
      expect(tabs(provider)).to.have.length(3);
      for (const own of tabs(provider)) {
        const { left, right } = own.getBoundingClientRect();
        expect(left, textOf(own)).to.be.at.least(row.left);
        expect(right, textOf(own)).to.be.at.most(row.right);
        expect(find(own, 'bdi').title).to.equal(textOf(own));
      }
    });

  for (const width of ['700px', '560px', '400px', '300px'])
    it(`has the way out in the middle of the line of its name at ${width}`, async () => {
      const { provider } = await shows({}, width);
      const middleOf = (part: string): number => {
        const { top, bottom } = find(provider, part).getBoundingClientRect();
        return (top + bottom) / 2;
      };
      expect(middleOf('article > header > .leave')).to.be.closeTo(middleOf('article > header h2'), 0.5);
    });

  it('has a height of its own where nothing gives it one, however long its transcript is', async () => {
    const segments = Array.from({ length: 300 }, (_, at) => ({
      id: String(at),
      speaker: { id: 'a', role: 'customer' as const },
      text: 'And then?',
      isFinal: true,
      offsetMs: at * 1000,
    }));
    const { provider } = await mount(html`<session-pane session-id="call-1"></session-pane>`, {
      sessions: [call],
      document: document_({}),
      transcript: { sessionId: 'call-1', segments },
    });
    await frame();
    expect(find(provider, 'session-pane').getBoundingClientRect().height).to.be.within(480, 620);
    expect(findAll(provider, '.segment').length).to.be.below(60);
  });

  it('says in one sentence which widgets have nothing to say', async () => {
    const { provider } = await shows();
    expect(textOf(find(provider, '.silence'))).to.equal('Summary and map have nothing to show yet.');
    expect(findAll(provider, 'session-map, session-summary')).to.have.length(0);
    const bare = await shows({}, '900px', { widgets: ['codes-tags'] });
    expect(findAll(bare.provider, '.silence')).to.have.length(0);
  });

  it('says once what is said: captions rest beside a transcript', async () => {
    const segments = [{ id: '1', speaker: { id: 'a', role: 'customer' as const }, text: 'Hello', isFinal: true }];
    const { provider } = await mount(html`<session-pane session-id="call-1"></session-pane>`, {
      sessions: [call],
      document: document_({}, { widgets: ['transcript-view', 'live-caption'] }),
      transcript: { sessionId: 'call-1', segments },
    });
    expect(findAll(provider, 'live-caption')).to.have.length(0);
    expect(textOf(find(provider, '.note'))).to.equal('Captions: off beside the transcript');
  });
});

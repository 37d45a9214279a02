import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define.js';
import { selectSelectedId } from '../../src/index.js';
import type { Session } from '../../src/index.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aParkedCall, anOffer, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import {
  expectFocusOn,
  find,
  coming,
  findAll,
  focused,
  frame,
  happens,
  mount,
  settled,
  storeIn,
  textOf,
} from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const starts = (gateway: ScriptedGateway): Promise<void> =>
  happens(gateway, { type: 'session.connected', at: NOW, sessionId: anOffer.id });
const looksAt = ({ store }: Mounted): string | undefined => store.read(selectSelectedId);
const button = (root: ParentNode, name: string): HTMLElement | undefined =>
  findAll(root, 'button').find((own) => textOf(own) === name);

const isOffered = ({ provider }: Mounted): boolean => button(provider, 'Switch to it') !== undefined;

const withWorkspace = (beside: TemplateResult): Promise<Mounted> =>
  mount(html`${beside}<div style="inline-size: 1000px; block-size: 600px"><my-sessions></my-sessions></div>`, {
    sessions: [theCall, anOffer, aParkedCall, secondOffer],
  });

const secondOffer: Session = { ...anOffer, id: 'offer-2', visitorLabel: 'Visitor 8' };

const fields: readonly { name: string; field: TemplateResult; focus?: (root: ParentNode) => void }[] = [
  { name: 'an input', field: html`<input class="field" aria-label="Note" />` },
  { name: 'a number', field: html`<input class="field" type="number" aria-label="Note" />` },
  { name: 'a text area', field: html`<textarea class="field" aria-label="Note"></textarea>` },
  { name: 'rich text', field: html`<div class="field" contenteditable="true" role="textbox" aria-label="Note"></div>` },
  { name: 'a list of choices', field: html`<select class="field" aria-label="Note"><option>One</option></select>` },
];

describe('a session that starts', () => {
  it('is turned to', async () => {
    const mounted = await withWorkspace(html``);
    expect(looksAt(mounted)).to.equal(theCall.id);
    await starts(mounted.gateway);
    expect(looksAt(mounted)).to.equal(anOffer.id);
    expect(isOffered(mounted)).to.equal(false);
  });

  it('is turned to while a button has focus, which keeps it', async () => {
    const mounted = await withWorkspace(html`<button class="mine">Mine</button>`);
    find(mounted.provider, '.mine').focus();
    await starts(mounted.gateway);
    expect(looksAt(mounted)).to.equal(anOffer.id);
    expectFocusOn(find(mounted.provider, '.mine'));
  });

  it('is not turned to by what is only caught up on', async () => {
    const mounted = await withWorkspace(html``);
    mounted.gateway.deliver([{ type: 'session.connected', at: NOW, sessionId: anOffer.id }], 'replay');
    await settled();
    expect(looksAt(mounted)).to.equal(theCall.id);
  });

  it('is not turned to where the host decides', async () => {
    const mounted = await withWorkspace(html``);
    mounted.provider.manualSwitch = true;
    await settled();
    await starts(mounted.gateway);
    expect(looksAt(mounted)).to.equal(theCall.id);
  });

  for (const { name, field } of fields) {
    it(`waits while the agent types in ${name}`, async () => {
      const mounted = await withWorkspace(field);
      find(mounted.provider, '.field').focus();
      await starts(mounted.gateway);
      expect(looksAt(mounted)).to.equal(theCall.id);
      expectFocusOn(find(mounted.provider, '.field'));
      expect(textOf(await coming(mounted.provider, '.say .notice'))).to.contain('New session: Visitor 7');
    });
  }

  it('waits while the agent types in a field deep in shadow roots', async () => {
    const mounted = await withWorkspace(html`<div class="host"></div>`);
    const inner = find(mounted.provider, '.host')
      .attachShadow({ mode: 'open' })
      .appendChild(document.createElement('div'));
    const field = inner.attachShadow({ mode: 'open' }).appendChild(document.createElement('input'));
    field.focus();
    await starts(mounted.gateway);
    expect(looksAt(mounted)).to.equal(theCall.id);
    expectFocusOn(field);
  });

  it('waits while the agent types a tag, and nothing typed is lost', async () => {
    const mounted = await withWorkspace(html``);
    const field = find<HTMLInputElement>(mounted.provider, '[role="combobox"]');
    field.focus();
    field.value = 'half a t';
    field.dispatchEvent(new InputEvent('input'));
    await starts(mounted.gateway);
    expect(looksAt(mounted)).to.equal(theCall.id);
    expect(field.value).to.equal('half a t');
    expectFocusOn(field);
  });

  describe('waits', () => {
    it('while text is composed, and leaves what is composed alone', async () => {
      const mounted = await withWorkspace(
        html`<div class="field" contenteditable="true" role="textbox" aria-label="Note">に</div>`,
      );
      const field = find(mounted.provider, '.field');
      field.focus();
      field.dispatchEvent(new CompositionEvent('compositionstart'));
      await starts(mounted.gateway);
      expect(looksAt(mounted)).to.equal(theCall.id);
      expect(textOf(field)).to.equal('に');
      expectFocusOn(field);
    });

    it('while the focus is in a framed page, whose fields nobody sees from here', async () => {
      const mounted = await withWorkspace(html`<iframe class="frame" title="Records"></iframe>`);
      find(mounted.provider, '.frame').focus();
      await starts(mounted.gateway);
      expect(looksAt(mounted)).to.equal(theCall.id);
    });

    const texts: readonly (readonly [where: string, selectIn: (mounted: Mounted) => Promise<Element>])[] = [
      ['on the page', ({ provider }) => Promise.resolve(find(provider, '.prose'))],
      ['in a session', async ({ provider }) => coming(provider, '.facts')],
    ];
    for (const [where, textIn] of texts)
      it(`while text is selected ${where}, and no longer than that`, async () => {
        const mounted = await withWorkspace(html`<p class="prose">Something to copy</p>`);
        const element = await textIn(mounted);
        const selection = document.getSelection()!;
        selection.selectAllChildren(element);
        try {
          await starts(mounted.gateway);
          expect(looksAt(mounted)).to.equal(theCall.id);
          expect(String(selection)).to.not.equal('');
        } finally {
          selection.removeAllRanges();
        }
        await happens(mounted.gateway, { type: 'session.connected', at: NOW, sessionId: secondOffer.id });
        expect(looksAt(mounted)).to.equal(secondOffer.id);
      });

    const open: readonly { name: string; content: TemplateResult; open: (root: ParentNode) => void }[] = [
      {
        name: 'a dialog of the host’s, wherever the focus is',
        content: html`<dialog class="asks"><p>Really?</p></dialog>`,
        open: (root) => {
          find<HTMLDialogElement>(root, '.asks').showModal();
          (document.activeElement as HTMLElement | null)?.blur();
        },
      },
      {
        name: 'a menu in the top layer',
        content: html`<div class="menu" popover>Copy</div>`,
        open: (root) => {
          find(root, '.menu').showPopover();
        },
      },
      {
        name: 'a menu that a button says is open',
        content: html`<button class="opens" aria-haspopup="menu" aria-expanded="false">More</button>`,
        open: (root) => {
          find(root, '.opens').setAttribute('aria-expanded', 'true');
        },
      },
    ];
    for (const { name, content, open: begin } of open)
      it(`while ${name} is open`, async () => {
        const mounted = await withWorkspace(content);
        begin(mounted.provider);
        await starts(mounted.gateway);
        expect(looksAt(mounted)).to.equal(theCall.id);
        expect(textOf(await coming(mounted.provider, '.say .notice'))).to.contain('New session: Visitor 7');
      });

    const shown: readonly (readonly [string, TemplateResult, (root: ParentNode) => void])[] = [
      [
        'a notice in the top layer that stays',
        html`<div class="toast" popover="manual">Cookies</div>`,
        (root) => {
          find(root, '.toast').showPopover();
        },
      ],
      ['a panel of the host’s', html`<dialog open>Cookies</dialog>`, () => undefined],
      [
        'a button of a menu that is closed',
        html`<button aria-haspopup="menu" aria-expanded="false">More</button>`,
        () => undefined,
      ],
    ];
    for (const [name, content, begin] of shown)
      it(`not for ${name}`, async () => {
        const mounted = await withWorkspace(content);
        begin(mounted.provider);
        await starts(mounted.gateway);
        expect(looksAt(mounted)).to.equal(anOffer.id);
      });
  });

  describe('is turned to in a workspace that stands', () => {
    const places: readonly (readonly [string, (page: HTMLElement, provider: HTMLElement) => void])[] = [
      [
        'in a dialog',
        (page, provider) => {
          const dialog = page.appendChild(document.createElement('dialog'));
          dialog.append(provider);
          dialog.showModal();
        },
      ],
      [
        'in the slot of a dialog’s element, one of whose buttons has the focus',
        (page, provider) => {
          const host = page.appendChild(document.createElement('div'));
          const dialog = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('dialog'));
          const close = dialog.appendChild(document.createElement('button'));
          dialog.append(document.createElement('slot'));
          host.append(provider);
          dialog.showModal();
          close.focus();
        },
      ],
      [
        'in a popover',
        (page, provider) => {
          const popover = page.appendChild(document.createElement('div'));
          popover.popover = 'auto';
          popover.append(provider);
          popover.showPopover();
        },
      ],
      [
        'in what a button says that it has opened',
        (page, provider) => {
          const opens = page.appendChild(document.createElement('button'));
          for (const [name, value] of [
            ['aria-haspopup', 'dialog'],
            ['aria-expanded', 'true'],
            ['aria-controls', 'opened'],
          ] as const)
            opens.setAttribute(name, value);
          const drawer = page.appendChild(document.createElement('div'));
          drawer.id = 'opened';
          drawer.append(provider);
        },
      ],
    ];
    for (const [where, put] of places) {
      const open = async (): Promise<Mounted> => {
        const mounted = await withWorkspace(html`<button class="mine">Mine</button>`);
        const page = await fixture<HTMLElement>(html`<div></div>`);
        put(page, mounted.provider);
        await settled();
        expect(looksAt(mounted)).to.equal(theCall.id);
        return mounted;
      };

      it(where, async () => {
        const mounted = await open();
        await starts(mounted.gateway);
        expect(looksAt(mounted)).to.equal(anOffer.id);
      });

      it(`${where}, though not while a question is asked in it`, async () => {
        const mounted = await open();
        const question = mounted.provider.appendChild(document.createElement('dialog'));
        question.showModal();
        await starts(mounted.gateway);
        expect(looksAt(mounted)).to.equal(theCall.id);
      });
    }
  });

  it('waits while a question is open, which stays on screen', async () => {
    const mounted = await withWorkspace(html``);
    mounted.store.look(aParkedCall.id);
    await settled();
    const pane = findAll(mounted.provider, 'session-pane').find((own) => textOf(own).includes('Luis Ortega'));
    find(pane!, '[data-verb="session.end"]').click();
    await settled();
    await starts(mounted.gateway);
    expect(looksAt(mounted)).to.equal(aParkedCall.id);
    expect(find(mounted.provider, 'dialog[open]').checkVisibility({ visibilityProperty: true })).to.equal(true);
  });

  describe('while the agent typed', () => {
    async function waiting(): Promise<Mounted> {
      const mounted = await withWorkspace(html`<input class="field" aria-label="Note" />`);
      find(mounted.provider, '.field').focus();
      await starts(mounted.gateway);
      await coming(mounted.provider, '.say .notice');
      return mounted;
    }

    it('is turned to on request', async () => {
      const mounted = await waiting();
      button(mounted.provider, 'Switch to it')?.click();
      await settled();
      expect(looksAt(mounted)).to.equal(anOffer.id);
      expect(isOffered(mounted)).to.equal(false);
    });

    it('is named beside the others that started, in order, and turning to the first leaves the others', async () => {
      const others = ['Visitor 8', 'Visitor 9'].map((visitorLabel) => ({ ...anOffer, id: visitorLabel, visitorLabel }));
      const mounted = await mount(
        html`<input class="field" aria-label="Note" />
          <div style="inline-size: 1000px; block-size: 600px"><my-sessions></my-sessions></div>`,
        { sessions: [theCall, anOffer, ...others] },
      );
      const named = (): string => textOf(find(mounted.provider, '.say'));
      find(mounted.provider, '.field').focus();
      await starts(mounted.gateway);
      for (const { id } of others)
        await happens(mounted.gateway, { type: 'session.connected', at: NOW, sessionId: id });
      await coming(mounted.provider, '.say .notice');
      const choices = 'Switch to it Stay here';
      expect(named()).to.equal(`New session: Visitor 7 ${choices} 1 / 3`);
      for (const [name, at] of [
        ['Visitor 8', 2],
        ['Visitor 9', 3],
        ['Visitor 7', 1],
      ] as const) {
        find(mounted.provider, '.next').click();
        await settled();
        expect(named()).to.equal(`New session: ${name} ${choices} ${String(at)} / 3`);
      }
      expect(looksAt(mounted)).to.equal(theCall.id);
      button(mounted.provider, 'Switch to it')?.click();
      await settled();
      expect(looksAt(mounted)).to.equal(anOffer.id);
      expect(named()).to.equal(`New session: Visitor 8 ${choices} 1 / 2`);
      button(mounted.provider, 'Stay here')?.click();
      await settled();
      expect(named()).to.equal(`New session: Visitor 9 ${choices}`);
      expect(looksAt(mounted)).to.equal(anOffer.id);
    });

    it('is let be on request', async () => {
      const mounted = await waiting();
      button(mounted.provider, 'Stay here')?.click();
      await settled();
      expect(looksAt(mounted)).to.equal(theCall.id);
      expect(isOffered(mounted)).to.equal(false);
    });

    it('is no longer offered when it is gone', async () => {
      const mounted = await waiting();
      await happens(mounted.gateway, { type: 'session.removed', at: NOW, sessionId: anOffer.id });
      expect(isOffered(mounted)).to.equal(false);
    });

    it('is offered by keyboard without losing focus when it is taken', async () => {
      const mounted = await waiting();
      const go = button(mounted.provider, 'Switch to it');
      go?.focus();
      go?.click();
      await frame();
      expect(focused().localName).to.not.equal('body');
    });
  });

  it('takes focus along from the pane that goes, and does not drop it on the page', async () => {
    const mounted = await withWorkspace(html``);
    find(find(mounted.provider, 'session-pane'), '[data-verb="session.park"]').focus();
    await starts(mounted.gateway);
    await frame();
    expect(focused().localName).to.not.equal('body');
    expect(focused().checkVisibility({ visibilityProperty: true })).to.equal(true);
  });
});

describe('a page that is loaded anew', () => {
  const sessions = [unfinishedWork, aParkedCall];

  /** The page as it was, after the agent turned to a session. */
  async function reloaded(
    before: readonly Session[],
    after: readonly Session[],
    id?: string,
  ): Promise<string | undefined> {
    const content = html`<my-sessions></my-sessions>`;
    const { provider, store } = await mount(content, { sessions: before });
    if (id !== undefined) store.look(id);
    await settled();
    provider.remove();
    const again = await fixture(
      html`<session-provider lang="en" .gateway=${aGateway({ sessions: after })}>${content}</session-provider>`,
    );
    await settled(again);
    return storeIn(again).read(selectSelectedId);
  }

  it('shows the after-call work that was looked at, beside a call', async () => {
    const all = [theCall, ...sessions];
    expect(await reloaded(all, all, unfinishedWork.id)).to.equal(unfinishedWork.id);
  });

  it('shows the after-call work of the call that ended, not what is parked, where nothing is recalled', async () => {
    expect(await reloaded([], sessions)).to.equal(unfinishedWork.id);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/session-panel/session-panel.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import { SessionProvider, selectSelectedId } from '../../src/index.js';
import { defineElement } from '../../src/registration/define-element.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import { aChat, theCall } from '../../stories/scenarios/working-day.js';
import { find, findAll, frame, mount, settled, textOf, until } from '../support/mounting.js';

/** What an element shows by itself, by something that it shows no more with the attribute. */
const elements: readonly {
  readonly without: TemplateResult;
  readonly attribute: string;
  readonly property: string;
  readonly value: string;
  readonly shows: (element: HTMLElement) => unknown;
}[] = [
  {
    without: html`<session-details class="it"></session-details>`,
    attribute: 'session-id',
    property: 'sessionId',
    value: 'nobody-knows',
    shows: (element) => textOf(element).includes('Nora Feld'),
  },
  {
    without: html`<sessions-list class="it"></sessions-list>`,
    attribute: 'mode',
    property: 'mode',
    value: 'icons',
    shows: (element) => [element.getAttribute('mode'), findAll(element, '.row .title').length],
  },
  {
    without: html`<session-panel class="it"></session-panel>`,
    attribute: 'mode',
    property: 'mode',
    value: 'bar',
    shows: (element) => [element.getAttribute('mode'), findAll(element, '.grip').length],
  },
  {
    without: html`<task-offers class="it"></task-offers>`,
    attribute: 'mode',
    property: 'mode',
    value: 'icons',
    shows: (element) => [element.getAttribute('mode')],
  },
];

describe('an element whose host takes back what it said of it', () => {
  for (const { without, attribute, property, value, shows } of elements)
    for (const [how, takeBack] of [
      ['by its attribute', (element: HTMLElement) => element.removeAttribute(attribute)],
      ['by null', (element: HTMLElement) => Reflect.set(element, property, null)],
      ['by undefined', (element: HTMLElement) => Reflect.set(element, property, undefined)],
    ] as const)
      it(`is as it was without it: ${attribute} of <${String(/[\w-]+/.exec(without.strings[0] ?? ''))}>, ${how}`, async () => {
        const { provider } = await mount(without, { sessions: [theCall, aChat] });
        await frame();
        const element = find(provider, '.it');
        const shown = shows(element);
        element.setAttribute(attribute, value);
        await settled();
        expect(shows(element)).to.not.deep.equal(shown);
        takeBack(element);
        await settled();
        expect(shows(element)).to.deep.equal(shown);
      });
});

describe('a provider of which something was said before it was defined', () => {
  it('turns to a session when its host says so afterwards', async () => {
    const page = await fixture(html`<div></div>`);
    const provider = document.createElement('early-session-provider') as HTMLElement &
      Pick<SessionProvider, 'gateway' | 'selectedId' | 'store'>;
    // As frameworks do that load the elements later than they render.
    provider.selectedId = aChat.id;
    page.append(provider);
    defineElement('early-session-provider', class extends SessionProvider {});
    provider.gateway = aGateway({ sessions: [theCall, aChat] });
    await until(() => provider.selectedId === theCall.id);
    expect(provider.selectedId).to.equal(theCall.id);
    provider.selectedId = aChat.id;
    expect(provider.selectedId).to.equal(aChat.id);
    expect(provider.store?.read(selectSelectedId)).to.equal(aChat.id);
  });
});

import { expect, html } from '@open-wc/testing';
import '../../src/components/sessions-list/sessions-list.define.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aParkedChat, aParkedMail, anOffer, theCall } from '../../stories/scenarios/working-day.js';
import { press } from '../support/hands.js';
import { find, happens, mount, settled } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const list = html`<sessions-list></sessions-list>`;
const card = (root: ParentNode, id: string): HTMLElement => find(find(root, `[data-id="${id}"]`), '.card');

/** A click of a pointer, so many ms from now: the moment is the browser's to say, and here ours. */
async function clickIn(ms: number, element: Element): Promise<void> {
  const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 });
  Object.defineProperty(click, 'timeStamp', { value: performance.now() + ms });
  element.dispatchEvent(click);
  await settled();
}

/** Long enough for a hand to see that the list has moved. */
const SETTLED = 1000;

describe('a sessions-list that has just moved', () => {
  let mounted: Mounted;
  let chosen: string[];
  const current = (id: string): string | null => card(mounted.provider, id).ariaCurrent;
  /** Pushes everything down by one: under the pointer there is another session now. */
  const move = (): Promise<void> => happens(mounted.gateway, { type: 'session.snapshot', at: NOW, session: anOffer });

  beforeEach(async () => {
    mounted = await mount(list, { sessions: [theCall, aParkedChat, aParkedMail] }, true);
    chosen = [];
    mounted.provider.addEventListener('session-select', (event) => {
      chosen.push((event as CustomEvent<{ readonly sessionId: string }>).detail.sessionId);
    });
    mounted.store.look(theCall.id);
    await settled();
  });

  it('takes no click that was aimed at what stood there before', async () => {
    await move();
    await clickIn(0, card(mounted.provider, aParkedChat.id));
    expect(chosen).to.deep.equal([]);
    expect(current(theCall.id)).to.equal('true');
  });

  it('answers no offer by such a click', async () => {
    await move();
    for (const verb of ['session.accept', 'session.decline'])
      await clickIn(0, find(mounted.provider, `[data-verb="${verb}"]`));
    expect(mounted.gateway.commands).to.deep.equal([]);
  });

  it('takes clicks again when it has stood still for a moment', async () => {
    await move();
    await clickIn(SETTLED, card(mounted.provider, aParkedChat.id));
    expect(chosen).to.deep.equal([aParkedChat.id]);
    expect(current(aParkedChat.id)).to.equal('true');
  });

  it('takes keys at once: they go where the focus is, wherever that has moved', async () => {
    card(mounted.provider, aParkedChat.id).focus();
    await move();
    await press('Enter');
    expect(chosen).to.deep.equal([aParkedChat.id]);
    await happens(mounted.gateway, { type: 'session.removed', at: NOW, sessionId: anOffer.id });
    card(mounted.provider, aParkedMail.id).focus();
    await press(' ');
    expect(chosen).to.deep.equal([aParkedChat.id, aParkedMail.id]);
  });

  it('takes a click when only what a card says has changed', async () => {
    await happens(mounted.gateway, { type: 'tags.changed', at: NOW, sessionId: aParkedChat.id, tags: ['vip'] });
    await clickIn(0, card(mounted.provider, aParkedChat.id));
    expect(chosen).to.deep.equal([aParkedChat.id]);
  });

  it('takes the first click of all, for nothing stood there before', async () => {
    await clickIn(0, card(mounted.provider, aParkedMail.id));
    expect(chosen).to.deep.equal([aParkedMail.id]);
  });
});

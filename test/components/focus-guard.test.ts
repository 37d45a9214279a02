import { expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/components/embedded-context/embedded-context.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import type { MessageComposer } from '../../src/index.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { withContext } from '../../stories/scenarios/context-items.js';
import { ready } from '../support/composing.js';
import { clickOn, press } from '../support/hands.js';
import { expectFocusOn, find, findAll, focused, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const page = new URL('../support/thief.xhtml', import.meta.url);
page.search = '';
const TEXT = 'He was cut off, calls again';

/** What pages in frames say: which of their fields had the focus, and what it got. */
interface Said {
  readonly focused?: string;
  readonly got?: string;
  readonly took?: boolean;
}
let said: Said[] = [];
let onSaid = (): void => undefined;
const onMessage = ({ data }: MessageEvent<Said>): void => {
  said.push(data);
  onSaid();
};
/** Waits until frames have said so much. */
const hears = async (isEnough: () => boolean): Promise<void> => {
  while (!isEnough())
    await new Promise<void>((resolve) => {
      onSaid = resolve;
    });
};
const got = (): readonly string[] => said.map((own) => own.got).filter((own) => own !== undefined);

/** A page of the host's with fields of its own around a framed page. */
async function framed(query = ''): Promise<Mounted> {
  const mounted = await mount(
    html`<input class="host" />
      <textarea class="host"></textarea>
      <div class="host editable" contenteditable="true" style="min-block-size: 20px"></div>
      <message-composer formatted></message-composer>
      <div style="block-size: 400px"><embedded-context></embedded-context></div>
      <button class="after">After</button>
      <dialog><input class="asked" /></dialog>`,
    {
      sessions: ['a', 'b'].map((id) => aSession({ id, customer: { id, name: id }, isSelected: id === 'a' })),
      document: withContext({ embeddedContext: 'page' }, [
        { id: 'page', label: 'Record', url: `${page.href}?of=$(Session.Id)&${query}` },
      ]),
    },
  );
  await hears(() => said.some(({ focused }) => focused === 'nothing yet'));
  return mounted;
}

const frameIn = (root: ParentNode): HTMLIFrameElement => find<HTMLIFrameElement>(root, 'iframe');
const valueOf = (element: HTMLElement): string =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? element.value
    : element.innerText.trim();

/** Has the page in a frame take the focus, and waits until it has lost it again, if the browser let it have it. */
async function takes(frame: HTMLIFrameElement): Promise<void> {
  if (await tries(frame)) await waitUntil(() => focused() !== frame, 'The frame keeps the focus.', { interval: 5 });
}

/** The same where the focus may stay. */
async function tries(frame: HTMLIFrameElement): Promise<boolean> {
  const before = said.length;
  const answer = (): Said | undefined => said.slice(before).find(({ took }) => took !== undefined);
  frame.contentWindow?.postMessage('take', '*');
  await hears(() => answer()?.took !== undefined);
  return answer()?.took === true;
}

describe('the focus and pages in frames', () => {
  beforeEach(() => {
    said = [];
    window.addEventListener('message', onMessage);
  });
  afterEach(() => {
    window.removeEventListener('message', onMessage);
  });

  const fields: readonly (readonly [name: string, of: (root: ParentNode) => Promise<HTMLElement>])[] = [
    ['an input of the page', (root) => Promise.resolve(find(root, 'input.host'))],
    ['a text area of the page', (root) => Promise.resolve(find(root, 'textarea.host'))],
    ['something editable of the page', (root) => Promise.resolve(find(root, '.editable'))],
    ['a composer', (root) => ready(find<MessageComposer>(root, 'message-composer'))],
  ];
  for (const [name, of] of fields)
    it(`leave every key to ${name}, where the caret is, however often a page takes the focus`, async () => {
      const { provider } = await framed();
      const field = await of(provider);
      field.focus();
      await sendKeys({ type: '[]' });
      await sendKeys({ press: 'ArrowLeft' });
      for (const key of TEXT) {
        await takes(frameIn(provider));
        await sendKeys({ press: key });
      }
      expect(valueOf(field)).to.equal(`[${TEXT}]`);
      expect(got()).to.deep.equal([]);
    });

  it('lose no key to a page that takes the focus all the time: it is hidden until the agent stops or asks for it', async () => {
    const { provider } = await framed('every=50');
    const frame = frameIn(provider);
    const field = find(provider, 'textarea.host');
    const isShown = (): boolean => frame.checkVisibility();
    field.focus();
    const isAble = await tries(frame);
    if (isAble) await waitUntil(() => !isShown());
    expectFocusOn(field);
    await sendKeys({ type: TEXT });
    expect([valueOf(field), got()]).to.deep.equal([TEXT, []]);
    if (!isAble) return;
    expect(textOf(find(provider, '.held-back'))).to.contain('hidden until you stop');

    find(provider, '.after').focus();
    await waitUntil(isShown);
    field.focus();
    expect(isShown()).to.equal(false);
    await clickOn(find(provider, '.held-back button'));
    await tries(frame);
    expectFocusOn(frame);
  });

  it('keep hidden only what has made a habit of it', async () => {
    const { provider } = await framed();
    find(provider, 'textarea.host').focus();
    for (let time = 0; time < 2; time += 1) {
      await takes(frameIn(provider));
      expect(frameIn(provider).checkVisibility()).to.equal(true);
    }
  });

  it('leave the focus with somebody at work with keys, on a button too, not with a pointer that has nothing to write', async () => {
    const { provider } = await framed();
    const button = find(provider, '.after');
    button.scrollIntoView();
    await clickOn(button);
    expectFocusOn(button);
    await sendKeys({ press: 'ArrowDown' });
    await takes(frameIn(provider));
    expectFocusOn(button);
    await clickOn(button);
    if (await tries(frameIn(provider))) expectFocusOn(frameIn(provider));
  });

  it('leave the focus in a modal dialog beside the page', async () => {
    const { provider } = await framed();
    find<HTMLDialogElement>(provider, 'dialog').showModal();
    const field = find(provider, '.asked');
    field.focus();
    await takes(frameIn(provider));
    await waitUntil(() => focused() === field);
  });

  it('keep the focus from a page that is put away, which cannot even take it for a moment', async () => {
    const { provider, store } = await framed('every=50');
    const field = find(provider, 'textarea.host');
    store.look(undefined);
    await settled();
    field.focus();
    let leaves = 0;
    field.addEventListener('blur', () => (leaves += 1));
    await sendKeys({ type: TEXT });
    expect(valueOf(field)).to.equal(TEXT);
    expect([leaves, got()]).to.deep.equal([0, []]);
  });

  it('let an agent in by a click, who then moves within, and out when another session is turned to', async () => {
    const { provider, store } = await framed();
    const frame = frameIn(provider);
    find(provider, 'input.host').focus();
    await clickOn(frame);
    await tries(frame);
    await sendKeys({ press: 'x' });
    await hears(() => got().length > 0);
    expectFocusOn(frame);
    await sendKeys({ press: 'Tab' });
    await hears(() => said.some(({ focused }) => focused === 'other'));
    store.look(undefined);
    await settled();
    expectFocusOn(find(provider, 'input.host'));
  });

  it('let an agent in by Tab, forwards and backwards', async () => {
    const { provider } = await framed();
    const frame = frameIn(provider);
    find(provider, '.bar a').focus();
    await sendKeys({ press: 'Tab' });
    await hears(() => said.some(({ focused }) => focused === 'field'));
    await tries(frame);
    expectFocusOn(frame);
    find(provider, '.after').focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    await hears(() => said.some(({ focused }) => focused === 'other'));
    expectFocusOn(frame);
  });

  it('let an agent in by a button, for those who have neither', async () => {
    const { provider } = await framed();
    const frame = frameIn(provider);
    find(provider, '.go-in').focus();
    await press('Enter');
    await tries(frame);
    expectFocusOn(frame);
  });

  it('are not fooled by a pointer that rests on the page while the agent types, until it moves', async () => {
    const { provider } = await framed();
    const frame = frameIn(provider);
    const { x, y } = frame.getBoundingClientRect();
    const isOn = new Promise((resolve) => frame.addEventListener('pointerenter', resolve, { once: true }));
    await sendMouse({ type: 'move', position: [Math.round(x + 100), Math.round(y - 4)] });
    await sendMouse({ type: 'move', position: [Math.round(x + 100), Math.round(y + 100)] });
    await isOn;
    const field = find(provider, 'input.host');
    field.focus();
    await sendKeys({ press: 'a' });
    await takes(frame);
    await sendKeys({ type: 'bc' });
    expect(valueOf(field)).to.equal('abc');
    // A hand that types makes a mouse tremble; one that takes it moves it further.
    const moves = async (by: number): Promise<void> =>
      sendMouse({ type: 'move', position: [Math.round(x + 100 + by), Math.round(y + 100)] });
    await moves(1);
    await moves(0);
    await takes(frame);
    expectFocusOn(field);
    await moves(-25);
    await moves(-50);
    expect(getComputedStyle(frame).pointerEvents).to.equal('auto');
    await sendMouse({ type: 'click', position: [Math.round(x + 50), Math.round(y + 100)] });
    await tries(frame);
    expectFocusOn(frame);
  });

  it('are nobody’s business once there is no page left, nor are frames of others', async () => {
    const { provider } = await framed();
    const own = document.createElement('iframe');
    own.sandbox.add('allow-scripts');
    own.src = page.href;
    find(provider, 'dialog').before(own);
    said = [];
    await hears(() => said.some(({ focused }) => focused === 'nothing yet'));
    find(provider, 'input.host').focus();
    const isAble = await tries(own);
    if (isAble) expectFocusOn(own);
    find(provider, 'embedded-context').remove();
    expect(findAll(provider, 'embedded-context').length).to.equal(0);
    if (await tries(own)) expectFocusOn(own);
  });
});

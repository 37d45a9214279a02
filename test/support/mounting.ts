import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/session-provider/session-provider.define.js';
import '../../src/components/session-shortcuts/session-shortcuts.define.js';
import '../../src/components/task-offers/task-offers.define.js';
// Here already, it takes no time to load.
import '../../src/components/my-sessions/announcer.js';
import '../../src/effects/attend.js';
import '../../src/effects/notifier.js';
import '../../src/core/state/transcript-step.js';
import { loadStanding } from '../../src/components/agent-presence/load-standing.js';
import { loadHistory } from '../../src/components/sessions-list/late-history.js';
import { loadRest } from '../../src/components/sessions-list/late-rest.js';
import { loadWindow } from '../../src/components/sessions-list/late-window.js';
import { latePart } from '../../src/context/late-part.js';
import { loadWhy } from '../../src/context/load-why.js';
import type { SessionEvent, SessionProvider, SessionStore, WorkspaceHandle } from '../../src/index.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import type { Situation } from '../../stories/scenarios/builders.js';
import { forgetViews } from '../../stories/scenarios/in-workspace.js';
import { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';

// As with panes: what a page loads when it is first shown is here from the start, so that nothing waits for it.
await loadHistory();
for (const load of [loadStanding, loadWhy, loadRest, loadWindow])
  await new Promise<void>((requestUpdate) => {
    latePart<unknown>(load, { requestUpdate });
  });

/** All elements below a root, in its shadow root and every other one: each before what is in its shadow root, and that before its children. */
export function allWithin(root: ParentNode): Element[] {
  const found: Element[] = [];
  // Every test asks for this again and again, often of a whole page: what the browser gathers takes a tenth of the time.
  const gather = (place: ParentNode): void => {
    for (const element of place.querySelectorAll('*')) {
      found.push(element);
      if (element.shadowRoot) gather(element.shadowRoot);
    }
  };
  if (root instanceof Element && root.shadowRoot) gather(root.shadowRoot);
  gather(root);
  return found;
}

/** The first element that matches, however deep in shadow roots. Fails when there is none. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const found = findAll<E>(root, selector)[0];
  if (!found) throw new Error(`Nothing here matches ${selector}.`);
  return found;
}

export const findAll = <E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] =>
  allWithin(root).filter((element) => element.matches(selector)) as E[];

/** What is written in an element and everything inside it, with single spaces. */
export const textOf = (node: Node): string => rawTextOf(node).replace(/\s+/g, ' ').trim();

/** The same text, character by character. */
export function rawTextOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node instanceof HTMLStyleElement) return '';
  const shadow = node instanceof Element ? node.shadowRoot : null;
  return [...(shadow?.childNodes ?? []), ...node.childNodes].map(rawTextOf).join('');
}

/** Waits until no element below the root has anything left to render. */
export async function settled(root: ParentNode = document): Promise<void> {
  const rendering = (): LitElement[] =>
    allWithin(root).filter(
      (element): element is LitElement => element instanceof LitElement && element.isUpdatePending,
    );
  // A provider is complete when it looks where its agent should; one that could not open says so by itself.
  for (const element of [root, ...allWithin(root)])
    if (element instanceof LitElement && element.localName.endsWith('session-provider'))
      await element.updateComplete.catch(() => false);
  // An answer of the gateway takes a few microtasks to become a fact.
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  for (let round = 0; rendering().length > 0; round += 1) {
    if (round > 100)
      throw new Error(
        `Never done: ${rendering()
          .map(({ localName }) => localName)
          .join()}`,
      );
    await Promise.all(rendering().map((element) => element.updateComplete));
  }
}

/** The next frame, with everything rendered: for what waits for layout or an observer. */
export async function frame(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  await settled();
}

/** How long something that has to be loaded may take on a busy machine, in milliseconds. It ends before the test does. */
const LONGEST_LOADING = 9_000;

/** Waits, frame by frame, until something is so, or until it is too late: what is expected then says so. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + LONGEST_LOADING;
  while (!isSo() && performance.now() < end) await frame();
}

/** Chooses the tab of a session that begins with a name, where there is one. */
export async function chooseTab(root: ParentNode, name: string): Promise<void> {
  findAll(root, '[role="tab"]')
    .find((tab) => textOf(tab).startsWith(name))
    ?.click();
  await settled();
}

/** The first element that matches, as soon as there is one. */
export async function coming<E extends Element = HTMLElement>(root: ParentNode, selector: string): Promise<E> {
  await until(() => findAll(root, selector).length > 0);
  return find<E>(root, selector);
}

/** Ana's workspace around some elements. */
export interface Mounted {
  readonly provider: SessionProvider;
  readonly gateway: ScriptedGateway;
  readonly store: SessionStore;
}

/** Mounts elements in a workspace and waits until they show it. */
export async function mount(
  content: TemplateResult,
  situation: Situation | ScriptedGateway = {},
  manualSwitch = false,
): Promise<Mounted> {
  const gateway = situation instanceof ScriptedGateway ? situation : aGateway(situation);
  forgetViews();
  const provider = await fixture<SessionProvider>(
    html`<session-provider lang="en" .gateway=${gateway} ?manual-switch=${manualSwitch}>${content}</session-provider>`,
  );
  await settled(provider);
  return { provider, gateway, store: storeIn(provider) };
}

/** The store that elements below a root have got through context. */
export function storeIn(root: ParentNode): SessionStore {
  const { workspace } =
    allWithin(root).find((element): element is Element & { workspace: WorkspaceHandle } =>
      Boolean((element as { workspace?: unknown }).workspace),
    ) ?? {};
  if (!workspace) throw new Error('No element here is connected to a workspace.');
  return workspace.store;
}

/** Says that something happens, and waits until it is shown. */
export async function happens(gateway: ScriptedGateway, ...facts: readonly SessionEvent[]): Promise<void> {
  gateway.emit(...facts);
  await settled();
}

/** The element that has focus, inside however many shadow roots. */
export function focused(): Element {
  let element = document.activeElement ?? document.body;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Fails unless this element has focus. Chai would try to print both elements, with everything they hold. */
export function expectFocusOn(element: Element): void {
  const { localName, className } = focused();
  expect(focused() === element, `focus is on <${localName} class="${className}">`).to.equal(true);
}

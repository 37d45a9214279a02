/**
 * Where subjects stand while they are measured: boxes of one size in one place, whose layout concerns nothing outside.
 */
import type { LitElement } from 'lit';
import { createLocalization, createSessionStore, silentLogger } from '../../src/index.js';
import type { SessionProvider, SessionStore } from '../../src/index.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { ensure } from './samples.js';

export function aBox(): HTMLElement {
  const box = document.createElement('div');
  box.style.cssText =
    'position: fixed; inset: 0 auto auto 0; contain: strict; inline-size: 360px; block-size: 420px; overflow: auto';
  document.body.append(box);
  return box;
}

/** A provider over a store of this gateway, in a box of its own. */
export async function aProvider(gateway: ScriptedGateway): Promise<{ provider: SessionProvider; store: SessionStore }> {
  const store = createSessionStore({ gateway, clock: gateway.clock, logger: silentLogger, newId: () => '' });
  const provider = document.createElement('session-provider');
  provider.store = store;
  provider.localization = createLocalization('en');
  provider.manualSwitch = true;
  aBox().append(provider);
  await provider.updateComplete;
  return { provider, store };
}

/** Until an element wants to render no more. */
export async function settled(element: LitElement): Promise<void> {
  while (!(await element.updateComplete));
}

/** Style and layout, now; an element that is displayed has a height then. */
export function forceLayout(element: HTMLElement): void {
  ensure(element.offsetHeight > 0, 'nothing is displayed');
}

/** Both must show the same: every text, every icon, every title, of as many rows as are in the document. White space aside. */
export function ensureSame(ours: HTMLElement, vanilla: HTMLElement, when: string): void {
  const shown = [...rowsIn(ours)];
  const twins = new Map([...rowsIn(vanilla)].map((row) => [row.dataset.id, row]));
  const [one, other] = [shown, shown.map(({ dataset }) => twins.get(dataset.id))].map((rows) => ({
    text: rows.map((row) => row?.textContent.replace(/\s+/gu, '')).join(''),
    icons: rows.map((row) => row?.querySelectorAll('.card svg').length).join(),
    titles: rows.flatMap((row) => titlesIn(row)).join(),
    current: rows.map((row) => row?.querySelectorAll('[aria-current]').length).join(),
  }));
  ensure((one?.text.length ?? 0) > 0, `nothing is shown ${when}`);
  ensure(JSON.stringify(one) === JSON.stringify(other), `${when}: ${differenceOf(one, other)}`);
}

const rowsIn = ({ shadowRoot }: HTMLElement): Iterable<HTMLElement> =>
  shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? [];
const titlesIn = (row: HTMLElement | undefined): string[] =>
  Array.from(row?.querySelectorAll<HTMLElement>('.card [title], .card[title]') ?? [], ({ title }) => title);

function differenceOf(one: object | undefined, other: object | undefined): string {
  for (const [name, value] of Object.entries(one ?? {})) {
    const twin = String(Reflect.get(other ?? {}, name));
    const at = Array.from(String(value)).findIndex((letter, index) => letter !== twin[index]);
    if (value !== twin)
      return `${name} differ: ${String(value).slice(Math.max(0, at - 40), at + 60)} | ${twin.slice(Math.max(0, at - 40), at + 60)}`;
  }
  return 'the same';
}

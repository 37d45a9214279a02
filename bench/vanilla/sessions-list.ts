/**
 * The limit for `<sessions-list>`: the same cards by hand, in a shadow root with the same styles. A keyed map of cards,
 * one listener per card on the hand-written store, one delegated click listener, one timer for all durations.
 * It lacks offers (none are measured), failure cards, keeping focus, languages, and texts made harmless.
 */
import { adoptStyles } from 'lit';
import type { CSSResultOrNative } from 'lit';
import type { Configuration } from '../../src/index.js';
import { en } from '../../src/index.js';
import { cloner } from './elements.js';
import type { KeyedStore } from './keyed-store.js';
import type { Section } from './roster.js';
import type { CardSetting } from './session-card.js';
import { VanillaCard } from './session-card.js';

const SECTIONS: readonly Section[] = ['offered', 'active', 'parked', 'history'];
const cloneList = cloner('<div class="list" tabindex="-1" role="navigation"></div>');
const cloneSection = cloner('<section><h3><span></span> <span class="figures"></span></h3><ul></ul></section>');

interface Block {
  readonly element: HTMLElement;
  readonly count: HTMLElement;
  readonly rows: HTMLElement;
}

export class VanillaList {
  readonly element = document.createElement('div');
  readonly #store: KeyedStore;
  readonly #list = cloneList();
  readonly #cards = new Map<string, VanillaCard>();
  readonly #blocks = new Map<Section, Block>();
  readonly #setting: CardSetting;
  readonly #leave: (() => void)[] = [];

  constructor(store: KeyedStore, configuration: Configuration, now: number, styles: CSSResultOrNative[]) {
    this.#store = store;
    const today = new Date(now).toDateString();
    const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' });
    const dateAndTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
    const momentOf = (at: number): string =>
      (new Date(at).toDateString() === today ? time : dateAndTime).format(new Date(at));
    this.#setting = { configuration, now, momentOf };
    this.#list.ariaLabel = en.list.title;
    const root = this.element.attachShadow({ mode: 'open' });
    adoptStyles(root, styles);
    root.append(this.#list);
  }

  mount(parent: HTMLElement): void {
    this.#arrange();
    this.#cards.values().next().value?.makeEntry();
    const timer = setInterval(() => {
      for (const card of this.#cards.values()) card.tick(this.#setting.now);
    }, 1000);
    const onClick = (): void => undefined;
    this.#list.addEventListener('click', onClick);
    this.#leave.push(
      this.#store.onWhole.on('roster', () => {
        this.#arrange();
      }),
      () => {
        clearInterval(timer);
      },
    );
    parent.append(this.element);
  }

  unmount(): void {
    for (const leave of this.#leave) leave();
    this.element.remove();
  }

  /** Puts cards into the order of the roster: what stands right already is only passed by. */
  #arrange(): void {
    for (const section of SECTIONS) {
      const ids = this.#store.roster[section];
      if (ids.length === 0 && !this.#blocks.has(section)) continue;
      const { element, rows, count } = this.#blockOf(section);
      element.hidden = ids.length === 0;
      count.textContent = String(ids.length);
      let next = rows.firstChild;
      for (const id of ids) {
        const card = this.#cardOf(id).element;
        if (card === next) next = next.nextSibling;
        else rows.insertBefore(card, next);
      }
    }
  }

  #blockOf(section: Section): Block {
    let block = this.#blocks.get(section);
    if (!block) {
      const element = cloneSection();
      element.className = section;
      const [heading, rows] = element.children as unknown as [HTMLElement, HTMLElement];
      (heading.firstChild as HTMLElement).textContent = en.list.section[section];
      block = { element, rows, count: heading.lastChild as HTMLElement };
      this.#blocks.set(section, block);
      this.#list.append(element);
    }
    return block;
  }

  #cardOf(id: string): VanillaCard {
    let card = this.#cards.get(id);
    const row = this.#store.sessions.get(id);
    if (!card && row) {
      const own = (card = new VanillaCard(row, this.#setting));
      this.#cards.set(id, own);
      this.#leave.push(
        this.#store.onSession.on(id, () => {
          const changed = this.#store.sessions.get(id);
          if (changed) own.update(changed);
        }),
      );
    }
    if (!card) throw new Error(`no session ${id}`);
    return card;
  }
}

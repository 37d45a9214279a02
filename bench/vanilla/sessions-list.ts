/**
 * The limit for `<sessions-list>`: the same cards by hand, in a shadow root with the same styles. A keyed map of cards,
 * one listener per card on the hand-written store, one delegated click listener, one timer for all durations.
 * It lacks offers and unfinished work (none are measured), the search of the history, failure cards, keeping focus, languages, and texts made harmless.
 */
import { adoptStyles } from 'lit';
import type { CSSResultOrNative } from 'lit';
import type { Configuration } from '../../src/index.js';
import { en } from '../../src/index.js';
import { Search } from 'lucide';
import { byDay, dayOf } from '../../src/core/rules/days.js';
import { DayNames } from '../../src/localize/day-names.js';
import { cloner, iconCloner } from './elements.js';
import type { KeyedStore } from './keyed-store.js';
import type { Section } from './roster.js';
import type { CardSetting, VanillaRow } from './session-card.js';
import { VanillaCard, VanillaPast } from './session-card.js';

const SECTIONS: readonly Section[] = ['offered', 'active', 'parked', 'history'];
const cloneList = cloner('<div class="list" tabindex="-1" role="navigation"></div>');
const cloneSection = cloner('<section><h2><span></span> <span class="figures"></span></h2><ul></ul></section>');
const cloneDay = cloner('<h3 class="day"></h3>');
const clonePastHead = cloner(
  `<div class="past-head"><button type="button" class="plain find" tabindex="-1" title="${en.list.search}"></button></div>`,
);
const searchIcon = iconCloner(Search);

/** Puts rows into their order: what stands right already is only passed by. */
function place(rows: HTMLElement, elements: readonly HTMLElement[]): void {
  let next = rows.firstChild;
  for (const element of elements) {
    if (element === next) next = next.nextSibling;
    else rows.insertBefore(element, next);
  }
}

interface Block {
  readonly element: HTMLElement;
  readonly count: HTMLElement;
  readonly rows: HTMLElement;
}

export class VanillaList {
  readonly element = document.createElement('div');
  readonly #store: KeyedStore;
  readonly #list = cloneList();
  readonly #cards = new Map<string, VanillaRow>();
  readonly #blocks = new Map<Section, Block>();
  readonly #setting: CardSetting;
  readonly #names = new DayNames('en');
  #shownHistory: readonly string[] | undefined;
  readonly #leave: (() => void)[] = [];

  constructor(store: KeyedStore, configuration: Configuration, now: number, styles: CSSResultOrNative[]) {
    this.#store = store;
    const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' });
    const lastWordsOf = (id: string): string | undefined =>
      store.transcripts.get(id)?.segments.findLast(({ isFinal, speaker }) => isFinal && speaker.role === 'customer')
        ?.text;
    this.#setting = { configuration, now, timeOf: (at) => time.format(at), lastWordsOf };
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
      if (section !== 'history')
        place(
          rows,
          ids.map((id) => this.#cardOf(id).element),
        );
      else if (this.#shownHistory !== ids) this.#arrangeDays(element, ids);
    }
  }

  /** The days are laid out anew when the history has changed: none that is measured does. */
  #arrangeDays(element: HTMLElement, ids: readonly string[]): void {
    this.#shownHistory = ids;
    element.querySelectorAll('ul, h3.day').forEach((old) => {
      old.remove();
    });
    const days = byDay(ids, (id) => {
      const row = this.#store.sessions.get(id);
      return row ? (row.times.ended ?? row.since) : NaN;
    });
    for (const { day, items } of days) {
      const heading = cloneDay();
      heading.textContent = this.#names.of(day, dayOf(this.#setting.now));
      const rows = document.createElement('ul');
      place(
        rows,
        items.map((id) => this.#cardOf(id).element),
      );
      element.append(heading, rows);
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
      if (section === 'history') {
        element.classList.add('wide');
        const head = clonePastHead();
        head.lastElementChild?.append(searchIcon());
        heading.replaceWith(head);
        head.prepend(heading);
      }
      this.#list.append(element);
    }
    return block;
  }

  #cardOf(id: string): VanillaRow {
    let card = this.#cards.get(id);
    const row = this.#store.sessions.get(id);
    const isPast = row?.state === 'ended';
    if (row && card?.isPast !== isPast) {
      const isNew = !card;
      card = isPast ? new VanillaPast(row, this.#setting) : new VanillaCard(row, this.#setting);
      this.#cards.set(id, card);
      if (isNew)
        this.#leave.push(
          this.#store.onSession.on(id, () => {
            const changed = this.#store.sessions.get(id);
            if (changed) this.#cards.get(id)?.update(changed);
          }),
        );
    }
    if (!card) throw new Error(`no session ${id}`);
    return card;
  }
}

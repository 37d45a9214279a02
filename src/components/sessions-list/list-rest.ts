import type { LitElement } from 'lit';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import { lastWordsOf } from './last-words.js';
import { LeavingCards } from './leaving-cards.js';
import { goByKey } from './list-keys.js';
import type { ListRows } from './list-rows.js';

type List = LitElement & WorkspaceHost & { readonly mode: 'list' | 'bar' | 'icons' };

/** What the first sight of a list can do without: a way out of its cards, last words, and keys that go through it. */
export class ListRest {
  readonly leaving: LeavingCards;
  readonly lastWordsOf = lastWordsOf;
  readonly #list: List;
  readonly #rows: ListRows;

  constructor(list: List, rows: ListRows) {
    this.#list = list;
    this.#rows = rows;
    this.leaving = new LeavingCards(list);
  }

  onKeyDown(event: KeyboardEvent): void {
    goByKey(event, this.#list, this.#rows);
  }
}

/** The order of the list by hand: one array per section, changed in place by binary search. */
import { MODALITIES } from '../../src/index.js';
import type { Row } from './session-rules.js';

export type Section = 'offered' | 'active' | 'parked' | 'history';

const sectionOf = ({ state }: Row): Section => {
  if (state === 'offered') return 'offered';
  if (state === 'parked' || state === 'unparking') return 'parked';
  return state === 'ended' || state === 'after-call-work' ? 'history' : 'active';
};

const groupOf = ({ modality }: Row): number => Math.min(2, (MODALITIES as readonly string[]).indexOf(modality));

function compare(one: Row, other: Row, section: Section): number {
  switch (section) {
    case 'offered':
      return one.since - other.since || byId(one, other);
    case 'parked':
      return (
        groupOf(one) - groupOf(other) ||
        (one.parkedSince ?? one.since) - (other.parkedSince ?? other.since) ||
        byId(one, other)
      );
    case 'active':
      return (one.times.accepted ?? one.since) - (other.times.accepted ?? other.since) || byId(one, other);
    case 'history':
      return (other.times.ended ?? other.since) - (one.times.ended ?? one.since) || byId(one, other);
  }
}

const byId = (one: Row, other: Row): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

export class VanillaRoster {
  readonly offered: string[] = [];
  readonly active: string[] = [];
  readonly parked: string[] = [];
  readonly history: string[] = [];
  readonly #rows: ReadonlyMap<string, Row>;

  constructor(rows: ReadonlyMap<string, Row>) {
    this.#rows = rows;
  }

  /** Answers whether the place changed. */
  move(before: Row | undefined, after: Row | undefined): boolean {
    const from = before && sectionOf(before);
    const to = after && sectionOf(after);
    if (before && after && from && from === to && compare(before, after, from) === 0) return false;
    if (before && from) this[from].splice(this.#find(before, from), 1);
    if (after && to) this[to].splice(this.#find(after, to), 0, after.id);
    return true;
  }

  #find(row: Row, section: Section): number {
    const ids = this[section];
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const id = ids[middle] ?? '';
      const other = id === row.id ? row : this.#rows.get(id);
      if (other && compare(other, row, section) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

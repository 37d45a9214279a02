import type { OpenItem, OpenItemPage } from '../model/open-item.js';
import { factWith } from './fact-shapes.js';

const item = factWith('id serviceId modality since');

/** A page of work that waits, and what was left out of it. */
export interface ReadOpenItems extends OpenItemPage {
  /** Where, and why. */
  readonly rejected: readonly string[];
}

/** Reads a page as anybody may give it: what cannot be read of an item is left out, the item where the rest makes no sense. */
export function readOpenItems(items: readonly unknown[], next: unknown): ReadOpenItems {
  const rejected: string[] = [];
  const read = items.map((value, at) => {
    const lost: string[] = [];
    const own = item(value, { lost, isForeign: true });
    if (own === undefined && lost.length === 0) lost.push('');
    for (const place of lost) rejected.push(`items[${String(at)}]${place && `.${place}`}: Unreadable`);
    return own as OpenItem | undefined;
  });
  return {
    items: read.filter((own) => own !== undefined),
    ...(typeof next === 'string' && next !== '' ? { next } : {}),
    rejected,
  };
}

import { expect } from '@open-wc/testing';
import { PanePool } from '../../src/components/my-sessions/pane-pool.js';

const MOST_PANES = 8;
const all = { isKnown: () => true, isBegun: () => false };
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `s${String(index)}`);

describe('PanePool', () => {
  it('keeps panes in the order in which they were made, whatever is looked at', () => {
    const pool = new PanePool();
    for (const id of ['a', 'b', 'c']) pool.keep(id, all);
    expect(pool.keep('a', all)).to.deep.equal(['a', 'b', 'c']);
    expect(pool.keep(undefined, all)).to.deep.equal(['a', 'b', 'c']);
  });

  it('lets the pane go that was looked at longest ago', () => {
    const pool = new PanePool();
    for (const id of ids(MOST_PANES)) pool.keep(id, all);
    pool.keep('s0', all);
    expect(pool.keep('new', all)).to.deep.equal([...ids(MOST_PANES).filter((id) => id !== 's1'), 'new']);
  });

  it('lets panes of sessions go that are no longer known', () => {
    const pool = new PanePool();
    for (const id of ['a', 'b', 'c']) pool.keep(id, all);
    expect(pool.keep('c', { ...all, isKnown: (id) => id !== 'a' })).to.deep.equal(['b', 'c']);
  });

  it('keeps every pane in which something is begun, and none of the others longer for that', () => {
    const pool = new PanePool();
    const begun = new Set(ids(2 * MOST_PANES));
    const some = { ...all, isBegun: (id: string) => begun.has(id) };
    for (const id of [...begun, 'idle-1', 'idle-2']) pool.keep(id, some);
    expect(pool.keep('s0', some)).to.deep.equal([...begun]);
    // What was begun is sent: the panes looked at longest ago go, and not the one on screen.
    begun.clear();
    const kept = [...ids(2 * MOST_PANES).slice(1 - MOST_PANES), 's0'];
    expect(new Set(pool.keep('s0', some))).to.deep.equal(new Set(kept));
  });
});

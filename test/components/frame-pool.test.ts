import { expect } from '@open-wc/testing';
import { FramePool, cageFor, frameOf } from '../../src/components/embedded-context/frame-pool.js';
import type { Frame } from '../../src/components/embedded-context/frame-pool.js';
import type { ContextItem } from '../../src/core/configuration/configuration.js';

const item: ContextItem = {
  id: 'record',
  label: 'Record',
  url: 'https://crm.example/',
  whenMissing: 'disable',
  allowSameOrigin: false,
  messages: false,
};
const all = (): boolean => true;
const aFrame = (sessionId: string): Frame =>
  frameOf({ item, sessionId, title: sessionId, url: 'https://crm.example/', since: 0 }, 'https://portal.example');
const idsOf = (frames: readonly Frame[]): readonly string[] => frames.map(({ sessionId }) => sessionId);

/** A pool in which sessions were looked at in this order. */
function lookedAt(...ids: readonly string[]): FramePool {
  const pool = new FramePool();
  for (const id of ids) {
    pool.turnTo(id, all);
    if (!pool.of(id)) pool.put(aFrame(id));
  }
  return pool;
}

/** Who has to go when another one comes. */
function goesFor(pool: FramePool, id: string): string | undefined {
  pool.turnTo(id, all);
  return pool.put(aFrame(id))?.sessionId;
}

describe('FramePool', () => {
  it('keeps five pages in their places, whatever is looked at and whoever goes', () => {
    const pool = lookedAt('a', 'b', 'c', 'd', 'e', 'a', 'c');
    expect(idsOf(pool.frames)).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
    pool.turnTo('e', (id) => id !== 'a' && id !== 'c');
    expect(pool.places.map((frame) => frame?.sessionId)).to.deep.equal([undefined, 'b', undefined, 'd', 'e']);
    pool.put(aFrame('f'));
    expect(pool.places.map((frame) => frame?.sessionId)).to.deep.equal(['f', 'b', undefined, 'd', 'e']);
  });

  it('lets the page go that was looked at longest ago', () => {
    expect(goesFor(lookedAt('a', 'b', 'c', 'd', 'e', 'a'), 'f')).to.equal('b');
  });

  it('lets pages with unsaved input go last, and then the oldest of them', () => {
    const pool = lookedAt('a', 'b', 'c', 'd', 'e');
    for (const id of ['a', 'b']) pool.of(id)!.isDirty = true;
    expect(goesFor(pool, 'f')).to.equal('c');
    for (const { sessionId } of pool.frames) pool.of(sessionId)!.isDirty = true;
    expect(goesFor(pool, 'g')).to.equal('a');
  });

  it('puts a new page of a session in the place of its old one and keeps all others', () => {
    const pool = lookedAt('a', 'b', 'c', 'd', 'e');
    const old = pool.of('b')!;
    expect(goesFor(pool, 'b')).to.equal(undefined);
    expect(pool.of('b') === old).to.equal(false);
    expect(idsOf(pool.frames)).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
  });

  it('forgets pages of sessions that are no longer there', () => {
    const pool = lookedAt('a', 'b');
    pool.turnTo('b', (id) => id !== 'a');
    expect(idsOf(pool.frames)).to.deep.equal(['b']);
  });
});

describe('the cage', () => {
  const strict = 'allow-scripts allow-forms allow-popups';
  const cages: readonly (readonly [isAllowed: boolean, origin: string, page: string, cage: string])[] = [
    [false, 'https://crm.example', 'https://portal.example', strict],
    [false, 'https://portal.example', 'https://portal.example', strict],
    [true, 'https://portal.example', 'https://portal.example', strict],
    [true, 'https://crm.example', 'https://portal.example', `${strict} allow-same-origin`],
    [true, 'https://portal.example:8443', 'https://portal.example', `${strict} allow-same-origin`],
  ];
  for (const [allowSameOrigin, origin, page, cage] of cages) {
    it(`of ${origin} on ${page}, ${allowSameOrigin ? 'with' : 'without'} permission, is ${cage}`, () => {
      expect(cageFor({ ...item, allowSameOrigin }, origin, page)).to.equal(cage);
    });
  }
});

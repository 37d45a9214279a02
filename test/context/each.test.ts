import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { html, nothing, render } from 'lit';
import { each } from '../../src/context/each.js';

interface Row {
  readonly key: number;
  readonly word: string;
}

const list = (rows: readonly Row[]): unknown =>
  html`<ul>
    ${each(
      rows,
      ({ key }) => key,
      ({ key, word }) => html`<li id=${`row-${String(key)}`}>${word}</li>`,
    )}
  </ul>`;

const itemsIn = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('li')];

function commentsIn(root: Node): number {
  const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  let count = 0;
  while (comments.nextNode()) count += 1;
  return count;
}

/** The rows that an observer saw taken out although they are still there. */
function movedIn(records: readonly MutationRecord[]): readonly string[] {
  const removed = records.flatMap(({ removedNodes }) => [...removedNodes]);
  return removed.flatMap((node) => (node instanceof HTMLElement && node.isConnected ? [node.id] : []));
}

/** The length of the longest part of a list whose numbers only rise, by trying all of them. */
const longestRise = ([first, ...rest]: readonly number[], above = -1): number =>
  first === undefined ? 0 : Math.max(longestRise(rest, above), first > above ? 1 + longestRise(rest, first) : 0);

const order = fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 8 });

describe('each', () => {
  let root: HTMLElement;

  beforeEach(() => {
    root = document.createElement('div');
    document.body.append(root);
  });

  afterEach(() => {
    root.remove();
  });

  it('shows any order after any other: rows keep their elements, as few as possible move, nothing stays behind', () => {
    fc.assert(
      fc.property(fc.array(order, { minLength: 2, maxLength: 6 }), (orders) => {
        render(nothing, root);
        const observer = new MutationObserver(() => undefined);
        observer.observe(root, { subtree: true, childList: true });
        for (const [turn, keys] of orders.entries()) {
          const before = new Map(itemsIn(root).map((item) => [item.id, item]));
          const places = [...before.keys()];
          observer.takeRecords();
          render(list(keys.map((key) => ({ key, word: `${String(key)} at ${String(turn)}` }))), root);
          const moved = movedIn(observer.takeRecords());
          const ids = keys.map((key) => `row-${String(key)}`);
          expect(itemsIn(root).map(({ id }) => id)).to.deep.equal(ids);
          expect(itemsIn(root).map(({ textContent }) => textContent)).to.deep.equal(
            keys.map((key) => `${String(key)} at ${String(turn)}`),
          );
          for (const item of itemsIn(root)) expect(before.get(item.id) ?? item).to.equal(item);
          const kept = ids.flatMap((id) => (before.has(id) ? [places.indexOf(id)] : []));
          expect(moved).to.have.length(kept.length - longestRise(kept));
          const fresh = document.createElement('div');
          render(list(keys.map((key) => ({ key, word: '' }))), fresh);
          expect(commentsIn(root)).to.equal(commentsIn(fresh));
        }
        observer.disconnect();
      }),
    );
  });

  it('shows two rows of one key, and all of them go', () => {
    render(list([1, 1, 2].map((key, at) => ({ key, word: String(at) }))), root);
    render(list([2, 1, 1].map((key, at) => ({ key, word: String(at) }))), root);
    expect(itemsIn(root).map(({ id }) => id)).to.deep.equal(['row-2', 'row-1', 'row-1']);
    expect(itemsIn(root).map(({ textContent }) => textContent)).to.deep.equal(['0', '1', '2']);
    render(list([]), root);
    expect(itemsIn(root)).to.deep.equal([]);
  });

  it('begins anew after something else stood in its place', () => {
    const either = (content: unknown): unknown => html`<div>${content}</div>`;
    const rows = (keys: readonly number[]): unknown =>
      either(
        each(
          keys,
          (key) => key,
          (key) => html`<i>${key}</i>`,
        ),
      );
    for (const content of [rows([1, 2]), either('words'), rows([2, 3]), rows([3])]) render(content, root);
    expect(root.textContent).to.equal('3');
  });
});

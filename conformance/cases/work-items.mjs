import { expect, shown } from '../finding.mjs';
import { checkProblem, checkWorkItem } from '../shapes.mjs';

const section = 'work-items';
const MOST_PAGES = 20;

/** The route is optional: a backend without it has nothing to prove. */
async function isServed(target) {
  const { status } = await target.call('/work-items?limit=1');
  return status !== 404 && status !== 501;
}

export const workItemCases = [
  {
    id: 'work-items-shape',
    title: 'GET /work-items answers what waits to be picked',
    section,
    async run({ target }) {
      if (!(await isServed(target))) return;
      const { items } = await page(target, '?limit=20');
      items.forEach(checkWorkItem);
    },
  },
  {
    id: 'work-items-limit',
    title: 'a page of work items holds no more than was asked for',
    section,
    async run({ target }) {
      if (!(await isServed(target))) return;
      const { items } = await page(target, '?limit=1');
      expect(items.length <= 1, {
        expected: 'at most 1 item for limit=1',
        found: `${items.length} items`,
        fix: 'Keep to limit.',
      });
    },
  },
  {
    id: 'work-items-pages',
    title: 'the pages of work items follow on one another without repeats, longest first',
    section,
    async run({ target }) {
      if (!(await isServed(target))) return;
      const seen = new Set();
      let latest = -Infinity;
      let query = '?limit=2';
      for (let pages = 0; pages < MOST_PAGES && query; pages += 1) {
        const { items, next } = await page(target, query);
        for (const { id, since } of items) {
          expect(!seen.has(id), {
            expected: 'every item on one page only',
            found: `item ${id} on two`,
            fix: 'Let the cursor point behind the last item of its page.',
          });
          expect(since >= latest, {
            expected: 'what has waited longest first',
            found: `item ${id} has waited longer than the one before it`,
            fix: 'Sort by since.',
          });
          seen.add(id);
          latest = since;
        }
        query = next && `?limit=2&after=${encodeURIComponent(next)}`;
      }
    },
  },
  {
    id: 'work-items-unreadable-query',
    title: 'a limit of work items that cannot be read is refused with 400',
    section,
    async run({ target }) {
      if (!(await isServed(target))) return;
      for (const query of ['?limit=-1', '?limit=many'])
        checkProblem(await target.call(`/work-items${query}`), [400], `GET /work-items${query}`);
    },
  },
  {
    id: 'work-item-pick-unknown',
    title: 'what does not wait cannot be picked: 404',
    section,
    async run({ target }) {
      if (!(await isServed(target))) return;
      const answer = await target.send({ v: 1, type: 'work-item.pick', sessionId: 'no-such-item' });
      checkProblem(answer, [404], 'work-item.pick of what does not wait');
    },
  },
];

async function page(target, query) {
  const { status, body, text } = await target.call(`/work-items${query}`);
  expect(status === 200 && body?.v === 1 && Array.isArray(body.items), {
    expected: '200 {"v":1,"items":[…]}',
    found: `${status} ${shown(text)}`,
    fix: 'Answer {"v":1,"items":[]} where nothing waits, and 404 not-found where nothing is ever picked.',
  });
  return body;
}

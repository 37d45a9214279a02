import { expect, shown } from '../finding.mjs';
import { checkProblem, checkSession } from '../shapes.mjs';

const section = 'history';
const MOST_PAGES = 20;

export const historyCases = [
  {
    id: 'history-shape',
    title: 'GET /history answers sessions that ended',
    section,
    async run({ target }) {
      const { sessions } = await page(target, '?limit=5');
      for (const session of sessions) {
        checkSession(session);
        expect(session.state === 'ended', {
          expected: 'sessions in the state "ended"',
          found: `session ${session.id} is ${session.state}`,
          fix: 'Leave open sessions to the snapshot.',
        });
      }
    },
  },
  {
    id: 'history-limit',
    title: 'a page of history holds no more than was asked for',
    section,
    async run({ target }) {
      const { sessions } = await page(target, '?limit=1');
      expect(sessions.length <= 1, {
        expected: 'at most 1 session for limit=1',
        found: `${sessions.length} sessions`,
        fix: 'Keep to limit.',
      });
    },
  },
  {
    id: 'history-pages',
    title: 'the pages of history follow on one another without repeats, latest first',
    section,
    async run({ target }) {
      const seen = new Set();
      let earliest = Infinity;
      let query = '?limit=2';
      for (let pages = 0; pages < MOST_PAGES && query; pages += 1) {
        const { sessions, next } = await page(target, query);
        for (const { id, times } of sessions) {
          expect(!seen.has(id), {
            expected: 'every session on one page only',
            found: `session ${id} on two`,
            fix: 'Let the cursor point behind the last session of its page.',
          });
          const ended = times?.ended ?? earliest;
          expect(ended <= earliest, {
            expected: 'the latest first',
            found: `session ${id} ended after the one before it`,
            fix: 'Sort by the time of the end, latest first.',
          });
          seen.add(id);
          earliest = ended;
        }
        query = next && `?limit=2&before=${encodeURIComponent(next)}`;
      }
    },
  },
  {
    id: 'history-unreadable-query',
    title: 'a cursor or limit that cannot be read is refused with 400',
    section,
    async run({ target }) {
      for (const query of ['?limit=-1', '?limit=many'])
        checkProblem(await target.call(`/history${query}`), [400], `GET /history${query}`);
    },
  },
];

async function page(target, query) {
  const { status, body, text } = await target.call(`/history${query}`);
  expect(status === 200 && body?.v === 1 && Array.isArray(body.sessions), {
    expected: '200 {"v":1,"sessions":[…]}',
    found: `${status} ${shown(text)}`,
    fix: 'Answer {"v":1,"sessions":[]} where there is no history.',
  });
  return body;
}

import { isFact } from '../event-stream.mjs';
import { expect, shown } from '../finding.mjs';
import { checkProblem } from '../shapes.mjs';

const section = 'refusals';
const NOBODY = {};
const ON_NO_SESSION = { v: 1, type: 'session.park', sessionId: 'no-such-session' };
const WRONG = { authorization: 'Bearer no-such-token' };

export const authorisationCases = [
  {
    id: 'signed-out-is-refused',
    title: 'every route refuses a reader without credentials with 401',
    section,
    run: (context) => checkRoutes(context, NOBODY, [401], 'without credentials'),
  },
  {
    id: 'wrong-token-is-refused',
    title: 'every route refuses a wrong token with 401 or 403',
    section,
    run: (context) => checkRoutes(context, WRONG, [401, 403], 'with a wrong token'),
  },
  {
    id: 'token-not-in-url',
    title: 'a token in the URL opens nothing',
    section,
    needs: ['token'],
    async run({ target }) {
      for (const name of ['token', 'access_token', 'authorization']) {
        const answer = await target.call(`/snapshot?${name}=${encodeURIComponent(target.options.token)}`, {
          as: NOBODY,
        });
        checkProblem(answer, [401], `a token in the query (${name})`);
      }
    },
  },
  {
    id: 'foreign-agent-is-refused',
    title: 'a request that names another agent than its credentials is refused with 403',
    section,
    needs: ['otherToken'],
    async run({ target }) {
      const { state } = await target.snapshot(asOther(target));
      const query = `?agent=${encodeURIComponent(state.agentId)}`;
      const refused = [403];
      checkProblem(await target.call(`/snapshot${query}`), refused, 'GET /snapshot?agent= of another agent');
      checkProblem(await target.call(`/events${query}`), refused, 'GET /events?agent= of another agent');
      checkProblem(await target.send(ON_NO_SESSION, { query }), refused, 'POST /commands?agent= of another agent');
    },
  },
  {
    id: 'unknown-version-in-url',
    title: 'a request for another version is refused with 400',
    section,
    run: async ({ target }) => checkProblem(await target.call('/snapshot?v=2'), [400], 'GET /snapshot?v=2'),
  },
  {
    id: 'snapshot-agent',
    title: 'a snapshot names the agent that its credentials stand for, by the same id',
    section,
    async run({ target }) {
      const everybody = [target.credentials, ...(target.options.otherToken ? [asOther(target)] : [])];
      for (const as of everybody) {
        const { agentId } = (await target.snapshot(as)).state;
        const { status, body } = await target.call(`/snapshot?agent=${encodeURIComponent(agentId)}`, { as });
        expect(status === 200 && body?.state?.agentId === agentId, {
          expected: `200 and a snapshot of ${shown(agentId)} from GET /snapshot?agent= with the agentId of the snapshot`,
          found: `${status} ${shown(body?.state?.agentId ?? body)}`,
          fix: 'Put the id that the credentials stand for into state.agentId: readers name it in every further request.',
        });
      }
    },
  },
  {
    id: 'other-agent-other-workspace',
    title: "another agent's credentials open that agent's workspace",
    section,
    needs: ['otherToken'],
    async run({ target }) {
      const own = await target.snapshot();
      const other = await target.snapshot(asOther(target));
      expect(other.state.agentId !== own.state.agentId, {
        expected: `a snapshot of another agent than ${own.state.agentId}`,
        found: shown(other.state.agentId),
        fix: 'Take the agent from the credentials, for every request anew.',
      });
    },
  },
  {
    id: 'other-agent-hears-nothing',
    title: "an agent's events reach no other agent",
    section,
    needs: ['otherToken', 'trigger'],
    async run({ target, ms }) {
      const as = asOther(target);
      const own = await target.events(await target.snapshot());
      const foreign = await target.events(await target.snapshot(as), { as });
      await target.happen();
      const { data: event } = await own.need(isFact, ms.event, {
        expected: 'an event after the trigger',
        fix: 'Deliver what happens.',
      });
      const same = ({ data }) => data.type === event.type && data.seq === event.seq && data.ts === event.ts;
      const heard = await foreign.next((message) => isFact(message) && same(message), ms.silence);
      expect(heard === undefined, {
        expected: "nothing of it on the other agent's stream",
        found: shown(heard?.data),
        fix: 'Filter the log by the agent of the credentials.',
      });
    },
  },
  {
    id: 'other-agent-position',
    title: "an agent's position opens no other agent's past",
    section,
    needs: ['otherToken', 'trigger'],
    async run({ target, ms }) {
      const start = await target.snapshot();
      const own = await target.events(start);
      await target.happen();
      const { data: event } = await own.need(isFact, ms.event, {
        expected: 'an event after the trigger',
        fix: 'Deliver what happens.',
      });
      const foreign = await target.events(start, { as: asOther(target) });
      const same = (message) => isFact(message) && message.data.ts === event.ts && message.data.seq === event.seq;
      const heard = await foreign.next(same, ms.silence);
      expect(heard === undefined, {
        expected: "nothing of this agent's past on the other agent's stream",
        found: shown(heard?.data),
        fix: 'A position says how far, never whose: filter by the agent of the credentials.',
      });
    },
  },
];

const asOther = ({ options }) => ({ authorization: `Bearer ${options.otherToken}` });

async function checkRoutes({ target }, as, statuses, how) {
  checkProblem(await target.call('/snapshot', { as }), statuses, `GET /snapshot ${how}`);
  checkProblem(await target.call('/events', { as }), statuses, `GET /events ${how}`);
  checkProblem(await target.call('/history', { as }), statuses, `GET /history ${how}`);
  checkProblem(await target.send(ON_NO_SESSION, { as }), statuses, `POST /commands ${how}`);
}

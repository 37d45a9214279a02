import { expect, shown } from '../finding.mjs';
import { checkProblem, checkSession } from '../shapes.mjs';

const section = 'session';
const UNKNOWN = 'urn:my-sessions:problem:unknown-session';
const pathOf = (id) => `/session?id=${encodeURIComponent(id)}`;

/** The route is optional: a backend without it has nothing to prove. */
const isServed = async (target) => (await target.call(pathOf('no-such-session'))).body?.type === UNKNOWN;

/** A session of the agent that is over, where there is one. */
async function anEndedOne(target) {
  const { state } = await target.snapshot();
  const { body } = await target.call('/history?limit=1');
  return [...(body?.sessions ?? []), ...state.sessions].find((session) => session.state === 'ended');
}

export const sessionCases = [
  {
    id: 'session-shape',
    title: 'GET /session answers one session that is over, with what was said in it',
    section,
    async run({ target }) {
      const ended = await anEndedOne(target);
      if (!ended || !(await isServed(target))) return;
      const { status, body, text } = await target.call(pathOf(ended.id));
      expect(status === 200 && body?.v === 1 && Array.isArray(body.segments ?? []), {
        expected: '200 {"v":1,"session":{…},"segments":[…]}',
        found: `${status} ${shown(text)}`,
        fix: 'Answer what the snapshot and history name, or 404 not-found to all of it.',
      });
      checkSession(body.session);
      expect(body.session.id === ended.id && body.session.state === 'ended', {
        expected: `session ${ended.id}, ended`,
        found: `session ${body.session.id}, ${body.session.state}`,
        fix: 'Answer the session that was asked for.',
      });
    },
  },
  {
    id: 'session-unknown',
    title: 'GET /session refuses a session that does not exist with 404',
    section,
    run: async ({ target }) => checkProblem(await target.call(pathOf('no-such-session')), [404], 'an unknown session'),
  },
  {
    id: 'session-of-another-agent',
    title: "GET /session refuses another agent's session with 404",
    section,
    needs: ['otherToken'],
    async run({ target }) {
      const ended = await anEndedOne(target);
      const as = { authorization: `Bearer ${target.options.otherToken}` };
      const other = await target.snapshot(as);
      // Both may have worked on it.
      const isShared = other.state.sessions.some(({ id }) => id === ended?.id);
      if (!ended || isShared || !(await isServed(target))) return;
      checkProblem(await target.call(pathOf(ended.id), { as }), [404], "another agent's session");
    },
  },
];

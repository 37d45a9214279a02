import { expect, shown } from '../finding.mjs';
import { NOT_FOUND, checkProblem } from '../shapes.mjs';

const section = 'typing';

/** A note on a session whose channel can tell, where there is one. */
async function aNote({ target }) {
  const { sessions } = (await target.snapshot()).state;
  const id = sessions.find(({ state, messaging }) => state !== 'ended' && messaging?.takesTyping)?.id;
  return { v: 1, sessionId: id ?? 'no-such-session', isTyping: false };
}

const say = (target, body, headers) =>
  target.call('/typing', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** The route is optional: a backend without it has nothing to prove. */
const caseOf = (id, title, run) => ({
  id,
  title,
  section,
  async run(context) {
    const note = await aNote(context);
    const { body } = await say(context.target, note);
    if (body?.type !== NOT_FOUND) await run(context.target, note);
  },
});

export const typingCases = [
  caseOf(
    'typing-answers',
    'POST /typing answers 200 with ok; or 404 not-found where there is no such route',
    async (target, note) => {
      // Without a session that takes it a backend may refuse.
      if (note.sessionId === 'no-such-session') return;
      for (const isTyping of [true, false]) {
        const { status, type, body, text } = await say(target, { ...note, isTyping });
        expect(status === 200 && type === 'application/json' && body?.v === 1 && body.ok === true, {
          expected: '200 {"v":1,"ok":true}',
          found: `${status} ${type} ${shown(text)}`,
          fix: 'Answer as soon as it is heard, or 404 not-found to all of it.',
        });
      }
    },
  ),
  caseOf('typing-malformed', 'POST /typing refuses what cannot be read with 400', async (target, note) => {
    for (const body of [{ ...note, v: 2 }, { ...note, isTyping: 'yes' }, { v: 1, isTyping: true }, []])
      checkProblem(await say(target, body), [400], `the note ${JSON.stringify(body)}`);
  }),
  caseOf('typing-media-type', 'POST /typing refuses what is not sent as JSON with 415', async (target, note) => {
    const answer = await say(target, note, { 'content-type': 'text/plain' });
    checkProblem(answer, [415], 'a note sent as text/plain, as a form of a foreign page could');
  }),
];

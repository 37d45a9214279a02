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
const isServed = async (target, note) => (await say(target, note)).body?.type !== NOT_FOUND;

export const typingCases = [
  {
    id: 'typing-answers',
    title: 'POST /typing answers 200 with ok; or 404 not-found where there is no such route',
    section,
    async run(context) {
      const { target } = context;
      const note = await aNote(context);
      // Without a session that takes it a backend may refuse.
      if (note.sessionId === 'no-such-session' || !(await isServed(target, note))) return;
      for (const isTyping of [true, false]) {
        const { status, type, body, text } = await say(target, { ...note, isTyping });
        expect(status === 200 && type === 'application/json' && body?.v === 1 && body.ok === true, {
          expected: '200 {"v":1,"ok":true}',
          found: `${status} ${type} ${shown(text)}`,
          fix: 'Answer as soon as it is heard, or 404 not-found to all of it.',
        });
      }
    },
  },
  {
    id: 'typing-malformed',
    title: 'POST /typing refuses what cannot be read with 400',
    section,
    async run(context) {
      const { target } = context;
      const note = await aNote(context);
      if (!(await isServed(target, note))) return;
      for (const body of [{ ...note, v: 2 }, { ...note, isTyping: 'yes' }, { v: 1, isTyping: true }, []])
        checkProblem(await say(target, body), [400], `the note ${JSON.stringify(body)}`);
    },
  },
  {
    id: 'typing-media-type',
    title: 'POST /typing refuses what is not sent as JSON with 415',
    section,
    async run(context) {
      const { target } = context;
      const note = await aNote(context);
      if (!(await isServed(target, note))) return;
      const answer = await say(target, note, { 'content-type': 'text/plain' });
      checkProblem(answer, [415], 'a note sent as text/plain, as a form of a foreign page could');
    },
  },
];

import { randomUUID } from 'node:crypto';
import { expect, shown } from '../finding.mjs';
import { checkProblem } from '../shapes.mjs';

const section = 'commands';
const ON_NO_SESSION = { v: 1, type: 'session.park', sessionId: 'no-such-session' };

export const commandCases = [
  {
    id: 'command-answers',
    title: 'a command that is allowed answers 200 with ok',
    section,
    needs: ['wish'],
    async run({ target }) {
      const { status, type, body, text } = await target.send(target.wish());
      expect(status === 200 && type === 'application/json' && body?.v === 1 && body.ok === true, {
        expected: '200 {"v":1,"ok":true}',
        found: `${status} ${type} ${shown(text)}`,
        fix: 'Answer once the command is carried out; what follows from it arrives as events.',
      });
    },
  },
  {
    id: 'command-leads-to-facts',
    title: 'facts name the command that led to them in causedBy',
    section,
    needs: ['wish'],
    async run({ target, ms }) {
      const key = randomUUID();
      const stream = await target.events(await target.snapshot());
      await target.send(target.wish(), { key });
      await stream.need(causedBy(key), ms.event, {
        expected: `an event with causedBy ${key}`,
        fix: 'Put the Idempotency-Key of the command into causedBy: it tells an echo from news.',
      });
    },
  },
  {
    id: 'command-once',
    title: 'a command that is sent again with its key is not carried out again',
    section,
    needs: ['wish'],
    async run(context) {
      const { target } = context;
      await checkOnce(context, async (wish, key) => {
        const first = await target.send(wish, { key });
        const second = await target.send(wish, { key });
        expect(second.status === first.status && second.text === first.text, {
          expected: `the same answer again: ${first.status} ${shown(first.text)}`,
          found: `${second.status} ${shown(second.text)}`,
          fix: 'Keep the answer with the key for 24 hours, and give it again.',
        });
      });
    },
  },
  {
    id: 'command-once-at-once',
    title: 'a command that is sent twice at the same time is carried out once',
    section,
    needs: ['wish'],
    async run(context) {
      const { target } = context;
      await checkOnce(context, async (wish, key) => {
        const answers = await Promise.all([target.send(wish, { key }), target.send(wish, { key })]);
        for (const { status, text } of answers)
          expect(status === 200 || status === 409, {
            expected: '200 for both, or 409 for the one that came while the other was under way',
            found: `${status} ${shown(text)}`,
            fix: 'Let the second wait for the first, or refuse it with 409.',
          });
      });
    },
  },
  {
    id: 'reading',
    title: 'messages that were read are not unread in the next snapshot; or the command is refused',
    section,
    async run({ target }) {
      const { sessionId, segments = [] } = (await target.snapshot()).state.transcripts?.find(written) ?? {};
      const segmentId = segments.findLast(isFromCustomer)?.id;
      // Without a message of a customer there is nothing to read.
      if (segmentId === undefined) return;
      const answer = await target.send({ v: 1, type: 'messages.mark-read', sessionId, segmentId });
      if (answer.status !== 200) {
        checkProblem(answer, [400, 403, 404, 409, 422], 'messages.mark-read, which a backend need not know');
        return;
      }
      const { sessions, transcripts } = (await target.snapshot()).state;
      const { unread = 0 } = sessions.find(({ id }) => id === sessionId) ?? {};
      const now = transcripts.find((own) => own.sessionId === sessionId)?.segments ?? [];
      const most = now.slice(now.findIndex(({ id }) => id === segmentId) + 1).filter(isFromCustomer).length;
      expect(unread <= most, {
        expected: `session ${sessionId} with at most ${most} unread, since all before was read`,
        found: `${unread} unread`,
        fix: 'Keep what was read up to, and count what came after it; or refuse messages.mark-read with 400.',
      });
    },
  },
  {
    id: 'command-release-unknown',
    title: 'a release of a session that does not exist is refused with a problem',
    section,
    // A backend that does not know the wish says so; nobody asks it where no service has a `release`.
    run: async ({ target }) =>
      checkProblem(
        await target.send({ ...ON_NO_SESSION, type: 'session.release' }),
        [400, 404],
        'session.release of an unknown session',
      ),
  },
  {
    id: 'command-key-reused',
    title: 'a key that was used for another command is refused with 422',
    section,
    async run({ target }) {
      const key = randomUUID();
      await target.send(ON_NO_SESSION, { key });
      const answer = await target.send({ ...ON_NO_SESSION, sessionId: 'no-other-session' }, { key });
      checkProblem(answer, [422], 'a key that comes with another body');
    },
  },
  {
    id: 'command-without-key',
    title: 'a command without a key is refused with 400',
    section,
    run: async ({ target }) =>
      checkProblem(await target.send(ON_NO_SESSION, { key: null }), [400], 'a command without Idempotency-Key'),
  },
  {
    id: 'command-malformed',
    title: 'a command that cannot be read is refused with 400',
    section,
    async run({ target }) {
      const bodies = ['{"v":1,', '[]', 'null', '{"v":1}', '{"v":1,"type":7}', '{"v":1,"type":"session.park"}'];
      for (const body of bodies) checkProblem(await target.send(body), [400], `the command ${body}`);
    },
  },
  {
    id: 'command-unknown-version',
    title: 'a command of another version is refused with 400',
    section,
    async run({ target }) {
      for (const v of [2, '1', undefined])
        checkProblem(await target.send({ ...ON_NO_SESSION, v }), [400], `a command of version ${shown(v)}`);
    },
  },
  {
    id: 'command-unknown-type',
    title: 'a command of an unknown type is refused with 400',
    section,
    async run({ target }) {
      for (const type of ['session.teleport', '__proto__', 'constructor'])
        checkProblem(await target.send({ ...ON_NO_SESSION, type }), [400], `a command of type ${type}`);
    },
  },
  {
    id: 'command-transfer-target',
    title: 'a transfer to nowhere, or to a number without its country, is refused with 400',
    section,
    async run({ target }) {
      const transfer = { ...ON_NO_SESSION, type: 'session.transfer' };
      const check = async (aim, statuses) =>
        checkProblem(await target.send({ ...transfer, ...aim }), statuses, `a transfer with ${JSON.stringify(aim)}`);
      await check({}, [400]);
      await check({ targetNumber: '21550100' }, [400]);
      await check({ targetServiceId: 'a' }, [404]);
      // Who transfers to services alone need not read what no configuration allows.
      for (const aim of [{ targetUserId: 'b' }, { targetNumber: '+4721550100' }]) await check(aim, [400, 404]);
    },
  },
  {
    id: 'command-unknown-session',
    title: 'a command on a session that is not there is refused with 404',
    section,
    async run({ target }) {
      for (const sessionId of ['no-such-session', '__proto__'])
        checkProblem(await target.send({ ...ON_NO_SESSION, sessionId }), [404], `a command on session ${sessionId}`);
    },
  },
  {
    id: 'command-media-type',
    title: 'a command that is not sent as JSON is refused with 415',
    section,
    async run({ target }) {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
        const answer = await target.send(ON_NO_SESSION, { headers: { 'content-type': type } });
        checkProblem(answer, [415], `a command sent as ${type}, as a form of a foreign page could`);
      }
    },
  },
  {
    id: 'command-too-large',
    title: 'a command that is too large is refused with 413',
    section,
    async run({ target }) {
      const padding = 'x'.repeat(4 * 1024 * 1024);
      checkProblem(await target.send({ ...ON_NO_SESSION, padding }), [413], 'a command of 4 MB');
    },
  },
];

const isFromCustomer = ({ isFinal, speaker }) => isFinal && speaker?.role === 'customer';
const written = ({ segments }) => segments.some(isFromCustomer);
const causedBy = (key) => (message) => message.event === 'fact' && message.data.causedBy === key;

/**
 * Whether what `act` does with one wish and one key leads to the facts of one execution. How many facts that is, a
 * single execution shows; that no more follow, a last command behind it, whose facts come after all others.
 */
async function checkOnce({ target, ms }, act) {
  const stream = await target.events(await target.snapshot());
  const count = async (send) => {
    const [key, fence] = [randomUUID(), randomUUID()];
    await send(key);
    await target.send(target.wish(), { key: fence });
    await stream.need(causedBy(fence), ms.event, {
      expected: 'the events of a command after it',
      fix: 'Deliver what a command leads to, with causedBy.',
    });
    return stream.messages.filter(causedBy(key)).length;
  };
  const once = await count((key) => target.send(target.wish(), { key }));
  const repeated = await count((key) => act(target.wish(), key));
  expect(repeated <= once, {
    expected: `the facts of one execution (${once})`,
    found: `${repeated} facts`,
    fix: 'Look the Idempotency-Key up, in the same transaction that carries the command out.',
  });
}

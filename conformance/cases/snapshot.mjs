import { isFact } from '../event-stream.mjs';
import { expect, shown } from '../finding.mjs';
import { readingOfSnapshot } from '../reading.mjs';
import { checkSnapshot } from '../shapes.mjs';
import { Truth } from '../truth.mjs';

const section = 'snapshot';

export const snapshotCases = [
  {
    id: 'snapshot-answers',
    title: 'GET /snapshot answers 200 with JSON',
    section,
    async run({ target }) {
      const { status, type, text } = await target.call('/snapshot');
      expect(status === 200, {
        expected: '200',
        found: `${status} ${shown(text)}`,
        fix: 'Mount the routes below the URL given here, and accept the credentials.',
      });
      expect(type === 'application/json', {
        expected: 'content-type application/json',
        found: type || 'none',
        fix: 'Send the content type: a reader takes anything else for a login page.',
      });
    },
  },
  {
    id: 'snapshot-shape',
    title: 'a snapshot has version, position, server time and state',
    section,
    run: async ({ target }) => checkSnapshot(await target.snapshot()),
  },
  {
    id: 'snapshot-readable',
    title: 'the kit can read everything in the snapshot',
    section,
    async run({ target }) {
      const { refused, reason } = await readingOfSnapshot(await target.snapshot());
      expect(!refused, {
        expected: 'a state in which every record is complete',
        found: reason,
        fix: 'Complete what is named; the kit leaves out a record that it cannot read.',
      });
    },
  },
  {
    id: 'snapshot-not-cached',
    title: 'no cache between here and the backend may keep a snapshot',
    section,
    async run({ target }) {
      const { headers } = await target.call('/snapshot');
      expect(/no-store/.test(headers.get('cache-control') ?? ''), {
        expected: 'cache-control: no-store',
        found: headers.get('cache-control') ?? 'no cache-control',
        fix: 'Send cache-control: no-store; a snapshot is personal, and an old one is wrong.',
      });
    },
  },
  {
    id: 'snapshot-server-time',
    title: 'the server time of a snapshot is the time of the answer',
    section,
    async run({ target }) {
      const before = performance.now();
      const first = await target.snapshot();
      const second = await target.snapshot();
      const passed = second.serverTime - first.serverTime;
      expect(passed >= 0 && passed <= performance.now() - before + 1000, {
        expected: 'serverTime to go on as time does between two snapshots',
        found: `${passed} ms between them`,
        fix: 'Put the present time into serverTime, in milliseconds.',
      });
    },
  },
  {
    id: 'snapshot-position-steady',
    title: 'two snapshots in a row are of one epoch, and the position never goes back',
    section,
    async run({ target }) {
      const first = await target.snapshot();
      const second = await target.snapshot();
      expect(first.epoch === second.epoch && second.seq >= first.seq, {
        expected: `epoch ${first.epoch} and seq ${first.seq} or later`,
        found: `epoch ${second.epoch}, seq ${second.seq}`,
        fix: 'An epoch is one life of the log, not one of a request or of a process.',
      });
    },
  },
  {
    id: 'snapshot-position-moves',
    title: 'what happened is in the position of the next snapshot',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const before = await target.snapshot();
      const stream = await target.events(before);
      await target.happen();
      const { data } = await stream.need(isFact, ms.event, {
        expected: 'an event after the trigger',
        fix: 'Append every fact to the log.',
      });
      const after = await target.snapshot();
      expect(after.seq >= data.seq, {
        expected: `a snapshot at seq ${data.seq} or later, once the event with that seq was delivered`,
        found: `seq ${after.seq}`,
        fix: 'The position of a snapshot is that of the latest event of the log that this agent is told of.',
      });
    },
  },
  {
    id: 'snapshot-position-first',
    title: 'a snapshot is never older than its position, also while things happen',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const start = await target.snapshot();
      const stream = await target.events(start);
      const taken = [];
      for (let round = 0; round < 8; round += 1) {
        const [, ...shots] = await Promise.all([target.happen(), target.snapshot(), target.snapshot()]);
        taken.push(...shots);
      }
      const last = await target.snapshot();
      const events = await eventsUpTo(stream, last, start, ms.event);
      for (const snapshot of taken) {
        const stale = new Truth(start, events).staleIn(snapshot);
        expect(stale === undefined, {
          expected: `a snapshot at seq ${snapshot.seq} that holds what events up to there said`,
          found: stale,
          fix: 'Read the position first, then the data. The other way round, what happens between them is lost.',
        });
      }
    },
  },
];

async function eventsUpTo(stream, { seq }, start, ms) {
  const events = [];
  while ((events.at(-1)?.seq ?? start.seq) < seq) {
    const { data } = await stream.need(isFact, ms, {
      expected: `events up to seq ${seq}`,
      fix: 'Deliver every event up to the position of a snapshot.',
    });
    events.push(data);
  }
  return events;
}

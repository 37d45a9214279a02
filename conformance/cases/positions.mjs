import { isFact, isReset } from '../event-stream.mjs';
import { expect, shown } from '../finding.mjs';
import { checkReset } from '../shapes.mjs';
import { checkChain, facts, take } from './events.mjs';

const section = 'positions';

export const positionCases = [
  {
    id: 'resume-complete',
    title: 'a stream that is opened at a position tells all that came after it, once, in order',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const snapshot = await target.snapshot();
      const live = await facts(target, snapshot, 4, ms);
      target.closeStreams();
      const again = await take(await target.events(live[0]), live.length - 1, ms);
      checkChain(live[0].seq, again);
      expect(JSON.stringify(again) === JSON.stringify(live.slice(1)), {
        expected: `after seq ${live[0].seq}: ${live.slice(1).map(({ seq }) => seq)}`,
        found: String(again.map(({ seq }) => seq)),
        fix: 'Read the log from Last-Event-ID on, and go over to what happens now without a gap.',
      });
    },
  },
  {
    id: 'resume-while-things-happen',
    title: 'nothing falls between what is caught up on and what happens meanwhile',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const snapshot = await target.snapshot();
      await target.happen();
      const [stream] = await Promise.all([target.events(snapshot), target.happen(), target.happen()]);
      checkChain(snapshot.seq, await take(stream, 3, ms));
    },
  },
  {
    id: 'unknown-epoch-resets',
    title: 'a position of another epoch is answered with a reset',
    section,
    async run({ target, ms }) {
      const { seq } = await target.snapshot();
      await needReset(await target.events({ epoch: 'no-such-epoch', seq }), ms, 'a position of another epoch');
    },
  },
  {
    id: 'future-position-resets',
    title: 'a position that the log has not reached is answered with a reset',
    section,
    async run({ target, ms }) {
      const { epoch, seq } = await target.snapshot();
      const stream = await target.events({ epoch, seq: seq + 1_000_000 });
      await needReset(stream, ms, 'a position beyond the end of the log');
    },
  },
  {
    id: 'old-position-resets',
    title: 'a position out of the window of the log is answered with a reset, never with what is left',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const { epoch } = await target.snapshot();
      await target.happen();
      const stream = await target.events({ epoch, seq: 0 });
      const first = await stream.need((message) => isReset(message) || isFact(message), ms.event, {
        expected: 'a reset, or the very first event',
        fix: 'Compare the position with the oldest event of the log.',
      });
      expect(isReset(first) || first.data.prev === 0, {
        expected: 'a reset, or an event with prev 0, for position 0',
        found: `the event with seq ${shown(first.data.seq)} and prev ${shown(first.data.prev)}`,
        fix: 'Where the log no longer holds what follows a position, send a reset.',
      });
    },
  },
  {
    id: 'unreadable-position',
    title: 'a position that cannot be read is answered with a reset or refused',
    section,
    async run({ target, ms }) {
      for (const position of [undefined, 'nonsense', '::', 'epoch:-1', 'epoch:1e9']) {
        const stream = await target.events(position);
        if (stream.response.status === 400) continue;
        await needReset(stream, ms, position ? `the position "${position}"` : 'no position at all');
      }
    },
  },
  {
    id: 'reset-shape',
    title: 'a reset has version and reason, and ends the stream',
    section,
    async run({ target, ms }) {
      const stream = await target.events('no-such-epoch:1');
      const { data } = await needReset(stream, ms, 'a position of another epoch');
      checkReset(data);
      const after = stream.next(isFact, ms.event);
      expect(await stream.ends(ms.event), {
        expected: 'the stream to end after a reset',
        found: shown((await after) ?? 'an open stream'),
        fix: 'End the stream: the reader comes back with the position of its snapshot.',
      });
    },
  },
  {
    id: 'wiped-log-has-new-epoch',
    title: 'a log that has lost its events begins a new epoch',
    section,
    needs: ['wipe', 'trigger'],
    async run({ target, ms }) {
      await target.happen();
      const before = await target.snapshot();
      await target.wipe();
      const after = await target.snapshot();
      expect(after.epoch !== before.epoch, {
        expected: `another epoch than ${before.epoch} after the log was wiped`,
        found: `${after.epoch}, now at seq ${after.seq} (before: ${before.seq})`,
        fix: 'Make an epoch up when the log is created, and keep it in the log, so that it is lost with it.',
      });
      await needReset(await target.events(before), ms, 'a position of the log that was wiped');
    },
  },
];

function needReset(stream, ms, what) {
  return stream.need((message) => isReset(message), ms.event, {
    expected: `a reset for ${what}`,
    fix: 'Send event: reset. A stream that just goes on from here hides the loss.',
  });
}

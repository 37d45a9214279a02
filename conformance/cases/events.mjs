import { isFact, isHeartbeat, isReset } from '../event-stream.mjs';
import { expect, shown } from '../finding.mjs';
import { readingOfFact } from '../reading.mjs';
import { checkEnvelope, checkHeartbeat } from '../shapes.mjs';

const section = 'events';

/** The longest data of one event, in UTF-16 units of its JSON (`LONGEST_EVENT` of the kit). */
const LONGEST_EVENT = 16 * 1024 * 1024;

export const eventCases = [
  {
    id: 'events-answer',
    title: 'GET /events answers 200 with a stream of server-sent events',
    section,
    async run({ target }) {
      const { response } = await target.events(await target.snapshot());
      expect(response.status === 200, {
        expected: '200',
        found: response.status,
        fix: 'Accept the position of the snapshot just taken.',
      });
      expect(/^text\/event-stream\b/.test(response.headers.get('content-type') ?? ''), {
        expected: 'content-type text/event-stream',
        found: response.headers.get('content-type') ?? 'none',
        fix: 'Send the content type: a reader takes anything else for a login page.',
      });
    },
  },
  {
    id: 'events-not-cached',
    title: 'no cache between here and the backend may keep a stream',
    section,
    async run({ target }) {
      const { response } = await target.events(await target.snapshot());
      const control = response.headers.get('cache-control') ?? 'no cache-control';
      expect(/no-store|no-cache/.test(control), {
        expected: 'cache-control: no-store',
        found: control,
        fix: 'Send cache-control: no-store, so that no proxy keeps a stream and plays it to others.',
      });
    },
  },
  {
    id: 'events-not-buffered',
    title: 'an event leaves the backend as soon as it happens',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const stream = await target.events(await target.snapshot(), {
        headers: { 'accept-encoding': 'gzip, deflate, br' },
      });
      await target.happen();
      await stream.need(isFact, ms.event, {
        expected: `an event within ${ms.event} ms of what happened`,
        fix: 'Flush after every event, and exempt the stream from compression and from buffering by proxies.',
      });
      const encoding = stream.response.headers.get('content-encoding') ?? 'identity';
      expect(encoding === 'identity', {
        expected: 'a stream that is not compressed',
        found: `content-encoding: ${encoding}`,
        fix: 'Exempt text/event-stream from compression: compressors hold back until they have a block.',
      });
    },
  },
  {
    id: 'event-shape',
    title: 'an event has version, position, predecessor, time, type and data',
    section,
    needs: ['trigger'],
    run: async (context) => checkEnvelope((await firstEvent(context)).data),
  },
  {
    id: 'event-readable',
    title: 'the kit can read the fact in an event',
    section,
    needs: ['trigger'],
    async run(context) {
      const { data } = await firstEvent(context);
      const { refused, reason } = await readingOfFact(data);
      expect(!refused, {
        expected: `a complete ${data.type}`,
        found: reason,
        fix: 'Complete what is named; the kit passes over a fact that it cannot read.',
      });
    },
  },
  {
    id: 'event-id',
    title: 'the id of an event is its position, epoch:seq',
    section,
    needs: ['trigger'],
    async run(context) {
      const { id, data } = await firstEvent(context);
      expect(id === `${data.epoch}:${data.seq}`, {
        expected: `id: ${data.epoch}:${data.seq}`,
        found: `id: ${shown(id)}`,
        fix: 'Send the position as id; it is what comes back as Last-Event-ID.',
      });
    },
  },
  {
    id: 'event-epoch',
    title: 'events are of the epoch of the snapshot',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const snapshot = await target.snapshot();
      const [event] = await facts(target, snapshot, 1, ms);
      expect(event.epoch === snapshot.epoch, {
        expected: `epoch ${snapshot.epoch}`,
        found: event.epoch,
        fix: 'Snapshot and events have to speak of the same log.',
      });
    },
  },
  {
    id: 'event-seq-grows',
    title: 'every event has a higher seq than the one before',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const events = await facts(target, await target.snapshot(), 3, ms);
      events.slice(1).forEach((event, index) => {
        const before = events[index].seq;
        expect(event.seq > before, {
          expected: `a seq above ${before}`,
          found: event.seq,
          fix: 'Give every event a seq of its own; a reader drops what it has seen.',
        });
      });
    },
  },
  {
    id: 'event-prev-chain',
    title: 'prev names the event before, the first one after a snapshot its position',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const snapshot = await target.snapshot();
      const events = await facts(target, snapshot, 3, ms);
      checkChain(snapshot.seq, events);
    },
  },
  {
    id: 'heartbeat-first',
    title: 'a stream that has nothing to catch up on begins with a heartbeat',
    section,
    async run({ target, ms }) {
      const stream = await target.events(await target.snapshot());
      await stream.need(isHeartbeat, ms.first, {
        expected: `a heartbeat within ${ms.first} ms of opening the stream`,
        fix: 'Send a heartbeat at once: it tells the reader that its position holds and that it is up to date.',
      });
    },
  },
  {
    id: 'heartbeat-comes',
    title: 'a heartbeat comes while nothing happens',
    section,
    async run({ target, ms }) {
      const stream = await target.events(await target.snapshot());
      const first = await stream.next(isHeartbeat, ms.event);
      const beat = await heartbeatAmid(stream, ms, {
        expected: `another heartbeat within ${ms.heartbeat / 1000} s of silence`,
        fix: 'Send event: heartbeat after 15 s of silence; after 35 s a reader takes the connection for dead.',
      });
      const { data } = beat ?? first ?? (await freshHeartbeat(target, ms)).beat;
      checkHeartbeat(data);
    },
  },
  {
    id: 'heartbeat-head',
    title: "a heartbeat carries the seq of the agent's latest event",
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const snapshot = await target.snapshot();
      const stream = await target.events(snapshot);
      await target.happen();
      const { data: event } = await stream.need(isFact, ms.event, {
        expected: 'an event after the trigger',
        fix: 'Deliver what happens.',
      });
      const beat = await heartbeatAmid(stream, ms, {
        expected: `a heartbeat within ${ms.heartbeat / 1000} s of silence`,
        fix: 'Send event: heartbeat after 15 s of silence.',
      });
      const told = beat ? { stream, beat } : await freshHeartbeat(target, ms);
      const { data } = told.beat;
      const latestOf = (own) => Math.max(0, ...own.messages.filter(isFact).map((message) => message.data.seq));
      // It may have happened while the heartbeat was on its way: then it comes.
      if (data.head > Math.max(latestOf(stream), latestOf(told.stream)))
        await told.stream.next((message) => isFact(message) && message.data.seq >= data.head, ms.event);
      const latest = Math.max(latestOf(stream), latestOf(told.stream), told.stream === stream ? 0 : told.from);
      expect(data.epoch === event.epoch && data.head >= event.seq && data.head <= latest, {
        expected: `epoch ${event.epoch} and head ${latest}`,
        found: `epoch ${shown(data.epoch)} and head ${shown(data.head)}`,
        fix: 'Put the seq of the latest event of this agent into head: without it a lost tail goes unnoticed.',
      });
    },
  },
  {
    id: 'event-length',
    title: 'no event is longer than a reader takes; what would be comes with the snapshot after a reset',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      if (target.options.large) {
        const stream = await target.events(await target.snapshot());
        await target.happenLarge();
        await stream.need((message) => isFact(message) || isReset(message), ms.event, {
          expected: 'an event, or a reset in its place',
          fix: 'What is too large for an event must not be lost: send a reset, so that readers take a snapshot.',
        });
        await target.snapshot();
      }
      // Of all that the cases before this one were told.
      expect(target.longestEvent <= LONGEST_EVENT, {
        expected: `events of at most ${LONGEST_EVENT} characters`,
        found: `${target.longestEvent} characters`,
        fix: 'Send a reset in place of a longer event, so that readers take a snapshot.',
      });
    },
  },
  {
    id: 'two-streams-agree',
    title: 'two streams of one agent tell the same',
    section,
    needs: ['trigger'],
    async run({ target, ms }) {
      const snapshot = await target.snapshot();
      const streams = [await target.events(snapshot), await target.events(snapshot)];
      await target.happen();
      const told = await Promise.all(streams.map((stream) => take(stream, 1, ms)));
      expect(JSON.stringify(told[0]) === JSON.stringify(told[1]), {
        expected: `the same event on both: ${shown(told[0])}`,
        found: shown(told[1]),
        fix: 'A stream must not take events away from another.',
      });
    },
  },
];

/**
 * The next heartbeat of a stream; undefined where the agent is so busy that there is no silence for one. A silence without
 * one is a finding.
 */
async function heartbeatAmid(stream, ms, finding) {
  const end = performance.now() + ms.heartbeat;
  for (;;) {
    const message = await stream.need(() => true, ms.heartbeat, finding);
    if (isHeartbeat(message)) return message;
    if (performance.now() >= end) return undefined;
  }
}

/** The heartbeat with which a stream begins that has nothing to catch up on; `from` is where that stream began. */
async function freshHeartbeat(target, ms) {
  const snapshot = await target.snapshot();
  const stream = await target.events(snapshot);
  const beat = await stream.need(isHeartbeat, ms.first, {
    expected: `a heartbeat within ${ms.first} ms of opening a stream`,
    fix: 'Send a heartbeat at once, also to an agent to whom much happens.',
  });
  return { stream, beat, from: snapshot.seq };
}

async function firstEvent({ target, ms }) {
  const stream = await target.events(await target.snapshot());
  await target.happen();
  return stream.need(isFact, ms.event, { expected: 'an event after the trigger', fix: 'Deliver what happens.' });
}

/** Makes `count` things happen and returns what a stream from `position` tells of them. */
export async function facts(target, position, count, ms) {
  const stream = await target.events(position);
  for (let made = 0; made < count; made += 1) await target.happen();
  return take(stream, count, ms);
}

export async function take(stream, count, ms) {
  const events = [];
  while (events.length < count) {
    const { data } = await stream.need(isFact, ms.event, {
      expected: `${count} events (there were ${events.length})`,
      fix: 'Deliver every event exactly once, in order.',
    });
    events.push(data);
  }
  return events;
}

/** Every event has to follow on the one before, the first on `seq`. */
export function checkChain(seq, events) {
  let before = seq;
  for (const event of events) {
    expect(event.prev === before, {
      expected: `prev ${before} in the event with seq ${event.seq}`,
      found: `prev ${shown(event.prev)}`,
      fix: "Set prev to the seq of this agent's event before; seq may skip numbers, prev never.",
    });
    before = event.seq;
  }
}

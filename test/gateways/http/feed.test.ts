import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { SessionEvent } from '../../../src/core/events/session-event.js';
import type { Delivery } from '../../../src/core/ports/gateway.js';
import type { Envelope, Position } from '../../../src/core/wire/contract.js';
import type { RawMessage } from '../../../src/gateways/http/event-stream.js';
import { Feed } from '../../../src/gateways/http/feed.js';
import { seededRandom } from '../../../src/gateways/in-memory/random.js';

const NOW = 1_000_000;

/** An agent's tags as a log: event `seq` sets them to its number, so the truth after it is its number. */
const envelope = (seq: number, about: Partial<Envelope> = {}): Envelope => ({
  v: 1,
  epoch: 'a',
  seq,
  prev: seq - 1,
  ts: NOW + seq,
  type: 'tags.changed',
  sessionId: 's',
  data: { tags: [String(seq)] },
  ...about,
});
const fact = (body: unknown): RawMessage => ({ kind: 'fact', data: JSON.stringify(body) });
const heartbeat = (head: number, epoch = 'a', ts = NOW): RawMessage => ({
  kind: 'heartbeat',
  data: JSON.stringify({ v: 1, epoch, head, ts }),
});

class Reader {
  readonly numbers: number[] = [];
  readonly deliveries: Delivery[] = [];
  readonly rejections: string[] = [];
  losses = 0;
  onFacts: () => void = () => undefined;
  readonly feed = new Feed({
    facts: (events, delivery) => {
      for (const event of events) this.#take(event, delivery);
      this.onFacts();
    },
    rejected: (reason) => this.rejections.push(reason),
    heardTime: () => undefined,
    lost: () => (this.losses += 1),
  });

  /** A reader who has just taken a snapshot, on a stream that was opened after it. */
  static at(seq: number, epoch = 'a'): Reader {
    const reader = new Reader();
    reader.restore({ epoch, seq });
    reader.feed.opened(NOW);
    reader.feed.take([heartbeat(seq, epoch)]);
    return reader;
  }

  restore(position: Position): void {
    this.feed.restore({
      position,
      serverTime: NOW,
      agentId: 'ana',
      events: [
        { type: 'workspace.reset', agentId: 'ana', at: NOW },
        { type: 'tags.changed', sessionId: 's', tags: [String(position.seq)], at: NOW },
      ],
      rejected: [],
    });
  }

  take(...bodies: readonly unknown[]): void {
    this.feed.take(bodies.map(fact));
  }

  #take(event: SessionEvent, delivery: Delivery): void {
    if (event.type === 'workspace.reset') this.numbers.length = 0;
    if (event.type !== 'tags.changed') return;
    this.numbers.push(Number(event.tags[0]));
    this.deliveries.push(delivery);
  }
}

describe('a feed of events', () => {
  it('says once that events do not say what they are, and takes the others', () => {
    const reader = Reader.at(1);
    const unnamed: RawMessage = { kind: 'unnamed', data: JSON.stringify(envelope(2)) };
    reader.feed.take([unnamed, unnamed]);
    reader.feed.take([unnamed, fact(envelope(2))]);
    expect(reader.rejections).to.have.length(1);
    expect(reader.rejections[0]).to.include('event: fact');
    expect(reader.numbers).to.deep.equal([1, 2]);
  });

  it('lets every event through once and in order, whatever comes twice', () => {
    const reader = Reader.at(0);
    reader.take(envelope(1), envelope(1), envelope(2), envelope(1), envelope(3));
    expect(reader.numbers).to.deep.equal([0, 1, 2, 3]);
    expect(reader.losses).to.equal(0);
  });

  it('lets sequence numbers skip where the event before is the one it knows', () => {
    const reader = Reader.at(4);
    reader.take(envelope(9, { prev: 4 }), envelope(20, { prev: 9 }));
    expect(reader.numbers).to.deep.equal([4, 9, 20]);
  });

  it('goes on after a snapshot that stands beyond the latest event', () => {
    const reader = Reader.at(100);
    reader.feed.take([heartbeat(97)]);
    reader.take(envelope(104, { prev: 97 }));
    expect(reader.numbers).to.deep.equal([100, 104]);
  });

  it('moves its position before it calls the receiver', () => {
    const reader = Reader.at(0);
    let seen: Position | undefined;
    reader.onFacts = () => {
      seen = reader.feed.position;
    };
    reader.take(envelope(1), envelope(2));
    expect(seen).to.include({ epoch: 'a', seq: 2 });
  });

  it('notices the event that is missing, and asks once', () => {
    const reader = Reader.at(0);
    reader.take(envelope(1), envelope(3), envelope(4));
    expect(reader.losses).to.equal(1);
    expect(reader.feed.position).to.equal(undefined);
  });

  it('applies nothing behind a gap that a snapshot has left, also what would follow on it', () => {
    const reader = Reader.at(0);
    reader.take(envelope(3), envelope(7), envelope(6), envelope(8));
    reader.restore({ epoch: 'a', seq: 5 });
    expect([reader.numbers, reader.losses]).to.deep.equal([[5], 2]);
    reader.restore({ epoch: 'a', seq: 6 });
    expect([reader.numbers, reader.losses]).to.deep.equal([[6, 7, 8], 2]);
  });

  it('notices a lost tail by the next heartbeat', () => {
    const reader = Reader.at(0);
    reader.take(envelope(1));
    reader.feed.take([heartbeat(2)]);
    expect(reader.losses).to.equal(1);
  });

  it('notices a log that has forgotten what was read of it', () => {
    const reader = Reader.at(0);
    reader.take(envelope(1), envelope(2));
    reader.feed.take([heartbeat(1)]);
    expect(reader.losses).to.equal(1);
  });

  it('takes no old number under a new epoch', () => {
    const reader = Reader.at(5);
    reader.take(envelope(6, { epoch: 'b' }));
    expect(reader.losses).to.equal(1);
    reader.restore({ epoch: 'b', seq: 6 });
    reader.take(envelope(7, { epoch: 'a' }));
    expect(reader.numbers).to.deep.equal([6]);
  });

  it('takes a reset as a call for a snapshot', () => {
    const reader = Reader.at(5);
    reader.feed.take([{ kind: 'reset', data: '{"v":1,"reason":"other-epoch"}' }]);
    expect(reader.losses).to.equal(1);
  });

  it('neither loses nor repeats what comes while a snapshot is under way', () => {
    const reader = Reader.at(0);
    reader.take(envelope(2), envelope(3), envelope(4), envelope(5));
    reader.restore({ epoch: 'a', seq: 3 });
    reader.take(envelope(5), envelope(6));
    expect(reader.numbers).to.deep.equal([3, 4, 5, 6]);
    expect(reader.losses).to.equal(1);
  });

  it('keeps the latest 20,000 that come while a snapshot is under way, and no more', () => {
    const reader = Reader.at(0);
    reader.take(envelope(2));
    reader.take(...Array.from({ length: 20_000 }, (_, at) => envelope(at + 3)));
    reader.restore({ epoch: 'a', seq: 1 });
    expect(reader.numbers, 'the one that follows the snapshot is gone, so it is asked again').to.deep.equal([1]);
    expect(reader.losses).to.equal(2);
    reader.restore({ epoch: 'a', seq: 20_000 });
    expect(reader.numbers).to.deep.equal([20_000, 20_001, 20_002]);
  });

  it('asks again when the snapshot is older than what was missed', () => {
    const reader = Reader.at(0);
    reader.take(envelope(5));
    reader.restore({ epoch: 'a', seq: 3 });
    expect(reader.losses).to.equal(2);
    reader.restore({ epoch: 'a', seq: 4 });
    expect(reader.numbers).to.deep.equal([4, 5]);
  });

  it('learns from somebody who reads the same log, and only from one who stands further', () => {
    const reader = Reader.at(5);
    for (const position of [
      { epoch: 'a', seq: 4 },
      { epoch: 'a', seq: 5 },
      { epoch: 'b', seq: 9 },
    ])
      reader.feed.compare(position);
    expect(reader.losses).to.equal(0);
    reader.feed.compare({ epoch: 'a', seq: 6 });
    expect(reader.losses).to.equal(1);
    reader.feed.compare({ epoch: 'a', seq: 7 });
    expect(reader.losses, 'asked already').to.equal(1);
  });

  it('takes nothing of what it knew for granted when it is told so, nor of what waited', () => {
    const reader = Reader.at(5);
    reader.take(envelope(7));
    reader.feed.abandon();
    expect([reader.losses, reader.feed.position]).to.deep.equal([1, undefined]);
    reader.restore({ epoch: 'a', seq: 6 });
    expect(reader.numbers).to.deep.equal([6]);
  });

  it('is current when the backend has named the place where it stands, with nothing to come', () => {
    const reader = Reader.at(5);
    reader.feed.opened(NOW + 100);
    expect(reader.feed.isCurrent).to.equal(false);
    reader.feed.take([heartbeat(5)]);
    expect(reader.feed.isCurrent).to.equal(true);
  });

  it('is not current before the last that the backend has named has come', () => {
    const reader = Reader.at(5);
    reader.feed.opened(NOW + 100);
    reader.feed.take([heartbeat(7)]);
    reader.take(envelope(6));
    expect(reader.feed.isCurrent).to.equal(false);
    reader.take(envelope(7));
    expect([reader.feed.isCurrent, reader.losses]).to.deep.equal([true, 0]);
  });

  it('says who asked for it in the id that this side knows', () => {
    const events: SessionEvent[] = [];
    const feed = new Feed({
      facts: (facts) => void events.push(...facts),
      rejected: () => undefined,
      heardTime: () => undefined,
      lost: () => undefined,
    });
    feed.restore({ position: { epoch: 'a', seq: 0 }, serverTime: NOW, agentId: 'ana', events: [], rejected: [] });
    feed.take([fact(envelope(1, { causedBy: 'c1' })), fact(envelope(2))]);
    expect(events.map((event) => ('causedBy' in event ? event.causedBy : 'nobody'))).to.deep.equal(['c1', 'nobody']);
  });

  it('hears the time of the backend with every snapshot and heartbeat', () => {
    const heard: number[] = [];
    const feed = new Feed({
      facts: () => undefined,
      rejected: () => undefined,
      heardTime: (time) => heard.push(time),
      lost: () => undefined,
    });
    feed.restore({ position: { epoch: 'a', seq: 0 }, serverTime: 17, agentId: 'ana', events: [], rejected: [] });
    feed.take([heartbeat(0, 'a', 18)]);
    expect(heard).to.deep.equal([17, 18]);
  });

  it('replays what happened before the stream was opened, and what comes after is live', () => {
    const reader = Reader.at(0);
    reader.feed.opened(NOW + 3);
    reader.take(envelope(1), envelope(2));
    expect(reader.feed.isCurrent).to.equal(false);
    reader.take(envelope(3), envelope(4));
    expect(reader.feed.isCurrent).to.equal(true);
    expect(reader.deliveries.slice(1)).to.deep.equal(['replay', 'replay', 'live', 'live']);
  });

  it('replays up to the head that the backend names', () => {
    const reader = Reader.at(0);
    reader.feed.opened(NOW - 1000);
    reader.feed.take([heartbeat(2), fact(envelope(1)), fact(envelope(2)), fact(envelope(3))]);
    expect(reader.deliveries.slice(1)).to.deep.equal(['replay', 'replay', 'live']);
  });

  it('replays what a snapshot brings along', () => {
    const reader = Reader.at(0);
    reader.take(envelope(2));
    reader.restore({ epoch: 'a', seq: 1 });
    expect(reader.deliveries).to.deep.equal(['replay', 'replay', 'replay']);
  });

  it('tells live what comes behind a snapshot that stands where the backend does', () => {
    const reader = Reader.at(2);
    reader.take(envelope(4));
    reader.feed.opened(NOW);
    reader.feed.take([heartbeat(5)]);
    reader.restore({ epoch: 'a', seq: 5 });
    reader.take(envelope(6));
    expect(reader.numbers).to.deep.equal([5, 6]);
    expect(reader.deliveries.slice(-2)).to.deep.equal(['replay', 'live']);
  });

  it('skips a fact in the wrong shape and counts it; it is no gap', () => {
    const reader = Reader.at(0);
    reader.take(envelope(1), envelope(2, { data: { tags: 7 } }), envelope(3));
    expect(reader.numbers).to.deep.equal([0, 1, 3]);
    expect(reader.rejections).to.have.length(1);
    expect(reader.losses).to.equal(0);
  });

  it('passes a fact of tomorrow on, and goes on', () => {
    const reader = Reader.at(0);
    reader.take(envelope(1, { type: 'session.teleported' }), envelope(2));
    expect(reader.numbers).to.deep.equal([0, 2]);
    expect(reader.rejections).to.deep.equal([]);
  });
});

describe('a feed that loses events', () => {
  it('notices each of 10,000 dropped ones, the last one too, and ends with the truth', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 10_000; round += 1) {
      const length = random.between(1, 30);
      const dropped = random.between(1, length);
      const reader = Reader.at(0);
      for (let seq = 1; seq <= length; seq += 1) if (seq !== dropped) reader.take(envelope(seq));
      if (dropped === length) reader.feed.take([heartbeat(length)]);
      if (reader.losses !== 1) expect.fail(`round ${String(round)}: ${String(dropped)} of ${String(length)}`);
      reader.restore({ epoch: 'a', seq: random.between(dropped, length) });
      if (reader.numbers.at(-1) !== length) expect.fail(`round ${String(round)}: ${reader.numbers.join()}`);
    }
  });

  it('reads snapshot and events as the truth, at every cut of 10,000 histories', () => {
    const random = seededRandom(8);
    for (let round = 0; round < 10_000; round += 1) {
      const length = random.between(1, 12);
      const cut = random.between(0, length);
      const reader = new Reader();
      // What is sent again after the cut overlaps with the snapshot.
      for (let seq = random.between(1, cut + 1); seq <= length; seq += 1) reader.take(envelope(seq));
      reader.restore({ epoch: 'a', seq: cut });
      const expected = Array.from({ length: length - cut + 1 }, (_, index) => cut + index).join();
      if (reader.numbers.join() !== expected) expect.fail(`round ${String(round)}: ${reader.numbers.join()}`);
    }
  });
});

describe('a feed that is sent nonsense', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.record({
      v: fc.constantFrom(1, 2, '1'),
      epoch: fc.constantFrom('a', 'b', '', 7),
      seq: fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double(), fc.constant(null)),
      prev: fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double()),
      head: fc.integer({ min: -3, max: 9 }),
      ts: fc.oneof(fc.integer(), fc.double()),
      type: fc.constantFrom('tags.changed', 'session.ended', 'workspace.reset', '__proto__', 'constructor'),
      sessionId: fc.oneof(fc.string(), fc.constant('__proto__')),
      data: fc.anything(),
    }),
  );
  const text = fc.oneof(
    fc.string(),
    anything.map((value) => {
      try {
        return [JSON.stringify(value)].join();
      } catch {
        return '{';
      }
    }),
  );
  const message = fc.record({ kind: fc.constantFrom('fact', 'heartbeat', 'reset'), data: text });

  it('stays alive through 10,000 of them', () => {
    let count = 0;
    fc.assert(
      fc.property(fc.array(message, { minLength: 10, maxLength: 10 }), (messages) => {
        const reader = Reader.at(0);
        reader.feed.take(messages);
        count += messages.length;
        reader.restore({ epoch: 'c', seq: 10 });
        reader.feed.opened(NOW);
        reader.take(envelope(11, { epoch: 'c', prev: 10 }));
        return reader.numbers.at(-1) === 11 && !('polluted' in {});
      }),
      { numRuns: 1000 },
    );
    expect(count).to.equal(10_000);
  });
});

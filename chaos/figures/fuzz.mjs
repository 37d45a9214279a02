import { silentLogger } from '../../dist/core/ports/logger.js';
import { selectDiagnostics } from '../../dist/core/selectors/select-diagnostics.js';
import { selectUser } from '../../dist/core/selectors/select-user.js';
import { createSessionStore } from '../../dist/core/store/create-session-store.js';
import { readEventStream } from '../../dist/gateways/http/event-stream.js';
import { Feed } from '../../dist/gateways/http/feed.js';
import { readSnapshot } from '../../dist/core/wire/read-snapshot.js';
import { AGENT, factOf, openingFacts } from '../facts.mjs';
import { HostData } from '../host-data.mjs';
import { seeded } from '../random.mjs';
import { snapshotBody, written } from '../wire.mjs';

const BATCH = 20;
const JUNK = [null, true, -1, 0, 1e308, '', 'x', [], {}, { length: -1 }, '__proto__', '\u0000', '\ud800', [[[]]]];
const KEYS = ['v', 'epoch', 'seq', 'prev', 'ts', 'type', 'sessionId', 'data', '__proto__', 'constructor'];
const TYPES = ['constructor', '__proto__', 'session.', 'workspace.reset', 'connection.changed', 'tomorrow.happened'];

/**
 * Sends envelopes that were tampered with through the whole client, as bytes in pieces of any size, with a sound event
 * after every few: whenever that one does not arrive, the stream has died.
 */
export async function fuzz(count, seed = 1) {
  const random = seeded(seed);
  const reader = new Reader();
  const totals = { sent: 0, batches: 0, dead: 0, rejected: 0 };
  while (totals.sent < count) {
    const messages = Array.from({ length: BATCH }, () => frame(tampered(random, reader), kindBy(random)));
    await reader.read(random, messages.join(''));
    totals.sent += BATCH;
    totals.batches += 1;
    if (!(await reader.isAlive(random))) totals.dead += 1;
  }
  return { ...totals, ...reader.end() };
}

class Reader {
  seq = 0;
  number = 0;
  #host = new HostData(openingFacts().map((fact) => ({ agentId: AGENT, fact })));
  #restores = 0;
  #receiver;
  #feed;
  #store;

  constructor() {
    const gateway = {
      isRead: true,
      connect: (receiver) => {
        this.#receiver = receiver;
        return () => undefined;
      },
    };
    this.#store = createSessionStore({
      gateway,
      clock: { now: () => 1.7e12 },
      logger: silentLogger,
      newId: () => 'id',
    });
    this.#feed = new Feed({
      facts: (events, delivery) => this.#receiver.facts(events, delivery),
      rejected: (reason) => this.#receiver.rejected(reason),
      heardTime: () => undefined,
      lost: () => queueMicrotask(() => this.#restore()),
    });
    this.#restore();
  }

  async read(random, text) {
    const bytes = new TextEncoder().encode(text);
    const body = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length;) {
          const end = at + 1 + random.below(400);
          controller.enqueue(bytes.subarray(at, end));
          at = end;
        }
        controller.close();
      },
    });
    this.#feed.opened();
    await readEventStream(body, (messages) => this.#feed.take(messages));
  }

  async isAlive(random) {
    this.number += 10;
    const fact = {
      type: 'presence.changed',
      userId: AGENT,
      presence: 'busy',
      reason: `step ${this.number}`,
      at: 1.7e12,
    };
    this.#host.apply(AGENT, fact);
    // Beyond what was tampered with: an event that is still sound takes the place it claims.
    const position = { epoch: 'one', seq: this.seq + 1000 };
    const event = written(fact, position, this.seq);
    this.seq = position.seq;
    await this.read(random, frame(event));
    await this.read(random, frame({ v: 1, epoch: 'one', head: this.seq, ts: 1.7e12 }, 'heartbeat'));
    await Promise.resolve();
    return this.#store.read(selectUser(AGENT))?.presence?.reason === fact.reason;
  }

  end() {
    const { rejectedFacts, unknownFacts } = this.#store.read(selectDiagnostics);
    this.#store.dispose();
    return { rejected: rejectedFacts + unknownFacts, restores: this.#restores };
  }

  #restore() {
    this.#restores += 1;
    this.#feed.restore(readSnapshot(snapshotBody(this.#host, { epoch: 'one', seq: this.seq })).value);
  }
}

function frame(body, kind = 'fact') {
  const data = typeof body === 'string' ? body : JSON.stringify(body);
  return `event: ${kind}\ndata: ${data.replaceAll('\n', ' ')}\n\n`;
}

const kindBy = (random) => (random.chance(0.02) ? random.pick(['reset', 'heartbeat', 'nothing', '']) : 'fact');

function tampered(random, { seq, number }) {
  const event = written(factOf(number + 1 + random.below(9)), { epoch: 'one', seq: seq + 1 }, seq);
  const key = random.pick(KEYS);
  const inside = random.pick(Object.keys(event.data).concat('x'));
  const how = random.below(8);
  if (how === 0) Reflect.deleteProperty(event, key);
  else if (how === 1) event[key] = random.pick(JUNK);
  else if (how === 2) event.data = { ...event.data, [inside]: random.pick(JUNK) };
  else if (how === 3) event.type = random.pick(TYPES);
  else if (how === 4) return JSON.stringify(event).slice(0, random.below(200));
  else if (how === 5) return JSON.stringify(event).replace(/[{},:"]/g, (sign) => (random.chance(0.1) ? '' : sign));
  else if (how === 6)
    event.data = JSON.parse('{"__proto__":{"polluted":1},"toString":1,"at":"x","type":"session.removed"}');
  else event.data = { segments: Array.from({ length: 3 }, () => random.pick(JUNK)), tags: random.pick(JUNK) };
  // Far ahead, behind, or where it should be: positions are tampered with like anything else.
  if (random.chance(0.1)) event.seq = seq + random.below(100) - 50;
  return event;
}

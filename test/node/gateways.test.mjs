// The built package in Node: gateways need no page.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gatewayContract } from '../../dist/gateways/contract/contract.js';
import { createReplayOfFiles } from '../../dist/gateways/replay/replay.js';
import { createSimulator } from '../../dist/gateways/simulator/simulator.js';

/** Time that passes by hand. */
class ManualScheduler {
  #now = 1_750_000_000_000;
  #waiting = new Set();

  get waiting() {
    return this.#waiting.size;
  }

  now() {
    return this.#now;
  }

  after(ms, run) {
    const entry = { at: this.#now + ms, run };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  }

  advance(ms) {
    this.#now += ms;
    for (const entry of this.#waiting) {
      if (entry.at > this.#now) continue;
      this.#waiting.delete(entry);
      entry.run();
    }
  }
}

const STEP_MS = 250;
const STEPS = 40;

function subject(gateway, scheduler) {
  return {
    gateway,
    offer: (modality) => gateway.offer(modality),
    async settle() {
      for (let step = 0; step < STEPS; step += 1) {
        scheduler.advance(STEP_MS);
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      }
    },
  };
}

const recording = (modality) => ({
  modality,
  messages: Array.from({ length: 200 }, (_, index) => ({
    role: index % 2 ? 'agent' : 'customer',
    text: `Message ${index}`,
  })),
});

const harnesses = {
  simulator: () => {
    const scheduler = new ManualScheduler();
    return subject(createSimulator({ scheduler, scenario: 'quiet' }), scheduler);
  },
  replay: async () => {
    const scheduler = new ManualScheduler();
    const text = JSON.stringify(['im', 'audio', 'im', 'audio'].map(recording));
    const files = [{ name: 'recordings.json', text }];
    const { replay, problems } = await createReplayOfFiles(files, { scheduler, isOfferedByItself: false });
    assert.deepEqual(problems, []);
    return subject(replay, scheduler);
  },
};

for (const [kind, make] of Object.entries(harnesses)) {
  describe(`gateway contract in Node: ${kind}`, () => {
    for (const { name, run } of gatewayContract) it(name, () => run({ make }));
  });
}

describe('replay in Node', () => {
  it('reads captions', async () => {
    const text = 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ann>Good morning\n\n00:bad --> 00:02.000\nLost\n';
    const { replay, problems } = await createReplayOfFiles([{ name: 'call.vtt', text }], { isOfferedByItself: false });
    assert.equal(replay.offer(), 'call.vtt');
    assert.deepEqual([problems[0].file, problems[0].line], ['call.vtt', 6]);
  });
});

describe('simulator in Node', () => {
  it('leaves no timer behind when the last receiver has gone', () => {
    const scheduler = new ManualScheduler();
    const disconnect = createSimulator({ scheduler }).connect({ facts() {}, rejected() {} });
    assert.ok(scheduler.waiting > 0);
    disconnect();
    assert.equal(scheduler.waiting, 0);
  });
});

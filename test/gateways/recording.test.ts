import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { usableFact } from '../../src/core/reading/usable-fact.js';
import { Recorder, truthOf } from '../../src/gateways/contract/recorder.js';
import { gatewayContract } from '../../src/gateways/contract/contract.js';
import { createPlayback, readGatewayRecording, recordGateway } from '../../src/gateways/recording/recording.js';
import type { RecordedGateway, RecordOptions } from '../../src/gateways/recording/recording.js';
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import { combineSources } from '../../src/index.js';
import type { Gateway, SessionEvent } from '../../src/index.js';
import { aGateway, aSession, someSegments } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { anyFact } from '../support/arbitrary-facts.js';
import { FULLEST_FACTS } from '../support/fullest-facts.js';
import { ManualScheduler } from '../support/manual-scheduler.js';
import { manualSubject } from '../support/manual-subject.js';

const read = (gateway: RecordedGateway): ReturnType<typeof readGatewayRecording> =>
  readGatewayRecording({ name: 'bug.jsonl', text: gateway.recording() });

/** What a receiver of the gateway knows, and what one knows to whom its recording is played. */
function bothTruths(inner: Gateway, happen: () => void, options?: RecordOptions): readonly [string, string] {
  const gateway = recordGateway(inner, options);
  const live = new Recorder();
  gateway.connect(live);
  happen();
  return [truthOf(live), playedTruth(gateway)];
}

function playedTruth(gateway: RecordedGateway): string {
  const { entries, problems } = read(gateway);
  expect(problems).to.deep.equal([]);
  const scheduler = new ManualScheduler(NOW);
  const later = new Recorder();
  createPlayback({ entries, scheduler }).connect(later);
  scheduler.advance(86_400_000);
  return truthOf(later);
}

describe('gateway contract: a simulator that is recorded', () => {
  const make = (): ReturnType<typeof manualSubject> =>
    manualSubject(
      (scheduler) => {
        const simulator = createSimulator({ scheduler, scenario: 'quiet' });
        const { offer, queue } = simulator;
        return Object.assign(recordGateway(simulator), { offer, queue });
      },
      (gateway, modality) => gateway.offer(modality),
      (gateway) => gateway.queue(),
    );
  for (const { name, run } of gatewayContract)
    it(name, async () => {
      expect(await run({ make })).to.deep.equal({});
    });
});

describe('the recording of a gateway', () => {
  const situation = (): ScriptedGateway =>
    aGateway({
      sessions: [aSession({ parameters: [{ name: 'Contract', state: 'value', value: 'B-71' }] })],
      transcript: { sessionId: 'call-1', segments: someSegments('My name is Nora') },
    });

  it('leads to what the gateway led to, with texts and as the facts come', () => {
    const inner = situation();
    const [live, played] = bothTruths(
      inner,
      () => {
        inner.time += 4000;
        inner.emit({ type: 'session.held', at: inner.time, sessionId: 'call-1' });
      },
      { keepTexts: true },
    );
    expect(played).to.equal(live);
  });

  it('plays in the pace in which it was recorded, by the clock of then', () => {
    const inner = situation();
    const gateway = recordGateway(inner);
    gateway.connect(new Recorder());
    inner.time += 4000;
    inner.emit({ type: 'session.held', at: inner.time, sessionId: 'call-1' });
    const scheduler = new ManualScheduler(NOW + 9e9);
    const playback = createPlayback({ entries: read(gateway).entries, speed: 2, scheduler });
    const seen = new Recorder();
    playback.connect(seen);
    const stateOf = (): string | undefined => seen.state.sessions.get('call-1')?.state;
    scheduler.advance(1900);
    const before = stateOf();
    scheduler.advance(200);
    expect([before, stateOf(), playback.clock?.now()]).to.deep.equal(['active', 'held', NOW + 4200]);
    expect(seen.live.map(({ type }) => type)).to.deep.equal(['session.held']);
  });

  it('holds commands and what was answered', async () => {
    const inner = situation();
    inner.answer = () => Promise.resolve({ ok: false, failure: 'not-allowed', message: 'Ask Nora' });
    const gateway = recordGateway(inner);
    const send = {
      type: 'message.send',
      sessionId: 'call-1',
      segmentId: 's',
      text: 'Dear Nora',
      commandId: 'c',
    } as const;
    await gateway.execute(send);
    const text = gateway.recording();
    expect(text).to.contain('"message.send"').and.contain('"not-allowed"').and.contain('xxxx xxxx');
    expect(text).not.to.contain('Nora');
    expect(inner.commands).to.deep.equal([send]);
  });

  it('keeps nothing that a customer or an agent said, is called or lives by, and loses nothing else', () => {
    const inner = new ScriptedGateway([]);
    const gateway = recordGateway(inner);
    gateway.connect(new Recorder());
    inner.emit({ type: 'workspace.reset', at: NOW, agentId: 'ana' }, ...(FULLEST_FACTS as readonly SessionEvent[]));
    const text = gateway.recording();
    for (const word of [
      'Nora',
      'Feld',
      '+41445550133',
      'Mill Lane',
      'Zurich',
      'B-71',
      'photo',
      'Card reader',
      'Hello',
      'Too short',
    ])
      expect(text, word).not.to.contain(word);
    expect(text).to.contain('"name":"Contract"');
    expect(read(gateway).problems).to.deep.equal([]);
    const kinds = new Set(read(gateway).entries.flatMap(({ facts }) => facts.map(({ type }) => type)));
    expect([...kinds]).to.include.members(FULLEST_FACTS.map(({ type }) => type));
  });

  it('of whatever facts is read as it was, and tells the same states', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 20 }), (facts) => {
        const usable = facts.filter((fact) => usableFact(fact).lost.length === 0);
        const inner = new ScriptedGateway([{ type: 'workspace.reset', at: NOW, agentId: 'ana' }]);
        const [live, played] = bothTruths(
          inner,
          () => {
            inner.emit(...usable);
          },
          { keepTexts: true },
        );
        expect(played).to.equal(live);
      }),
    );
  });

  it('is bounded, and still leads to the same where the oldest had no room', () => {
    const inner = situation();
    const gateway = recordGateway(inner, { keepTexts: true, most: 50 });
    const live = new Recorder();
    gateway.connect(live);
    for (let turn = 0; turn < 500; turn += 1) {
      inner.time += 1000;
      const segments = [{ ...someSegments('a line')[0], id: `s${String(turn)}` }] as ReturnType<typeof someSegments>;
      inner.emit({ type: turn % 2 ? 'session.held' : 'session.resumed', at: inner.time, sessionId: 'call-1' });
      inner.emit({ type: 'transcript.appended', at: inner.time, sessionId: 'call-1', segments });
    }
    expect(gateway.recording().split('\n').length).to.be.lessThan(60);
    expect(playedTruth(gateway)).to.equal(truthOf(live));
  });

  it('is no business of a gateway that is several', () => {
    expect(() => recordGateway(combineSources({ one: aGateway() }))).to.throw(TypeError, 'record each of them');
  });
});

describe('a recording that is broken', () => {
  const file = (...lines: readonly unknown[]): string =>
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const head = { recording: 'my-sessions/recording/1' };
  const reset = { at: 1, delivery: 'replay', facts: [{ type: 'workspace.reset', at: 1, agentId: 'ana' }] };
  const problemsOf = (text: string): readonly string[] =>
    readGatewayRecording({ name: 'bug.jsonl', text }).problems.map(({ line, reason }) => `${String(line)}: ${reason}`);

  it('says where, and everything else is played', () => {
    const text = file(
      head,
      reset,
      '{"at": 2, "facts"',
      { facts: [] },
      { at: 3, facts: 'none' },
      {
        at: 4,
        delivery: 'live',
        facts: [null, { type: 'session.cloned', at: 4 }, { type: 'session.held', at: 4, sessionId: 7 }],
      },
      { at: 5, delivery: 'live', facts: [{ type: 'configuration.loaded', at: 5, configuration: { version: 1 } }] },
      { at: 6, delivery: 'live', facts: [{ type: 'presence.changed', at: 6, userId: 'ana', presence: 'away' }] },
    );
    const problems = problemsOf(text);
    expect(problems.slice(0, 5)).to.deep.equal([
      '3: not valid JSON',
      '4: at: expected a time in ms',
      '5: facts: expected a list',
      '6: facts[0]: no fact that this version knows',
      '6: facts[1]: no fact that this version knows',
    ]);
    expect(problems[5]).to.match(/^6: facts\[2\]\.sessionId/);
    expect(problems.some((problem) => problem.startsWith('7: facts[0].configuration.'))).to.equal(true);
    const { entries } = readGatewayRecording({ name: 'bug.jsonl', text });
    expect(entries.at(-1)?.facts).to.have.length(1);
  });

  it('is none at all', () => {
    expect(problemsOf('')).to.have.length(2);
    expect(problemsOf('[1]')[0]).to.contain('the first line does not say');
  });
});

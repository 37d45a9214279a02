import { expect } from '@open-wc/testing';
import type { SessionEvent } from '../../src/core/events/session-event.js';
import { parseConfiguration } from '../../src/core/configuration/parse-configuration.js';
import { MODALITIES } from '../../src/core/model/modality.js';
import type { TranscriptSegment } from '../../src/core/model/transcript-segment.js';
import { takesSlot } from '../../src/core/rules/session-phase.js';
import type { Recorder } from '../../src/gateways/contract/recorder.js';
import { connected } from '../../src/gateways/contract/recorder.js';
import type { AgentWish, Session } from '../../src/index.js';
import { SERVICES, builtInConfiguration, USERS } from '../../src/gateways/in-memory/built-in-configuration.js';
import { ManualScheduler } from '../support/manual-scheduler.js';
import { dialogues } from '../../src/gateways/simulator/scenario.js';
import type { Simulator, SimulatorOptions } from '../../src/gateways/simulator/simulator.js';
import { createSimulator } from '../../src/gateways/simulator/simulator.js';

const MINUTE = 60_000;

/** An agent who talks for a minute, then parks for what comes, and ends what nobody else ends. */
function workThrough(options: SimulatorOptions, minutes: number): { recorder: Recorder; violations: string[] } {
  const scheduler = new ManualScheduler();
  const simulator = createSimulator({ scenario: 'shift', ...options, scheduler });
  const { recorder } = connected(simulator);
  const violations: string[] = [];
  let commands = 0;
  const wish = (
    type: 'session.accept' | 'session.park' | 'session.unpark' | 'session.end',
    sessionId: string,
  ): void => {
    commands += 1;
    void simulator.execute({ type, sessionId, commandId: `w${String(commands)}` });
  };
  for (let second = 0; second < minutes * 60; second += 1) {
    scheduler.advance(1000);
    const sessions = [...recorder.state.sessions.values()];
    const active = sessions.find(({ state }) => state === 'active');
    const offered = sessions.find(({ state }) => state === 'offered');
    const parked = sessions.filter(({ state }) => state === 'parked');
    const next = parked[second % Math.max(1, parked.length)];
    if (active && offered && scheduler.now() - active.since > MINUTE) wish('session.park', active.id);
    else if (offered && !active) wish('session.accept', offered.id);
    else if (active && scheduler.now() - active.since > 3 * MINUTE) wish('session.end', active.id);
    else if (!active && next && second % 7 === 0) wish('session.unpark', next.id);
    violations.push(...overLimit(recorder));
  }
  return { recorder, violations };
}

const limits = builtInConfiguration.users[0].taskParallelization;

function overLimit({ state }: Recorder): string[] {
  const busy = [...state.sessions.values()].filter((session) => takesSlot(session.state));
  const over = MODALITIES.filter(
    (modality) => busy.filter((session) => session.modality === modality).length > limits.perModality[modality],
  );
  return busy.length > limits.total ? [...over, 'total'] : over;
}

const telling = (events: readonly SessionEvent[]): string[] =>
  events.map((event) => JSON.stringify(event.type === 'configuration.loaded' ? event.type : event));

describe('simulator', () => {
  it('stands on a configuration without problems or warnings', () => {
    const parsed = parseConfiguration(builtInConfiguration);
    expect(parsed).to.include({ ok: true });
    expect(parsed.warnings).to.deep.equal([]);
  });

  it('has a total limit below the sum of the limits per modality', () => {
    const sum = Object.values(limits.perModality).reduce((all, limit) => all + limit, 0);
    expect(limits.total).to.be.lessThan(sum);
  });

  it('has dialogues of all modalities, of services that exist, with ids of their own', () => {
    expect(new Set(dialogues.map(({ offer }) => offer.modality))).to.deep.equal(new Set(MODALITIES));
    expect(new Set(dialogues.map(({ id }) => id)).size).to.equal(dialogues.length);
    const services = new Set<string>(builtInConfiguration.services.map(({ id }) => id));
    expect(dialogues.filter(({ offer }) => !services.has(offer.serviceId))).to.deep.equal([]);
  });

  it('begins with a history of which is left what the services keep: all, nothing but the name, or no longer', () => {
    const scheduler = new ManualScheduler();
    const { recorder } = connected(createSimulator({ scenario: 'quiet', scheduler }));
    const history = [...recorder.state.sessions.values()];
    for (const { id, contextRecord, customer, parameters } of history) {
      if (contextRecord?.isStored) {
        expect(contextRecord.until, id).to.be.greaterThan(scheduler.now());
        continue;
      }
      expect(contextRecord?.isStored, id).to.equal(false);
      expect(Object.keys(customer ?? {}).filter((key) => key !== 'id' && key !== 'name')).to.deep.equal([]);
      expect(
        parameters.filter(({ state }) => state !== 'not-available'),
        id,
      ).to.deep.equal([]);
    }
    const reasons = new Set(history.map(({ contextRecord: own }) => (own?.isStored === false ? own.reason : 'stored')));
    expect([...reasons]).to.deep.equal([
      'stored',
      'This service does not keep context data after a session.',
      'Context data is kept for 30 days. It has been cleared since.',
    ]);
  });

  it('begins with a history that knows where the context items of then led', () => {
    const { recorder } = connected(createSimulator({ scenario: 'quiet', scheduler: new ManualScheduler() }));
    const first = [...recorder.state.sessions.values()].find(({ customer }) => customer?.id === 'C-70455');
    expect(first?.contextRecord).to.deep.include({
      urls: [
        { itemId: 'customer-record', url: 'https://crm.example/customers/C-70455' },
        { itemId: 'card-guide', url: 'https://guide.example/cards' },
      ],
    });
  });

  it('begins with a history whose codes the services know', () => {
    const parsed = parseConfiguration(builtInConfiguration);
    const { recorder } = connected(createSimulator({ scheduler: new ManualScheduler(), scenario: 'quiet' }));
    const history = [...recorder.state.sessions.values()];
    expect(history.length).to.be.greaterThan(11);
    for (const { serviceId, primaryCode, secondaryCode, state, id } of history) {
      const extensions = parsed.ok ? parsed.configuration.services.get(serviceId)?.extensions : undefined;
      expect(state).to.equal('ended');
      if (primaryCode !== undefined) expect(extensions?.primaryCodes, id).to.include(primaryCode);
      if (secondaryCode !== undefined) expect(extensions?.secondaryCodes, id).to.include(secondaryCode);
    }
  });

  it('begins amid work: a call that is transcribed, a chat with one message unread, a mail, history, and soon an offer', () => {
    const scheduler = new ManualScheduler();
    const { recorder } = connected(createSimulator({ scheduler }));
    const { offered, active, parked, history } = recorder.state.roster;
    const shown = (ids: readonly string[]): readonly unknown[] =>
      ids.map((id) => {
        const { modality, unread } = recorder.state.sessions.get(id) ?? {};
        return [modality, unread];
      });
    expect({ offered: shown(offered), active: shown(active), parked: shown(parked) }).to.deep.equal({
      offered: [],
      active: [['audio-video', 0]],
      parked: [
        ['im', 1],
        ['email', 0],
      ],
    });
    expect(history.length).to.be.greaterThan(11);
    const said = [...(recorder.state.transcripts.get(active[0] ?? '') ?? [])].length;
    expect(said).to.be.greaterThan(2);
    scheduler.advance(10_000);
    expect([...(recorder.state.transcripts.get(active[0] ?? '') ?? [])].length).to.be.greaterThan(said);
    expect(recorder.state.roster.offered).to.have.length(1);
  });

  it('begins with nobody but history where the agent has just come', () => {
    const { recorder } = connected(createSimulator({ scheduler: new ManualScheduler(), scenario: 'shift' }));
    const { offered, active, parked } = recorder.state.roster;
    expect([offered, active, parked]).to.deep.equal([[], [], []]);
  });

  it('tells of every message that it was written while somebody could write it', () => {
    const scheduler = new ManualScheduler();
    const { recorder } = connected(createSimulator({ scheduler, scenario: 'at-work' }));
    const { state } = recorder;
    const written = [...state.sessions.values()].flatMap(({ id, modality, times, parkedSince }) =>
      modality === 'im' && times.connected !== undefined
        ? [{ id, from: times.connected, until: parkedSince ?? times.ended ?? Infinity }]
        : [],
    );
    expect(written.length).to.be.greaterThan(2);
    for (const { id, from, until } of written) {
      const segments = [...(state.transcripts.get(id) ?? [])];
      const moments = segments.map(({ at }) => at);
      // Who waits may write while the agent has parked the chat.
      const last = (role: string): number => (role === 'customer' ? Math.max(until, scheduler.now()) : until);
      expect(moments, id).to.deep.equal(
        segments.map(({ at = NaN, speaker }) => Math.min(last(speaker.role), Math.max(from, at))),
      );
      expect(moments, id).to.deep.equal([...moments].sort((one = 0, other = 0) => one - other));
    }
    const parked = state.roster.parked.map((id) => [...(state.transcripts.get(id) ?? [])]);
    expect(parked.flat().some(({ speaker }) => speaker.role === 'customer')).to.equal(true);
  });

  it('writes nothing in the name of the agent who looks on', () => {
    const { recorder } = workThrough({ scenario: 'at-work' }, 60);
    const chats = new Set(
      [...recorder.state.sessions.values()].flatMap(({ id, modality }) => (modality === 'im' ? id : [])),
    );
    const speakers = recorder.live.flatMap((event) =>
      event.type === 'transcript.appended' && chats.has(event.sessionId)
        ? event.segments.map(({ speaker }) => speaker)
        : [],
    );
    expect(speakers.filter(({ role }) => role === 'agent')).to.deep.equal([]);
    expect(speakers.find(({ id }) => id === 'stand-in')?.name).to.equal('Automatic reply');
  });

  it('carries a transferred task on from service to service, each with a record of its own', () => {
    const scheduler = new ManualScheduler();
    const simulator = createSimulator({ scheduler, scenario: 'quiet' });
    const { recorder } = connected(simulator);
    let commands = 0;
    const wish = (command: AgentWish): void => {
      commands += 1;
      void simulator.execute({ ...command, commandId: `t${String(commands)}` });
      scheduler.advance(1500);
    };
    const earlier = new Set(recorder.state.sessions.keys());
    const own = (): Session[] => [...recorder.state.sessions.values()].filter(({ id }) => !earlier.has(id));
    const route = [SERVICES.orders, SERVICES.reception, SERVICES.claims] as const;
    simulator.offer('im');
    for (const [index, service] of route.entries()) {
      const { id: sessionId, serviceId } = own().find(({ state }) => state === 'offered')!;
      expect(serviceId).to.equal(service);
      wish({ type: 'session.accept', sessionId });
      const targetServiceId = route[index + 1];
      wish(
        targetServiceId ? { type: 'session.transfer', sessionId, targetServiceId } : { type: 'session.end', sessionId },
      );
      scheduler.advance(10_000);
    }
    const parsed = parseConfiguration(builtInConfiguration);
    const nameOf = (id: string): string | undefined =>
      parsed.ok ? parsed.configuration.services.get(id)?.name : undefined;
    const chain = own().sort((one, other) => (one.times.ended ?? 0) - (other.times.ended ?? 0));
    expect(chain.map(({ serviceId, result, transferTarget }) => [serviceId, result, transferTarget])).to.deep.equal([
      [SERVICES.orders, 'transferred-by-user', nameOf(SERVICES.reception)],
      [SERVICES.reception, 'transferred-by-user', nameOf(SERVICES.claims)],
      [SERVICES.claims, 'accepted-by-user', undefined],
    ]);
    expect(new Set(chain.map(({ customer, visitorLabel }) => customer?.name ?? visitorLabel)).size).to.equal(1);
    for (const { serviceId, contextRecord } of chain) {
      const stores = parsed.ok && parsed.configuration.services.get(serviceId)?.extensions.storeContextData;
      expect(contextRecord?.isStored, serviceId).to.equal(stores);
    }
  });

  it('lets nothing come by itself when it is quiet', () => {
    const scheduler = new ManualScheduler();
    const { recorder } = connected(createSimulator({ scheduler, scenario: 'quiet' }));
    scheduler.advance(5 * MINUTE);
    expect(recorder.state.roster.offered).to.deep.equal([]);
    expect(recorder.live.every(({ type }) => type === 'usage.reported' || type === 'presence.changed')).to.equal(true);
  });

  it('brings work of every modality in a morning, and never more than the limits allow', () => {
    const { recorder, violations } = workThrough({ scenario: 'at-work' }, 180);
    expect(violations).to.deep.equal([]);
    const handled = [...recorder.state.sessions.values()].filter(({ times }) => times.connected !== undefined);
    expect(new Set(handled.map(({ modality }) => modality))).to.deep.equal(new Set(MODALITIES));
    expect(recorder.unusable).to.deep.equal([]);
  });

  it('lets everything happen that can, in one morning or another', function () {
    this.timeout(60_000);
    const missing = new Set<string | undefined>([
      'session.park-failed',
      'session.unpark-failed',
      'transcript.corrected',
      'transcript.unavailable',
      'transcript.eligibility-changed',
      'customer.identified',
      'sentiment.changed',
      'parameters.changed',
      'codes.suggested',
      'summary.changed',
      'after-call-work.finished',
      'cancelled-by-external-system',
      'destination-not-reached',
      'accepted-by-user',
    ]);
    for (let seed = 1; missing.size > 0 && seed <= 30; seed += 1) {
      for (const event of workThrough({ scenario: 'at-work', seed }, 180).recorder.live) {
        missing.delete(event.type);
        if (event.type === 'session.ended') missing.delete(event.result);
      }
    }
    expect([...missing]).to.deep.equal([]);
  });

  it('tells the same story for the same seed, and another one for another', () => {
    const story = (seed: number): string => telling(workThrough({ seed }, 10).recorder.all).join('\n');
    expect(story(5)).to.equal(story(5));
    expect(story(5)).not.to.equal(story(6));
  });

  it('forgets the oldest history instead of growing without end', () => {
    const { recorder } = workThrough({}, 240);
    expect(recorder.state.roster.history.length).to.be.lessThan(90);
    expect(recorder.live.some(({ type }) => type === 'session.removed')).to.equal(true);
  });

  it('offers nothing to an agent who is away', async () => {
    const scheduler = new ManualScheduler();
    const simulator = createSimulator({ scheduler, scenario: 'shift' });
    const { recorder } = connected(simulator);
    const reply = simulator.execute({ type: 'presence.change', presence: 'away', commandId: 'away' });
    scheduler.advance(10 * MINUTE);
    expect(await reply).to.deep.equal({ ok: true });
    expect(recorder.live.filter(({ type }) => type === 'session.offered')).to.deep.equal([]);
  });

  it('keeps teammates within their limits while they change', () => {
    const { recorder } = workThrough({ scenario: 'quiet' }, 30);
    const reports = recorder.live.flatMap((event) => (event.type === 'usage.reported' ? [event] : []));
    expect(new Set(reports.map(({ userId }) => userId))).to.deep.equal(new Set([...USERS.teammates, USERS.newcomer]));
    expect(new Set(reports.map(({ usage }) => usage.total)).size).to.be.greaterThan(2);
    for (const { userId, usage } of reports) {
      const user = builtInConfiguration.users.find(({ id }) => id === userId);
      const total = user && 'taskParallelization' in user ? user.taskParallelization.total : 1;
      expect(usage.total, userId).to.be.at.most(total);
    }
  });

  describe('a parked conversation', () => {
    let scheduler: ManualScheduler;
    let simulator: Simulator;
    let recorder: Recorder;
    beforeEach(() => {
      scheduler = new ManualScheduler();
      simulator = createSimulator({ scheduler, scenario: 'quiet' });
      ({ recorder } = connected(simulator));
    });
    const wish = (type: 'session.accept' | 'session.park' | 'session.unpark', sessionId: string): void => {
      void simulator.execute({ type, sessionId, commandId: `${type} ${sessionId}` });
    };
    const transcribed = (): string => {
      for (let tries = 0; tries < dialogues.length; tries += 1) {
        const sessionId = simulator.offer('audio-video') ?? '';
        const session = recorder.state.sessions.get(sessionId);
        if (session?.serviceId === 'cards' && session.direction === 'inbound') return sessionId;
      }
      throw new Error('No call of the card line');
    };

    it('is not transcribed, and goes on after unparking', () => {
      const sessionId = transcribed();
      wish('session.accept', sessionId);
      scheduler.advance(20_000);
      wish('session.park', sessionId);
      scheduler.advance(1000);
      const before = recorder.state.transcripts.get(sessionId)?.length ?? 0;
      scheduler.advance(MINUTE);
      expect(recorder.state.transcripts.get(sessionId)?.length).to.equal(before);
      wish('session.unpark', sessionId);
      scheduler.advance(20_000);
      expect(recorder.state.transcripts.get(sessionId)?.length).to.be.greaterThan(before);
    });

    it('gets messages of a customer who waits, without anything from the agent', () => {
      const sessionId = simulator.offer('im') ?? '';
      wish('session.accept', sessionId);
      scheduler.advance(1500);
      wish('session.park', sessionId);
      scheduler.advance(1000);
      const before = recorder.live.length;
      scheduler.advance(2 * MINUTE);
      const said = recorder.live
        .slice(before)
        .flatMap((event) => (event.type === 'transcript.appended' ? event.segments : []));
      expect(said.length).to.be.greaterThan(0);
      expect(said.every(({ speaker }) => speaker.role === 'customer')).to.equal(true);
      expect(recorder.state.sessions.get(sessionId)?.unread).to.be.at.least(said.length);
    });
  });

  describe('a chat', () => {
    let scheduler: ManualScheduler;
    let simulator: Simulator;
    let recorder: Recorder;
    let sessionId: string;
    beforeEach(() => {
      scheduler = new ManualScheduler();
      simulator = createSimulator({ scheduler, scenario: 'quiet' });
      ({ recorder } = connected(simulator));
      sessionId = simulator.offer('im') ?? '';
      void simulator.execute({ type: 'session.accept', sessionId, commandId: 'accept' });
    });
    const said = (): readonly TranscriptSegment[] => [...(recorder.state.transcripts.get(sessionId) ?? [])];

    it('shows that the customer is writing before each message but the first, and no longer than that', () => {
      scheduler.advance(2 * MINUTE);
      const own = recorder.live.filter((event) => 'sessionId' in event && event.sessionId === sessionId);
      const written = own.flatMap((event) => {
        if (event.type === 'typing.changed') return [event.typing.length > 0 ? 'writes' : 'done'];
        if (event.type !== 'transcript.appended') return [];
        return event.segments.filter(({ speaker }) => speaker.role === 'customer').map(() => 'message');
      });
      const story = written.join(' ').replace(/^message /, '');
      expect(story).to.match(/^(?:writes done message ?){2,}(?:writes)?$/);
    });

    it('says when each message was written', () => {
      scheduler.advance(MINUTE);
      expect(said().length).to.be.greaterThan(1);
      expect(said().every(({ at }) => at !== undefined && at <= scheduler.now())).to.equal(true);
    });

    it('leaves out what the script would answer when the agent has answered', () => {
      const lastRole = (): string | undefined => said().at(-1)?.speaker.role;
      for (let second = 0; second < 120 && lastRole() !== 'customer'; second += 1) scheduler.advance(1000);
      expect(lastRole()).to.equal('customer');
      const before = said().length;
      const wish = { type: 'message.send', sessionId, segmentId: 'own', text: 'I am looking.' } as const;
      void simulator.execute({ ...wish, commandId: 'send' });
      for (let second = 0; second < 120 && said().length < before + 2; second += 1) scheduler.advance(1000);
      expect(
        said()
          .slice(before)
          .map(({ id, speaker }) => (id === 'own' ? 'own' : speaker.role)),
      ).to.deep.equal(['own', 'customer']);
    });
  });
  describe('after a call of the card line', () => {
    let scheduler: ManualScheduler;
    let simulator: Simulator;
    let recorder: Recorder;
    let disconnect: () => void;
    beforeEach(() => {
      scheduler = new ManualScheduler();
      simulator = createSimulator({ scheduler, scenario: 'quiet' });
      ({ recorder, disconnect } = connected(simulator));
    });
    const wish = (type: 'session.accept' | 'session.end' | 'after-call-work.finish', sessionId: string): void => {
      void simulator.execute({ type, sessionId, commandId: `${type} ${sessionId}` });
    };
    /** Talks a call of one customer through, to its end. */
    const talk = (customer: string, ms = 4 * MINUTE): string => {
      for (let tries = 0; tries < dialogues.length; tries += 1) {
        const sessionId = simulator.offer('audio-video') ?? '';
        const { id } = dialogues.find(({ offer }) => offer.customer?.name === customer) ?? {};
        const session = recorder.state.sessions.get(sessionId);
        if (id === undefined || session?.customer?.name !== customer) continue;
        wish('session.accept', sessionId);
        scheduler.advance(ms);
        wish('session.end', sessionId);
        return sessionId;
      }
      throw new Error(`No call with ${customer}`);
    };
    const summaries = (sessionId: string) =>
      recorder.live.flatMap((event) =>
        event.type === 'summary.changed' && event.sessionId === sessionId ? [event.summary] : [],
      );

    it('a summary is written, longer with every version', () => {
      const sessionId = talk('Hanne Riis');
      scheduler.advance(20_000);
      const told = summaries(sessionId);
      expect(told.map(({ status }) => status)).to.deep.equal([
        'pending',
        'streaming',
        'streaming',
        'streaming',
        'ready',
      ]);
      expect(told.map(({ version }) => version)).to.deep.equal([1, 2, 3, 4, 5]);
      const lengths = told.map(({ parts }) => Object.values(parts).join('').length);
      expect(lengths).to.deep.equal(lengths.toSorted((one, other) => one - other));
      expect(new Set(lengths).size).to.equal(lengths.length);
    });

    it('it goes on when after-call work is finished', () => {
      const sessionId = talk('Hanne Riis', MINUTE);
      scheduler.advance(1000);
      wish('after-call-work.finish', sessionId);
      scheduler.advance(20_000);
      expect(recorder.state.sessions.get(sessionId)).to.include({ state: 'ended' });
      expect(recorder.state.sessions.get(sessionId)?.summary?.status).to.equal('ready');
    });

    it('it waits while nobody is connected', () => {
      const sessionId = talk('Hanne Riis', MINUTE);
      disconnect();
      scheduler.advance(20_000);
      expect(summaries(sessionId)).to.deep.equal([]);
      ({ recorder } = connected(simulator));
      expect(recorder.state.sessions.get(sessionId)?.summary?.status).to.equal('ready');
    });

    it('there is none of what was not transcribed, and it says so', () => {
      const sessionId = talk('Lorenzo Bianchi');
      scheduler.advance(20_000);
      const session = recorder.state.sessions.get(sessionId);
      expect(session?.isTranscribable).to.equal(false);
      expect(session?.summary).to.include({ status: 'not-available', reason: 'The call was not transcribed.' });
    });

    it('codes that its service knows are suggested before the end, and none are taken by themselves', () => {
      const sessionId = talk('Hanne Riis');
      const told = recorder.live.filter((event) => 'sessionId' in event && event.sessionId === sessionId);
      const types = told.map(({ type }) => type);
      expect(types.indexOf('codes.suggested')).to.be.within(0, types.indexOf('session.ended'));
      const { suggested, primaryCode } = recorder.state.sessions.get(sessionId) ?? {};
      expect(builtInConfiguration.services[0].extensions.primaryCodes).to.include(suggested?.primaryCode);
      expect(primaryCode).to.equal(undefined);
    });

    it('an outbound call is known to be transcribable once it is connected', () => {
      const sessionId = talk('Ingrid Vang', 5000);
      const told = recorder.live.find(({ type }) => type === 'transcript.eligibility-changed');
      expect(told).to.include({ sessionId, isTranscribable: true });
    });
  });

  it('has calls whose summary fails, and past tasks with a summary of each kind', () => {
    expect(dialogues.some(({ summary }) => summary !== undefined && 'failure' in summary)).to.equal(true);
    const { recorder } = connected(createSimulator({ scheduler: new ManualScheduler(), scenario: 'quiet' }));
    const statuses = [...recorder.state.sessions.values()].flatMap(({ summary }) => summary?.status ?? []);
    expect(statuses.toSorted()).to.deep.equal(['failed', 'ready']);
  });

  it('suggests only codes that the service of the dialogue has', () => {
    for (const { offer, suggested } of dialogues) {
      const service = builtInConfiguration.services.find(({ id }) => id === offer.serviceId);
      const codes = service && 'primaryCodes' in service.extensions ? service.extensions.primaryCodes : [];
      if (suggested?.primaryCode !== undefined) expect(codes).to.include(suggested.primaryCode);
    }
  });
});

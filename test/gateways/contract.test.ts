import { expect } from '@open-wc/testing';
import type { SessionEvent } from '../../src/core/events/session-event.js';
import type { Impediment } from '../../src/core/model/session.js';
import type { Gateway } from '../../src/core/ports/gateway.js';
import type { ContractHarness } from '../../src/gateways/contract/contract.js';
import { gatewayContract } from '../../src/gateways/contract/contract.js';
import { createReplay } from '../../src/gateways/replay/replay.js';
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import { manualSubject } from '../support/manual-subject.js';

const messages = Array.from({ length: 200 }, (_, index) => ({
  text: `Message number ${String(index + 1)} of a long conversation.`,
  speaker: { id: String(index % 2), role: index % 2 === 0 ? ('customer' as const) : ('agent' as const) },
}));
const recordings = ['im', 'audio-video', 'im', 'audio-video'].map((modality, index) => ({
  id: `recording ${String(index)}`,
  modality,
  messages,
}));

const harnesses: Readonly<Record<string, ContractHarness>> = {
  simulator: {
    make: () =>
      manualSubject(
        (scheduler) => createSimulator({ scheduler, scenario: 'quiet' }),
        (simulator, modality) => simulator.offer(modality),
        (simulator) => simulator.queue(),
      ),
  },
  replay: {
    make: () =>
      manualSubject(
        (scheduler) => createReplay({ scheduler, recordings, isOfferedByItself: false }),
        (replay, modality) => replay.offer(modality),
      ),
  },
};

for (const [kind, harness] of Object.entries(harnesses)) {
  describe(`gateway contract: ${kind}`, () => {
    for (const { name, run } of gatewayContract)
      it(name, async () => {
        expect(await run(harness)).to.deep.equal({});
      });
  });
}

describe('gateway contract: gateways that break it', () => {
  /** The simulator, with what it says changed on the way. */
  const changed = (
    change: (events: readonly SessionEvent[], isReplay: boolean) => readonly SessionEvent[],
  ): ContractHarness => ({
    make: () =>
      manualSubject(
        (scheduler) => {
          const inner = createSimulator({ scheduler, scenario: 'quiet' });
          const gateway: Gateway & Pick<typeof inner, 'offer'> = {
            connect: (receiver) =>
              inner.connect({
                facts(events, delivery) {
                  receiver.facts(change(events, delivery === 'replay'), delivery);
                },
                pending: receiver.pending.bind(receiver),
                rejected: receiver.rejected.bind(receiver),
              }),
            execute: inner.execute.bind(inner),
            offer: inner.offer.bind(inner),
          };
          return gateway;
        },
        (gateway, modality) => gateway.offer(modality),
      ),
  });
  const brokenIn = async (harness: ContractHarness): Promise<string[]> => {
    const broken: string[] = [];
    for (const { name, run } of gatewayContract) await run(harness).catch(() => broken.push(name));
    return broken;
  };

  const tables: readonly [string, Parameters<typeof changed>[0], string][] = [
    [
      'without a reset',
      (events) => events.filter(({ type }) => type !== 'workspace.reset'),
      'begins with a workspace.reset, as replay',
    ],
    [
      'without times',
      (events) => events.map((event) => ({ ...event, at: Number.NaN })),
      'gives every fact a finite time',
    ],
    [
      'without causes',
      (events) => events.map(({ causedBy: _, ...event }) => event as SessionEvent),
      'accepting leads to a session in conversation',
    ],
    [
      'without snapshots',
      (events) => events.filter(({ type }) => type !== 'session.snapshot'),
      'catches a late receiver up to what live facts have led to',
    ],
    [
      'that forgets how a presence came about',
      (events, isReplay) =>
        events.map((event) =>
          event.type === 'presence.changed' && isReplay
            ? { type: event.type, at: event.at, userId: event.userId, presence: event.presence }
            : event,
        ),
      'how a presence came about is the same for who connects later',
    ],
    [
      'without offers',
      (events, isReplay) => (isReplay ? events : events.filter(({ type }) => type !== 'session.offered')),
      'introduces every session before the batch ends in which it speaks of it',
    ],
  ];
  for (const [flaw, change, caught] of tables) {
    it(`catches a gateway ${flaw}`, async () => {
      expect(await brokenIn(changed(change))).to.include(caught);
    });
  }

  it('catches a gateway that lets two pick the same', async () => {
    const harness: ContractHarness = {
      make: () =>
        manualSubject(
          (scheduler) => {
            const inner = createSimulator({ scheduler, scenario: 'quiet' });
            const execute: Gateway['execute'] = (command) =>
              command.commandId === 'late pick' ? Promise.resolve({ ok: true }) : inner.execute(command);
            return { ...inner, execute };
          },
          (gateway, modality) => gateway.offer(modality),
          (gateway) => gateway.queue(),
        ),
    };
    expect(await brokenIn(harness)).to.deep.equal([
      'what is picked becomes a session of its id, and waits for nobody else',
    ]);
  });

  describe('whose platform cannot park', () => {
    const park = 'parking and unparking go there and back';
    const subject = (cannot: readonly Impediment[], isRefused: boolean) => () =>
      manualSubject(
        (scheduler) => {
          const inner = createSimulator({ scheduler, scenario: 'quiet' });
          const execute: Gateway['execute'] = (command) =>
            isRefused && command.type === 'session.park'
              ? Promise.resolve({ ok: false, failure: 'not-allowed', reason: 'Chats cannot be parked.' })
              : inner.execute(command);
          const connect: Gateway['connect'] = (receiver) =>
            inner.connect({
              facts(events, delivery) {
                const told = events.map((event) =>
                  event.type === 'session.offered'
                    ? { ...event, offer: { ...event.offer, cannot } }
                    : event.type === 'session.snapshot'
                      ? { ...event, session: { ...event.session, cannot } }
                      : event,
                );
                receiver.facts(told, delivery);
              },
              pending: receiver.pending.bind(receiver),
              rejected: receiver.rejected.bind(receiver),
            });
          return { ...inner, execute, connect };
        },
        (gateway, modality) => gateway.offer(modality),
      );
    const impediment = { command: 'session.park', reason: 'Chats cannot be parked.' };
    const without = ['session.park'] as const;

    it('proves that without the rest, and says so', async () => {
      const make = subject([impediment], true);
      for (const { name, run } of gatewayContract)
        expect(await run({ make, without }), name).to.deep.equal(name === park ? { without: 'session.park' } : {});
    });

    it('is held to it where its harness says nothing', async () => {
      expect(await brokenIn({ make: subject([impediment], true) })).to.include(park);
    });

    for (const [flaw, cannot, isRefused] of [
      ['does not say so beforehand', [], true],
      ['does it all the same', [impediment], false],
    ] as const)
      it(`is caught when it ${flaw}`, async () => {
        expect(await brokenIn({ make: subject(cannot, isRefused), without })).to.deep.equal([park]);
      });
  });

  it('catches a gateway whose replies reject', async () => {
    const harness: ContractHarness = {
      make: () =>
        manualSubject(
          (scheduler) => {
            const inner = createSimulator({ scheduler, scenario: 'quiet' });
            return { ...inner, execute: () => Promise.reject(new Error('no')) };
          },
          (gateway, modality) => gateway.offer(modality),
        ),
    };
    expect(await brokenIn(harness)).to.include('a reply never rejects, whatever is asked for');
  });
});

import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { createSessionStore, selectRoster, selectSession, silentLogger } from '../../../src/index.js';
import { createAmazonConnectGateway } from '../../../src/gateways/amazon-connect/amazon-connect.js';
import { builtInConfiguration } from '../../../src/gateways/in-memory/built-in-configuration.js';
import { connectPage } from '../../support/connect-page.js';
import type { ConnectPage } from '../../support/connect-page.js';

const TYPES = ['voice', 'queue_callback', 'chat', 'task', 'email'] as const;
const IDS = ['one', 'two', 'three', '__proto__'] as const;
const WISHES = [
  'session.accept',
  'session.decline',
  'session.park',
  'session.unpark',
  'session.hold',
  'session.resume',
  'session.end',
  'after-call-work.finish',
] as const;
const OUTSIDE = ['offer', 'miss', 'leave', 'vanish', 'silence', 'lose', 'sleep', 'error'] as const;

const step = fc.record({
  id: fc.constantFrom(...IDS),
  type: fc.constantFrom(...TYPES),
  what: fc.oneof(fc.constantFrom(...WISHES), fc.constantFrom(...OUTSIDE)),
});

/** What the platform says, in the words of the list. */
const STATES: Readonly<Record<string, string>> = {
  ...{ connecting: 'offered', incoming: 'offered', connected: 'active', paused: 'parked', ended: 'after-call-work' },
};

function truthOf({ platform }: ConnectPage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    platform.ids.flatMap((id) => {
      const { state, connections } = platform.contact(id);
      const isHeld = state.type === 'connected' && connections.some((one) => one.state.type === 'hold');
      const shown = isHeld ? 'held' : STATES[state.type];
      return shown === undefined ? [] : [[id, shown]];
    }),
  );
}

const stateIn = ({ platform }: ConnectPage, id: string): string => platform.contact(id).state.type;

/** One thing that happens to a contact from outside, or to what tells of it. */
function happen(page: ConnectPage, what: (typeof OUTSIDE)[number], id: string, type: string): void {
  const { platform } = page;
  const state = platform.ids.includes(id) ? stateIn(page, id) : undefined;
  const isRinging = state === 'connecting' || state === 'incoming';
  switch (what) {
    case 'offer':
      if (state === undefined) platform.offer(id, type);
      break;
    case 'miss':
      if (isRinging) platform.miss(id);
      break;
    case 'leave':
      if (state === 'connected' || state === 'paused' || isRinging) platform.leave(id);
      break;
    case 'error':
      if (state === 'connected') platform.change(id, (one: { state: object }) => (one.state = { type: 'ended' }));
      break;
    case 'vanish':
      platform.vanish(id);
      break;
    case 'silence':
      platform.isSilent = !platform.isSilent;
      break;
    case 'lose':
      platform.tell('agent::websocket_connection_lost');
      break;
    case 'sleep':
      platform.isSilent = true;
      platform.vanish(id);
      platform.offer(id, type);
      platform.isSilent = false;
  }
}

describe('Amazon Connect: any history', () => {
  it('shows what the platform says: 200 of them', async function () {
    this.timeout(240_000);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40 }), async (steps) => {
        const page = await connectPage();
        const gateway = createAmazonConnectGateway({
          connect,
          services: { default: 'orders' },
          configuration: { ...builtInConfiguration, sessionPolicy: 'multi-active' },
        });
        const store = createSessionStore({ gateway, clock: gateway.clock!, logger: silentLogger, newId: () => 'none' });
        for (const [number, { what, id, type }] of steps.entries()) {
          const wish = WISHES.find((own) => own === what);
          if (wish) await gateway.execute({ type: wish, sessionId: id, commandId: `w${String(number)}` });
          else happen(page, what as (typeof OUTSIDE)[number], id, type);
          await page.settle();
        }
        page.platform.isSilent = false;
        page.platform.tell('agent::websocket_connection_gained');
        page.platform.update();
        await page.settle();
        // What has failed or was missed is taken away by then.
        await page.settle();
        const shown = Object.fromEntries(
          IDS.flatMap((id) => {
            const session = store.read(selectSession(id));
            // What has failed after it was talked in stays to be finished; of an offer nothing stays.
            const hasFailed = page.platform.ids.includes(id) && stateIn(page, id) === 'error';
            return session && session.state !== 'ended' && !hasFailed ? [[id, session.state]] : [];
          }),
        );
        store.dispose();
        expect(shown).to.deep.equal(truthOf(page));
      }),
      { numRuns: 200, seed: 13 },
    );
  });

  it('tells 2,000 changes at the speed of the store', async function () {
    this.timeout(60_000);
    const { platform, agent } = await connectPage();
    for (let number = 0; number < 10; number += 1) platform.offer(`c${String(number)}`, 'task');
    let refresh: (() => void) | undefined;
    const gateway = createAmazonConnectGateway({
      services: { default: 'orders' },
      configuration: builtInConfiguration,
      connect: { core: connect.core, agent: () => undefined },
      agent: Object.assign(Object.create(agent) as typeof agent, {
        getContacts: () => contacts,
        onRefresh: (heard: () => void) => ((refresh = heard), { unsubscribe: () => undefined }),
      }),
    });
    let at = 0;
    const contacts = Array.from({ length: 10 }, (_, number) => ({
      getContactId: () => `c${String(number)}`,
      getType: () => 'task',
      getStatus: () => ({ type: (at + number) % 2 === 0 ? 'connected' : 'paused', timestamp: new Date() }),
      getAttributes: () => ({ step: { name: 'step', value: String(at) } }),
      ...Object.fromEntries(
        ['Queue', 'QueueTimestamp', 'InitiationMethod', 'Name', 'Description', 'References', 'SegmentAttributes'].map(
          (name) => [`get${name}`, () => undefined],
        ),
      ),
    })) as never;
    let count = 0;
    const store = createSessionStore({ gateway, clock: gateway.clock!, logger: silentLogger, newId: () => 'none' });
    gateway.connect({ facts: (facts) => (count += facts.length), pending: () => undefined, rejected: () => undefined });
    const before = performance.now();
    for (; at <= 101; at += 1) refresh?.();
    const took = performance.now() - before;
    expect(count).to.be.greaterThan(2000);
    expect(Object.values(store.read(selectRoster)).flat().length).to.equal(10);
    store.dispose();
    // A frame has 16 ms: some hundred snapshots of ten contacts each take less than one frame apiece, on any machine.
    expect(took).to.be.lessThan(1600);
  });
});

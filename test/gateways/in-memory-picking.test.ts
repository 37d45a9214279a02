import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { OpenItem } from '../../src/index.js';
import { SERVICES, USERS, builtInConfiguration } from '../../src/gateways/in-memory/built-in-configuration.js';
import { OpenWork } from '../../src/gateways/in-memory/open-work.js';
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import { BackendFixture } from '../support/backend-fixture.js';
import { ManualScheduler } from '../support/manual-scheduler.js';

const { claims, cards } = SERVICES;
const mail = { serviceId: claims, modality: 'email', direction: 'inbound', subject: 'Hail' } as const;

describe('in-memory backend: what waits to be picked', () => {
  let fixture: BackendFixture;
  beforeEach(() => {
    fixture = new BackendFixture();
  });
  const waiting = async (): Promise<readonly string[]> =>
    (await fixture.backend.openItems({ limit: 100 })).items.map(({ id }) => id);

  it('has what is known of it', async () => {
    fixture.backend.queue('w1', { ...mail, customer: { name: 'Amina' } }, 7);
    expect((await fixture.backend.openItems({ limit: 1 })).items).to.deep.equal([
      { id: 'w1', serviceId: claims, modality: 'email', since: 7, subject: 'Hail', customer: { name: 'Amina' } },
    ]);
  });

  it('comes as an offer that is accepted in the same batch, so that nothing rings', async () => {
    fixture.backend.queue('w1', mail, fixture.backend.agenda.now() - 5000);
    const batches = fixture.recorder.batches.length;
    expect(await fixture.wish({ type: 'work-item.pick', sessionId: 'w1' })).to.deep.equal({ ok: true });
    const [first] = fixture.recorder.batches.slice(batches);
    expect(first?.events.map(({ type, causedBy }) => [type, causedBy])).to.deep.equal([
      ['session.offered', undefined],
      ['session.accepted', 'c1'],
    ]);
    fixture.scheduler.advance(60_000);
    const session = fixture.sessionOf('w1');
    expect(session).to.deep.include({ state: 'active', subject: 'Hail' });
    expect(session?.times.queued).to.equal((session?.times.offered ?? NaN) - 5000);
    expect(await waiting()).to.deep.equal([]);
  });

  it('is refused to the second, and when somebody else has it', async () => {
    fixture.backend.queue('w1', mail);
    fixture.backend.queue('w2', mail);
    expect(fixture.backend.unqueue('w2')).to.equal(true);
    expect(fixture.backend.unqueue('w2')).to.equal(false);
    expect(await fixture.wish({ type: 'work-item.pick', sessionId: 'w1' })).to.deep.equal({ ok: true });
    for (const sessionId of ['w1', 'w2', 'never'])
      expect(await fixture.wish({ type: 'work-item.pick', sessionId })).to.include({
        ok: false,
        failure: 'unknown-session',
      });
  });

  it('is refused while another conversation goes on, and waits on', async () => {
    await fixture.active(cards, 'audio-video');
    fixture.backend.queue('w1', mail);
    const reply = await fixture.wish({ type: 'work-item.pick', sessionId: 'w1' });
    expect(reply).to.include({ ok: false, failure: 'not-allowed' });
    expect(await waiting()).to.deep.equal(['w1']);
  });

  it('is refused where there is no room, in words, and waits on', async () => {
    const users = builtInConfiguration.users.map((user) =>
      user.id === USERS.agent ? { ...user, taskParallelization: { enabled: true, total: 0 } } : user,
    );
    fixture = new BackendFixture({ configuration: { ...builtInConfiguration, users } });
    fixture.backend.queue('w1', mail);
    expect(await fixture.wish({ type: 'work-item.pick', sessionId: 'w1' })).to.deep.equal({
      ok: false,
      failure: 'at-capacity',
      message: 'You have as many tasks as you may have. Close one first.',
    });
    expect(await waiting()).to.deep.equal(['w1']);
  });

  it('can be picked whatever the presence is: nobody offers it', async () => {
    fixture.backend.queue('w1', mail);
    await fixture.wish({ type: 'presence.change', presence: 'away' });
    expect(await fixture.wish({ type: 'work-item.pick', sessionId: 'w1' })).to.deep.equal({ ok: true });
  });

  it('pages follow on one another, whatever goes meanwhile', () => {
    const place = fc.record({ since: fc.integer({ min: 0, max: 5 }), id: fc.string({ minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(
        fc.uniqueArray(place, { selector: ({ id }) => id, maxLength: 20 }),
        fc.integer({ min: 1, max: 7 }),
        fc.func(fc.boolean()),
        (places, limit, goes) => {
          const work = new OpenWork();
          for (const { id, since } of places) work.add(id, mail, since, () => undefined);
          const seen: OpenItem[] = [];
          let after: string | undefined;
          do {
            const page = work.page({ limit, ...(after === undefined ? {} : { after }) });
            expect(page.items.length).to.be.at.most(limit);
            for (const item of page.items) {
              seen.push(item);
              if (goes(item.id)) work.take(item.id);
            }
            after = page.next;
          } while (after !== undefined);
          expect(seen.map(({ id }) => id)).to.have.members(places.map(({ id }) => id));
          expect(seen.every(({ since }, at) => since >= (seen[at - 1]?.since ?? -Infinity))).to.equal(true);
        },
      ),
    );
  });
});

describe('simulator: what waits to be picked', () => {
  it('waits from the start, goes to a colleague in time, and comes again', async () => {
    const scheduler = new ManualScheduler();
    const simulator = createSimulator({ scheduler });
    const end = simulator.connect({ facts: () => undefined, pending: () => undefined, rejected: () => undefined });
    const waiting = async (): Promise<number> => (await simulator.openItems?.({ limit: 100 }))?.items.length ?? NaN;
    expect(await waiting()).to.equal(3);
    scheduler.advance(3 * 60_000);
    expect(await waiting()).to.equal(2);
    scheduler.advance(3 * 60_000);
    expect(await waiting()).to.equal(2);
    end();
  });

  it('nothing waits in a quiet one but what is asked for', async () => {
    const simulator = createSimulator({ scheduler: new ManualScheduler(), scenario: 'quiet' });
    expect((await simulator.openItems?.({ limit: 9 }))?.items).to.deep.equal([]);
    const id = simulator.queue();
    expect((await simulator.openItems?.({ limit: 9 }))?.items.map((item) => item.id)).to.deep.equal([id]);
  });
});

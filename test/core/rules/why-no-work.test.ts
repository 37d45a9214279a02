import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { acceptanceOf } from '../../../src/core/rules/acceptance-of.js';
import { whyNoWork } from '../../../src/core/rules/why-no-work.js';
import type { Standing } from '../../../src/core/rules/why-no-work.js';
import { noUsage, usageReducer } from '../../../src/core/state/usage.js';
import { MODALITIES, SESSION_STATES } from '../../../src/index.js';
import type { Session, UserPresence } from '../../../src/index.js';
import { aConfiguration, aSession, withAgent } from '../../../stories/scenarios/builders.js';

const agent = (settings: Readonly<Record<string, unknown>>): Standing['user'] =>
  aConfiguration(withAgent(settings)).users.get('ana');

const inHand = (...sessions: readonly Partial<Session>[]): Standing['usage'] =>
  sessions
    .map((about, index) => aSession({ id: String(index), ...about }))
    .reduce((usage, session) => usageReducer(usage, undefined, session), noUsage);

const presence = (word: string, about: Partial<UserPresence> = {}): UserPresence => ({
  presence: word,
  since: 1000,
  ...about,
});

const one = agent({ taskParallelization: { enabled: false } });
const many = agent({ taskParallelization: { enabled: true, total: 2, perModality: { im: 1 } } });
const call = { modality: 'audio-video', state: 'active' } as const;
const chat = { modality: 'im', state: 'parked' } as const;
const work = { modality: 'audio-video', state: 'after-call-work' } as const;

describe('why no work comes', () => {
  const table: readonly [string, Standing, Parameters<typeof whyNoWork>[1], string | undefined][] = [
    ['free', { user: one, presence: presence('available'), usage: noUsage }, undefined, undefined],
    ['free, of whom nobody has told', { user: one, usage: noUsage }, undefined, undefined],
    [
      'free, whom the configuration does not know',
      { presence: presence('available'), usage: noUsage },
      undefined,
      undefined,
    ],
    [
      'busy with something of one’s own',
      { user: one, presence: presence('busy'), usage: noUsage },
      undefined,
      undefined,
    ],
    [
      'signed out before all',
      { user: one, presence: presence('offline'), usage: inHand(call) },
      'signed-out',
      'signed-out',
    ],
    ['cut off before all', { user: one, presence: presence('away'), usage: inHand(call, work) }, 'cut-off', 'cut-off'],
    ['offline', { user: one, presence: presence('offline'), usage: inHand(call) }, undefined, 'off-duty'],
    [
      'made offline by a system',
      { user: one, presence: presence('offline', { cause: 'rona' }), usage: noUsage },
      undefined,
      'off-duty',
    ],
    [
      'after a missed offer, before what is in hand',
      { user: one, presence: presence('not-available', { cause: 'rona' }), usage: inHand(call, work) },
      undefined,
      'rona',
    ],
    [
      'after a declined one',
      { user: one, presence: presence('do-not-disturb', { cause: 'declined' }), usage: noUsage },
      undefined,
      'rona',
    ],
    [
      'by another rule of a system',
      { user: one, presence: presence('away', { cause: 'session-start' }), usage: noUsage },
      undefined,
      'presence-rule',
    ],
    [
      'by a rule that only the backend knows',
      { user: one, presence: presence('in-training', { cause: 'schedule' }), usage: noUsage },
      undefined,
      'presence-rule',
    ],
    [
      'made busy by a system, which keeps nothing away',
      { user: many, presence: presence('busy', { cause: 'connected' }), usage: noUsage },
      undefined,
      undefined,
    ],
    ['away by choice', { user: one, presence: presence('away'), usage: inHand(call) }, undefined, 'presence'],
    ['in a call', { user: one, presence: presence('available'), usage: inHand(call) }, undefined, 'session'],
    ['with a parked chat, one task at a time', { user: one, usage: inHand(chat) }, undefined, 'session'],
    ['in a conversation and in after-call work', { user: one, usage: inHand(work, call) }, undefined, 'session'],
    ['in after-call work', { user: one, usage: inHand(work) }, undefined, 'after-call-work'],
    ['in after-call work at the limit', { user: many, usage: inHand(work, chat) }, undefined, 'after-call-work'],
    ['at the limit', { user: many, usage: inHand(call, chat) }, undefined, 'total-limit'],
    ['over the limit', { user: many, usage: inHand(call, chat, chat) }, undefined, 'total-limit'],
    ['at the limit of a kind', { user: many, usage: inHand(chat) }, undefined, 'modality-limit'],
    ['of no kind at all', { user: agent({ modalities: [] }), usage: noUsage }, undefined, 'modality-disabled'],
    ['in a call, several at once', { user: many, usage: inHand(call) }, undefined, undefined],
  ];
  for (const [who, standing, link, reason] of table)
    it(`${who}: ${reason ?? 'nothing stops it'}`, () => {
      expect(whyNoWork(standing, link)?.reason).to.equal(reason);
    });

  it('names the kinds that do not come, and only then', () => {
    const kinds = agent({
      taskParallelization: { enabled: true, total: 9, perModality: { im: 1, email: 1, 'audio-video': 1 } },
    });
    const usage = inHand(chat, { modality: 'email', state: 'active' });
    expect(whyNoWork({ user: kinds, usage }, undefined)).to.deep.equal({
      reason: 'modality-limit',
      modalities: ['im', 'email'],
    });
    expect(whyNoWork({ user: many, usage: inHand(call, chat) }, undefined)).not.to.have.property('modalities');
  });

  it('hands over the presence that it is about, and no other', () => {
    const away = presence('away', { until: 9000 });
    expect(whyNoWork({ user: one, presence: away, usage: noUsage }, undefined)?.presence).to.equal(away);
    expect(
      whyNoWork({ user: one, presence: presence('available'), usage: inHand(call) }, undefined),
    ).not.to.have.property('presence');
    expect(whyNoWork({ user: one, presence: away, usage: noUsage }, 'cut-off')).not.to.have.property('presence');
  });
});

const standings = fc
  .record({
    sessions: fc.array(
      fc.record({ state: fc.constantFrom(...SESSION_STATES), modality: fc.constantFrom<string>(...MODALITIES, 'fax') }),
      { maxLength: 6 },
    ),
    enabled: fc.boolean(),
    total: fc.nat(4),
    im: fc.nat(2),
    email: fc.nat(2),
    modalities: fc.subarray([...MODALITIES]),
    isKnown: fc.boolean(),
    presence: fc.option(
      fc.record(
        {
          presence: fc.constantFrom('available', 'busy', 'away', 'offline', 'not-available', 'in-a-meeting'),
          since: fc.nat(),
          cause: fc.constantFrom('rona', 'declined', 'connected', 'schedule'),
        },
        { requiredKeys: ['presence', 'since'] },
      ),
      { nil: undefined },
    ),
    sessionPolicy: fc.constantFrom('single-active' as const, 'multi-active' as const, undefined),
  })
  .map(({ sessions, enabled, total, im, email, modalities, isKnown, ...rest }): Standing => ({
    ...rest,
    user: isKnown
      ? agent({ modalities, taskParallelization: { enabled, total, perModality: { im, email } } })
      : undefined,
    usage: inHand(...sessions),
  }));

describe('why no work comes, whatever an agent has in hand', () => {
  it('is absent exactly where the rule of acceptance lets a new task in, for every kind that the agent handles', () => {
    fc.assert(
      fc.property(standings, (standing) => {
        const why = whyNoWork(standing, undefined);
        const workload = { ...standing, presence: standing.presence?.presence };
        const handled = standing.user?.modalities ?? MODALITIES;
        for (const modality of handled) {
          const isStopped = why !== undefined && (why.modalities?.includes(modality) ?? true);
          expect(isStopped, modality).to.equal(!acceptanceOf(workload, modality).canAccept);
        }
        if (handled.length === 0) expect(why).not.to.equal(undefined);
      }),
      { numRuns: 400 },
    );
  });

  it('is the connection as long as that is not there, whatever else is', () => {
    fc.assert(
      fc.property(standings, fc.constantFrom('signed-out', 'cut-off'), (standing, link) => {
        expect(whyNoWork(standing, link)).to.deep.equal({ reason: link });
      }),
    );
  });
});

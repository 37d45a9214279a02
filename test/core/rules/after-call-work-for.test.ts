import { expect } from '@open-wc/testing';
import { afterCallWorkFor, extensionOf } from '../../../src/core/rules/after-call-work-for.js';
import { SESSION_STATES } from '../../../src/index.js';
import type { Session } from '../../../src/index.js';
import { aConfiguration, aSession, withCardLine } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';

const isGiven = (
  session: Partial<Session>,
  settings: Readonly<Record<string, unknown>> = {},
  userId?: string,
): boolean => {
  const { services, users } = aConfiguration(withCardLine(settings));
  const { taskParallelization, ...user } = users.get('ana')!;
  const single = { ...user, taskParallelization: { ...taskParallelization, enabled: false } };
  const who = userId === 'parallel' ? users.get('ana') : userId === 'nobody' ? undefined : single;
  return afterCallWorkFor(services.get('card-line'), who, aSession(session), NOW) !== undefined;
};

const STATES_OF_A_CONVERSATION = ['active', 'held', 'parking', 'parked', 'unparking', 'transferring'];

describe('after-call work', () => {
  it('follows only what got as far as a conversation', () => {
    expect(SESSION_STATES.filter((state) => isGiven({ state }))).to.deep.equal(STATES_OF_A_CONVERSATION);
  });

  it('of every modality without task parallelization, of calls that are not parked with it', () => {
    const modalities = ['audio-video', 'im', 'email', 'external'];
    expect(modalities.filter((modality) => isGiven({ modality }))).to.deep.equal(modalities);
    expect(modalities.filter((modality) => isGiven({ modality }, {}, 'parallel'))).to.deep.equal(['audio-video']);
    expect(SESSION_STATES.filter((state) => isGiven({ state }, {}, 'parallel'))).to.deep.equal([
      'active',
      'held',
      'parking',
      'transferring',
    ]);
  });

  it('is not given to a parallel user for a call that is transferred out of its parking', () => {
    expect(isGiven({ state: 'transferring', parkedSince: NOW }, {}, 'parallel')).to.equal(false);
    expect(isGiven({ state: 'transferring', parkedSince: NOW })).to.equal(true);
  });

  const work = (settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
    afterCallWork: { enabled: true, ...settings },
  });
  const table: readonly [string, Readonly<Record<string, unknown>>, boolean][] = [
    ['is switched on', work({}), true],
    ['is switched off', work({ enabled: false }), false],
    ['lasts no time', work({ durationSeconds: 0 }), false],
    ['belongs to a lesser licence', { licence: 'enterprise-routing', ...work({}) }, false],
  ];
  for (const [when, settings, expected] of table) {
    it(`that ${when} is ${expected ? 'given' : 'not given'}`, () => expect(isGiven({}, settings)).to.equal(expected));
  }

  it('is given to a user nobody knows, and never by a service nobody knows', () => {
    expect(isGiven({}, {}, 'nobody')).to.equal(true);
    expect(afterCallWorkFor(undefined, undefined, aSession(), NOW)).to.equal(undefined);
  });

  it('runs from the end for as long as the service says, with its permissions', () => {
    const { services } = aConfiguration(
      withCardLine(work({ durationSeconds: 45, earlyEnd: false, maxExtensionSeconds: 1 })),
    );
    expect(afterCallWorkFor(services.get('card-line'), undefined, aSession(), NOW)).to.deep.equal({
      startedAt: NOW,
      dueAt: NOW + 45_000,
      canFinishEarly: false,
      canExtend: true,
    });
  });

  const extensions: readonly [Readonly<Record<string, unknown>>, number][] = [
    [{ maxExtensionSeconds: 60 }, 60],
    [{ maxExtensionSeconds: 60, extension: true }, 60],
    [{ maxExtensionSeconds: 60, extension: false }, 0],
    [{ extension: true }, 0],
    [{}, 0],
  ];
  for (const [settings, seconds] of extensions)
    it(`${JSON.stringify(settings)} is extended by ${String(seconds)} s`, () => {
      const service = aConfiguration(withCardLine(work(settings))).services.get('card-line');
      expect(extensionOf(service)).to.equal(seconds);
      expect(afterCallWorkFor(service, undefined, aSession(), NOW)?.canExtend).to.equal(seconds > 0);
    });
});

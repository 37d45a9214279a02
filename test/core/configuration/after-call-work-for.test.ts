import { expect } from '@open-wc/testing';
import { afterCallWorkFor } from '../../../src/core/configuration/after-call-work-for.js';
import type { Configuration } from '../../../src/core/configuration/configuration.js';
import { parseConfiguration } from '../../../src/core/configuration/parse-configuration.js';
import type { Session, SessionState } from '../../../src/core/model/session.js';

const ENDED_AT = 1_000_000;

const rule = { enabled: true, durationSeconds: 30 };
const service = (id: string, licence: string, afterCallWork: object): object => ({
  id,
  name: id,
  licence,
  afterCallWork,
});

function configured(): Configuration {
  const parsed = parseConfiguration({
    version: 1,
    tenant: { name: 'Tenant' },
    services: [
      service('on', 'contact-center', rule),
      service('strict', 'contact-center', { ...rule, earlyEnd: false }),
      service('extensible', 'contact-center', { ...rule, maxExtensionSeconds: 60 }),
      service('off', 'contact-center', { ...rule, enabled: false }),
      service('no-time', 'contact-center', { ...rule, durationSeconds: 0 }),
      service('enterprise', 'enterprise-routing', rule),
    ],
    users: [
      { id: 'one-at-a-time', name: 'One' },
      { id: 'parallel', name: 'Many', taskParallelization: { enabled: true, total: 3 } },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.configuration;
}

const session = (modality: string, state: SessionState): Session => ({
  id: 's',
  serviceId: 'on',
  modality,
  direction: 'inbound',
  state,
  since: 0,
  times: {},
  participants: [],
  parameters: [],
  unread: 0,
  tags: [],
  isSelected: false,
});

describe('after-call work of a session that ends', () => {
  const { services, users } = configured();
  const workOf = (
    serviceId: string,
    userId: string,
    modality: string,
    state: SessionState,
  ): ReturnType<typeof afterCallWorkFor> =>
    afterCallWorkFor(services.get(serviceId), users.get(userId), session(modality, state), ENDED_AT);

  const table: readonly [service: string, user: string, modality: string, state: SessionState, expected: boolean][] = [
    // without task parallelization: any modality, parked or not
    ['on', 'one-at-a-time', 'audio-video', 'active', true],
    ['on', 'one-at-a-time', 'im', 'active', true],
    ['on', 'one-at-a-time', 'email', 'active', true],
    ['on', 'one-at-a-time', 'external', 'held', true],
    ['on', 'one-at-a-time', 'carrier-pigeon', 'active', true],
    ['on', 'one-at-a-time', 'audio-video', 'parked', true],
    // with it: only calls that are not parked
    ['on', 'parallel', 'audio-video', 'active', true],
    ['on', 'parallel', 'audio-video', 'held', true],
    ['on', 'parallel', 'audio-video', 'transferring', true],
    ['on', 'parallel', 'audio-video', 'parking', true],
    ['on', 'parallel', 'audio-video', 'parked', false],
    ['on', 'parallel', 'audio-video', 'unparking', false],
    ['on', 'parallel', 'im', 'active', false],
    ['on', 'parallel', 'email', 'active', false],
    ['on', 'parallel', 'external', 'active', false],
    // no conversation, no work after it
    ['on', 'one-at-a-time', 'audio-video', 'offered', false],
    ['on', 'one-at-a-time', 'audio-video', 'accepted', false],
    ['on', 'one-at-a-time', 'audio-video', 'ended', false],
    ['on', 'one-at-a-time', 'audio-video', 'after-call-work', false],
    // the service decides
    ['off', 'one-at-a-time', 'audio-video', 'active', false],
    ['no-time', 'one-at-a-time', 'audio-video', 'active', false],
    ['enterprise', 'one-at-a-time', 'audio-video', 'active', false],
    ['unknown', 'one-at-a-time', 'audio-video', 'active', false],
    // an agent who is not in the configuration works one task at a time
    ['on', 'stranger', 'im', 'active', true],
  ];
  for (const [serviceId, userId, modality, state, expected] of table) {
    it(`${serviceId}, ${userId}, ${modality}, ${state}: ${expected ? 'some' : 'none'}`, () => {
      expect(workOf(serviceId, userId, modality, state) !== undefined).to.equal(expected);
    });
  }

  it('lasts as long as the service says and ends early or is extended if the service allows it', () => {
    const at = (serviceId: string): unknown => workOf(serviceId, 'parallel', 'audio-video', 'active');
    const whole = { startedAt: ENDED_AT, dueAt: ENDED_AT + 30_000, canFinishEarly: true, canExtend: false };
    expect(at('on')).to.deep.equal(whole);
    expect(at('strict')).to.deep.equal({ ...whole, canFinishEarly: false });
    expect(at('extensible')).to.deep.equal({ ...whole, canExtend: true });
  });
});

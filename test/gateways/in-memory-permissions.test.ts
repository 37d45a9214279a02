import { expect } from '@open-wc/testing';
import type { SessionCommand } from '../../src/core/commands/command.js';
import type { Session, SessionState } from '../../src/core/model/session.js';
import { MODALITIES } from '../../src/core/model/modality.js';
import { SESSION_STATES } from '../../src/core/model/session.js';
import { acceptanceOf } from '../../src/core/rules/acceptance-of.js';
import { controlsOfSession, obstacleToWriting } from '../../src/core/rules/permissions.js';
import { noUsage, usageReducer } from '../../src/core/state/usage.js';
import { refusalOf } from '../../src/gateways/in-memory/command-rules.js';
import type { Situation } from '../../src/gateways/in-memory/command-rules.js';
import { aConfiguration, aSession, withAgent } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';

type Control = ReturnType<typeof controlsOfSession>[number];

const CONTROLS: readonly Control[] = [
  'session.accept',
  'session.decline',
  'session.park',
  'session.unpark',
  'session.hold',
  'session.resume',
  'session.transfer',
  'session.end',
  'after-call-work.finish',
  'after-call-work.extend',
];

const states = [...SESSION_STATES, 'unheard-of' as SessionState];
const modalities = [...MODALITIES, 'hologram'];

const situationOf = (sessions: readonly Session[], document?: unknown): Situation => ({
  sessions: new Map(sessions.map((session) => [session.id, session])),
  transcripts: new Map(),
  usage: sessions.reduce((usage, session) => usageReducer(usage, undefined, session), noUsage),
  configuration: aConfiguration(document),
  agentId: 'ana',
  presence: 'available',
  now: NOW,
  hasFile: () => false,
});

const commandFor = (type: Control, sessionId: string): SessionCommand =>
  type === 'session.transfer'
    ? { type, sessionId, commandId: 'c', targetServiceId: 'front-desk' }
    : { type, sessionId, commandId: 'c' };

describe('what the buttons offer is what the engine accepts', () => {
  const works = [
    undefined,
    { startedAt: NOW, canFinishEarly: true, canExtend: false },
    { startedAt: NOW, canFinishEarly: false, canExtend: true },
  ];
  for (const state of states) {
    for (const modality of modalities) {
      it(`${state}, ${modality}`, () => {
        for (const afterCallWork of works) {
          const session = aSession({ state, modality, ...(afterCallWork ? { afterCallWork } : {}) });
          const situation = situationOf([session]);
          const accepted = CONTROLS.filter((type) => !refusalOf(commandFor(type, session.id), situation));
          expect(controlsOfSession(session)).to.have.members(accepted);
        }
      });
    }
  }

  it('in writing, too: in every state and modality, while the channel is open and when it is not', () => {
    const channels = [{}, { closedReason: 'Blocked.' }, { closesAt: NOW }, { closesAt: NOW + 1 }];
    for (const state of states)
      for (const modality of modalities)
        for (const messaging of channels) {
          const session = aSession({ state, modality, messaging });
          const command = {
            type: 'message.send',
            sessionId: session.id,
            commandId: 'c',
            segmentId: 's',
            text: 'Hi',
          } as const;
          const isRefused = refusalOf(command, situationOf([session])) !== undefined;
          expect(isRefused, `${state} ${modality}`).to.equal(obstacleToWriting(session, NOW) !== undefined);
        }
  });
});

describe('who must be parked first is whom the engine refuses for', () => {
  const offer = aSession({ id: 'next', modality: 'im', state: 'offered' });
  const parked = aSession({ id: 'next', modality: 'im', state: 'parked' });
  const tables = [
    ['single-active', withAgent({})],
    ['multi-active', { ...(withAgent({}) as object), sessionPolicy: 'multi-active' }],
    ['single-active without task parallelization', withAgent({ taskParallelization: { enabled: false } })],
    [
      'single-active with one task in all',
      withAgent({ taskParallelization: { enabled: true, total: 1, perModality: {} } }),
    ],
    [
      'single-active with no chat left',
      withAgent({ taskParallelization: { enabled: true, total: 5, perModality: { im: 0 } } }),
    ],
    ['single-active without chats', withAgent({ modalities: ['email'] })],
  ] as const;
  for (const [policy, document] of tables) {
    for (const state of states) {
      it(`${policy}, while another one is ${state}`, () => {
        const other = aSession({ id: 'other', modality: 'email', state });
        const situation = situationOf([other, offer], document);
        const { usage, configuration, presence } = situation;
        const workload = {
          user: configuration?.users.get('ana'),
          sessionPolicy: configuration?.sessionPolicy,
          presence,
          usage,
        };
        const { canAccept, parkFirst } = acceptanceOf(workload, 'im');
        const isAccepted = refusalOf(commandFor('session.accept', 'next'), situation) === undefined;
        expect(isAccepted).to.equal(canAccept && parkFirst === undefined);
        const isUnparked =
          refusalOf(commandFor('session.unpark', 'next'), situationOf([other, parked], document)) === undefined;
        expect(isUnparked).to.equal(parkFirst === undefined);
      });
    }
  }

  it('an agent who is away can take what rings already', () => {
    const situation: Situation = { ...situationOf([offer]), presence: 'away' };
    expect(refusalOf(commandFor('session.accept', 'next'), situation)).to.equal(undefined);
  });

  it('whoever has to be parked first can be, once it has come where it is going', () => {
    for (const state of states) {
      const situation = situationOf([aSession({ id: 'other', state }), offer]);
      const [engaging] = situation.usage.engaging;
      if (engaging === undefined) continue;
      const canPark = refusalOf(commandFor('session.park', engaging), situation) === undefined;
      const isOnItsWay = ['accepted', 'parking', 'transferring', 'unheard-of'].includes(state);
      expect(canPark, state).to.equal(!isOnItsWay);
    }
  });
});

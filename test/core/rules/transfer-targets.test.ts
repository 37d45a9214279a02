import { expect } from '@open-wc/testing';
import { obstacleToAim, transferKindsOf, transferTargets } from '../../../src/core/rules/transfer-targets.js';
import type { Colleague } from '../../../src/core/rules/transfer-targets.js';
import { MODALITIES, PRESENCES } from '../../../src/index.js';
import { aConfiguration, aDocument, aSession, withCardLine } from '../../../stories/scenarios/builders.js';

const everywhere = aConfiguration(withCardLine({ transferTo: ['service', 'agent', 'number'] }));
const directory = (ben?: Colleague, configuration = everywhere) => ({
  configuration,
  agentId: 'ana',
  userOf: (id: string) => (id === 'ben' ? ben : undefined),
});
const chat = aSession({ modality: 'im' });
const obstacleOf = (ben?: Colleague, modality = 'im'): string | undefined =>
  transferTargets(aSession({ modality }), directory(ben)).find(({ id }) => id === 'ben')?.obstacle;
const away = { presence: { presence: 'away' } };

describe('where a session can be transferred to', () => {
  it('is another service, unless its service says more', () => {
    const plain = aConfiguration().services.get('card-line');
    expect(transferKindsOf(chat, plain)).to.deep.equal(['service']);
    expect(transferKindsOf(chat, undefined)).to.deep.equal(['service']);
    expect(transferTargets(chat, directory(undefined, aConfiguration())).map(({ id }) => id)).to.deep.equal([
      'front-desk',
    ]);
  });

  it('a number for calls alone', () => {
    const service = everywhere.services.get('card-line');
    const dialled = [...MODALITIES, 'hologram'].filter((modality) =>
      transferKindsOf({ modality }, service).includes('number'),
    );
    expect(dialled).to.deep.equal(['audio-video']);
  });

  it('nowhere where it is: not its own service, not its own agent', () => {
    const targets = transferTargets(chat, directory());
    expect(targets.map(({ kind, id }) => `${kind} ${id}`)).to.deep.equal(['service front-desk', 'agent ben']);
  });

  it('whoever is away, offline or not to be disturbed cannot take it; of whom nothing is known may', () => {
    const can = [...PRESENCES, 'on-the-moon'].filter(
      (presence) => obstacleOf({ presence: { presence } }) === undefined,
    );
    expect(can).to.deep.equal(['available', 'busy']);
    expect(obstacleOf()).to.equal(undefined);
  });

  it('whoever has as many tasks as may be, of all kinds or of this one, cannot', () => {
    const busy = (total: number, im: number): Colleague => ({ usage: { total, perModality: { im } } });
    expect(obstacleOf(busy(3, 0))).to.equal('total-limit');
    expect(obstacleOf(busy(2, 2))).to.equal(undefined);
    const narrow = aConfiguration({
      ...(withCardLine({ transferTo: ['agent'] }) as object),
      users: [
        ...aDocument.users.slice(0, 1),
        {
          id: 'ben',
          name: 'Ben',
          modalities: ['im'],
          taskParallelization: { enabled: true, total: 9, perModality: { im: 1 } },
        },
      ],
    });
    const of = (modality: string, ben?: Colleague) =>
      transferTargets(aSession({ modality }), directory(ben, narrow))[0]?.obstacle;
    expect(of('im', busy(1, 1))).to.equal('modality-limit');
    expect(of('email')).to.equal('modality-disabled');
  });

  const aims = [
    ['nowhere', {}, 'not-one'],
    ['to two places', { targetServiceId: 'front-desk', targetUserId: 'ben' }, 'not-one'],
    ['to another service', { targetServiceId: 'front-desk' }, undefined],
    ['to its own service', { targetServiceId: 'card-line' }, 'here'],
    ['to no service', { targetServiceId: 'nowhere' }, 'unknown'],
    ['to a service that is called like a person', { targetServiceId: 'ben' }, 'unknown'],
    ['to somebody', { targetUserId: 'ben' }, undefined],
    ['to its own agent', { targetUserId: 'ana' }, 'here'],
    ['to nobody', { targetUserId: 'front-desk' }, 'unknown'],
    ['to a number', { targetNumber: '+4721550100' }, undefined],
    ['to a number without its country', { targetNumber: '21550100' }, 'not-a-number'],
    ['to a prototype', { targetUserId: '__proto__' }, 'unknown'],
  ] as const;
  for (const [where, aim, expected] of aims)
    it(`${where}: ${expected ?? 'goes'}`, () => {
      expect(obstacleToAim(aim, aSession(), directory())).to.equal(expected);
    });

  it('to somebody who is away, or in a way that its service or its kind does not have: does not go', () => {
    expect(obstacleToAim({ targetUserId: 'ben' }, aSession(), directory(away))).to.equal('busy');
    expect(obstacleToAim({ targetNumber: '+4721550100' }, chat, directory())).to.equal('kind');
    const servicesOnly = directory(undefined, aConfiguration());
    expect(obstacleToAim({ targetUserId: 'ben' }, aSession(), servicesOnly)).to.equal('kind');
    expect(obstacleToAim({ targetNumber: '+4721550100' }, aSession(), servicesOnly)).to.equal('kind');
    expect(obstacleToAim({ targetServiceId: 'front-desk' }, aSession(), servicesOnly)).to.equal(undefined);
  });
});

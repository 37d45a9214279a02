import { expect } from '@open-wc/testing';
import { userReducer } from '../../../src/core/state/user-reducer.js';
import type { UserFact } from '../../../src/index.js';

type Presence = Extract<UserFact, { type: 'presence.changed' }>;

const changed = (about: Partial<Presence> = {}): Presence => ({
  type: 'presence.changed',
  at: 5000,
  userId: 'ana',
  presence: 'available',
  ...about,
});

const made = {
  presence: 'not-available',
  reason: 'No answer',
  chosen: 'available',
  cause: 'rona',
  until: 605_000,
  serviceId: 'card-line',
  modality: 'im',
} as const;

describe('the presence of a user', () => {
  it('is what the fact says of it, since then, and nothing of the fact itself', () => {
    expect(userReducer(undefined, changed({ ...made, causedBy: 'c1' }))).to.deep.equal({
      presence: { ...made, since: 5000 },
    });
  });

  it('keeps nothing of how the one before came about', () => {
    const before = userReducer(undefined, changed(made));
    expect(userReducer(before, changed({ at: 9000 }))).to.deep.equal({
      presence: { presence: 'available', since: 9000 },
    });
  });

  it('leaves how busy they are as it is', () => {
    const usage = { total: 1, perModality: { im: 1 } };
    const before = userReducer(undefined, { type: 'usage.reported', at: 1, userId: 'ana', usage });
    expect(userReducer(before, changed()).usage).to.equal(usage);
  });
});

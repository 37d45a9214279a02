import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { idleOf } from '../../../src/core/rules/idle-sessions.js';
import { sessionLimitOf } from '../../../src/core/rules/session-limit.js';
import type { Session } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';

describe('a session limit', () => {
  const rows = [
    { limit: 9, open: 0, is: 'free' },
    { limit: 9, open: 7, is: 'free' },
    { limit: 9, open: 8, is: 'near' },
    { limit: 9, open: 9, is: 'full' },
    // What comes from the queue comes all the same.
    { limit: 9, open: 11, is: 'full' },
    { limit: 2, open: 1, is: 'near' },
    { limit: 1, open: 0, is: 'free' },
    { limit: 1, open: 1, is: 'full' },
  ];
  for (const { limit, open, is } of rows)
    it(`${String(open)} of ${String(limit)}: ${is}`, () => {
      expect(sessionLimitOf(limit, open)).to.deep.equal({ limit, open, is });
    });

  it('none is none', () => {
    expect(sessionLimitOf(undefined, 100)).to.equal(undefined);
  });

  it('is said before it bites: whoever opens one after the other is near before full, from two on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), (limit) => {
        const way = Array.from({ length: limit + 3 }, (_, open) => sessionLimitOf(limit, open)?.is);
        expect(way.indexOf('near')).to.equal(limit - 1);
        expect(way.indexOf('full')).to.equal(limit);
        expect(way.slice(limit).every((is) => is === 'full')).to.equal(true);
      }),
    );
  });
});

describe('idle sessions', () => {
  const parked = (id: string, minutes: number, about: Partial<Session> = {}): Session =>
    aSession({ id, modality: 'im', state: 'parked', since: NOW, parkedSince: NOW - minutes * 60_000, ...about });

  it('are parked, with nothing to read and nothing begun, longest set aside first', () => {
    const sessions = [
      parked('short', 2),
      parked('long', 20),
      parked('unread', 30, { unread: 1 }),
      parked('begun', 30),
      parked('looked-at', 30, { isSelected: true }),
      parked('call', 30, { modality: 'audio-video' }),
      parked('active', 30, { state: 'active' }),
      parked('on-its-way-back', 30, { state: 'unparking' }),
      parked('mail', 10, { modality: 'email' }),
    ];
    expect(idleOf(sessions, (id) => id === 'begun').map(({ id }) => id)).to.deep.equal(['long', 'mail', 'short']);
  });
});

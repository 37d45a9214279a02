import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { RETENTION_MS, recordsOf, valueIn } from '../../../src/core/context-data/service-sessions.js';
import type { HistoricalRecord, ServiceSession } from '../../../src/core/context-data/service-sessions.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';

const DAY = 24 * 60 * 60 * 1000;
const session = (serviceId: string, isStoring: boolean, changes: Record<string, string>): ServiceSession => ({
  serviceId,
  isStoring,
  endedAt: NOW,
  changes: new Map(Object.entries(changes)),
});

/** One line of a record: the value, `unused` or `gone`. */
const shown = (record: HistoricalRecord | undefined, name: string, now = NOW + DAY): string => {
  const parameter = valueIn(record!, name, now);
  return parameter.state === 'value' ? parameter.value : parameter.state === 'empty' ? 'unused' : 'gone';
};

describe('context data of a task that goes from service to service', () => {
  describe('the documented example: the second of three services does not store', () => {
    const [first, second, third] = recordsOf(
      [
        session('hotline', true, { Language: 'Romansh', Ticket: 'T-17' }),
        session('branch', false, { Salutation: 'Ms', Ticket: 'T-80' }),
        session('experts', true, {}),
      ],
      'Rosa Brunner',
    );
    const table = [
      { name: 'Language', hotline: 'Romansh', branch: 'gone', experts: 'Romansh' },
      { name: 'Salutation', hotline: 'unused', branch: 'gone', experts: 'Ms' },
      { name: 'Ticket', hotline: 'T-17', branch: 'gone', experts: 'T-80' },
    ];
    for (const { name, hotline, branch, experts } of table) {
      it(`${name}: ${hotline}, ${branch}, ${experts}`, () => {
        expect([first, second, third].map((record) => shown(record, name))).to.deep.equal([hotline, branch, experts]);
      });
    }

    it('the name from the directory is in all three', () => {
      expect([first, second, third].map((record) => record?.customerName)).to.deep.equal(Array(3).fill('Rosa Brunner'));
    });

    it('is gone thirty days after the end, and not a moment before', () => {
      expect(RETENTION_MS).to.equal(30 * DAY);
      expect(shown(third, 'Ticket', NOW + 30 * DAY - 1)).to.equal('T-80');
      expect(shown(third, 'Ticket', NOW + 30 * DAY)).to.equal('gone');
      expect(third?.customerName).to.equal('Rosa Brunner');
    });
  });

  it('never stores the data of the agent who handled it', () => {
    const [record] = recordsOf([session('hotline', true, { 'User.DisplayName': 'Ana Sommer', Ticket: 'T-1' })]);
    expect([...record!.values.keys()]).to.deep.equal(['Ticket']);
    expect(shown(record, 'User.DisplayName')).to.equal('gone');
  });

  describe('of any chain', () => {
    const names = fc.constantFrom('Ticket', 'Language', '__proto__', 'constructor', '', 'User.Id');
    const sessions = fc.array(
      fc.record({
        serviceId: fc.constantFrom('a', 'b', 'c'),
        isStoring: fc.boolean(),
        endedAt: fc.integer({ min: 0, max: 1000 }),
        changes: fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }).map((entries) => new Map(entries)),
      }),
      { maxLength: 6 },
    );
    /** What was live when the nth session ended. */
    const liveAt = (chain: readonly ServiceSession[], index: number): ReadonlyMap<string, string> =>
      new Map(chain.slice(0, index + 1).flatMap(({ changes }) => [...changes]));

    it('a record holds exactly what was live at its end, apart from the agent’s data', () => {
      fc.assert(
        fc.property(sessions, (chain) => {
          recordsOf(chain).forEach(({ record, values }, index) => {
            if (!record.isStored) return;
            const live = [...liveAt(chain, index)].filter(([name]) => !name.startsWith('User.'));
            expect([...values].sort()).to.deep.equal(live.sort());
            expect(record.until).to.equal(chain[index]!.endedAt + RETENTION_MS);
          });
        }),
      );
    });

    it('without storage nothing is left but the name', () => {
      fc.assert(
        fc.property(sessions, names, (chain, name) => {
          recordsOf(chain, 'Rosa Brunner').forEach((own, index) => {
            if (chain[index]!.isStoring) return;
            expect(own.values.size).to.equal(0);
            expect(valueIn(own, name, 0).state).to.equal('not-available');
            expect(own.customerName).to.equal('Rosa Brunner');
          });
        }),
      );
    });

    it('later records know every name that earlier ones know', () => {
      fc.assert(
        fc.property(sessions, (chain) => {
          const stored = recordsOf(chain).filter(({ record }) => record.isStored);
          stored.forEach(({ values }, index) => {
            for (const later of stored.slice(index + 1))
              expect([...later.values.keys()]).to.include.members([...values.keys()]);
          });
        }),
      );
    });

    it('whether one service stores changes the record of no other', () => {
      fc.assert(
        fc.property(sessions, fc.nat(5), (chain, at) => {
          const turned = chain.map((own, index) => (index === at ? { ...own, isStoring: !own.isStoring } : own));
          const others = (records: readonly HistoricalRecord[]) => records.filter((_, index) => index !== at);
          expect(others(recordsOf(turned))).to.deep.equal(others(recordsOf(chain)));
        }),
      );
    });
  });
});

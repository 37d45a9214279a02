import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { contextTarget } from '../../../src/core/fields/context-items.js';
import { openedRecord, readOpenedRecord, recordsIn } from '../../../src/core/fields/opened-record.js';
import { isRecordSession, recordSessionId } from '../../../src/core/rules/records.js';
import type { RecordToOpen, Session } from '../../../src/index.js';
import { aConfiguration, aSession } from '../../../stories/scenarios/builders.js';
import { aCallAboutACase, theCase, theContact, withRecords } from '../../../stories/scenarios/records.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';

const configuration = aConfiguration(withRecords());
const sessionOf = (record: RecordToOpen): Session => ({
  ...openedRecord(record, configuration.records.get(record.kind), NOW),
  id: recordSessionId(record),
});
const recordsOf = (session: Session) => recordsIn({ session, configuration, agentId: 'ana' });

describe('the session of a record', () => {
  it('is named by kind and id, whatever these hold, and by nothing else', () => {
    const names = fc.tuple(fc.string(), fc.string(), fc.constantFrom('', 'house'));
    fc.assert(
      fc.property(names, names, (one, other) => {
        const idOf = ([kind, recordId, source]: readonly [string, string, string]): string =>
          recordSessionId({ kind, recordId, title: 'x', ...(source && { source }) });
        expect(idOf(one) === idOf(other)).to.equal(JSON.stringify(one) === JSON.stringify(other));
        expect(isRecordSession(idOf(one))).to.equal(true);
        expect(idOf(one).startsWith(one[2] && `${one[2]}/`)).to.equal(true);
      }),
    );
  });

  for (const id of ['', 'call-1', 'house/call-1', 'record', 'a record:["case"]'])
    it(`is not "${id}"`, () => {
      expect(isRecordSession(id)).to.equal(false);
    });

  it('has no conversation and stands in no state of a backend', () => {
    expect(sessionOf(theCase)).to.include({
      serviceId: 'case',
      modality: 'record',
      state: 'opened',
      direction: 'none',
      since: NOW,
      title: 'Card blocked abroad',
      unread: 0,
    });
  });

  const addresses: readonly (readonly [string, RecordToOpen, string, string])[] = [
    ['a parameter', theCase, 'case-page', 'https://crm.example/cases/4711'],
    ['a system field', theContact, 'record', 'https://crm.example/customers/C-1'],
    ['what its customer is', theCase, 'record', 'https://crm.example/customers/C-1'],
    [
      'an id that tries to be more',
      { ...theCase, recordId: '1?x=1#y' },
      'case-page',
      'https://crm.example/cases/1%3Fx%3D1%23y',
    ],
  ];
  for (const [what, record, itemId, url] of addresses)
    it(`leads to its page by ${what}`, () => {
      const item = configuration.contextItems.get(itemId);
      const source = { session: sessionOf(record), configuration, agentId: 'ana' };
      expect(item && contextTarget(item, source, 'frame')).to.deep.equal({ kind: 'ready', url });
    });

  it('waits for nothing that was not said of it', () => {
    const item = configuration.contextItems.get('contract');
    const source = { session: sessionOf(theCase), configuration, agentId: 'ana' };
    expect(item && contextTarget(item, source, 'link')).to.deep.equal({ kind: 'missing', names: ['Contract'] });
  });

  it('is read as it was stored', () => {
    for (const record of [theCase, theContact, { ...theCase, source: 'house' }]) {
      const value = openedRecord(record, configuration.records.get(record.kind), NOW);
      expect(readOpenedRecord(JSON.parse(JSON.stringify(value)))).to.deep.equal(value);
    }
  });

  it('is read as nothing, or whole, from whatever was stored', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            serviceId: fc.string(),
            title: fc.string(),
            since: fc.nat(),
            parameters: fc.jsonValue(),
            customer: fc.jsonValue(),
          }),
        ),
        (stored) => {
          const read = readOpenedRecord(stored);
          if (read) {
            expect(read.state).to.equal('opened');
            for (const own of read.parameters) expect(own.state === 'value' && own.value).to.be.a('string');
          }
        },
      ),
    );
  });
});

describe('the records that a session leads to', () => {
  it('are those whose id it has, in the order of the configuration, with what is known of them', () => {
    expect(recordsOf(aCallAboutACase).map(({ kind, recordId, title }) => [kind, recordId, title])).to.deep.equal([
      ['contact', 'C-1', 'Nora Feld'],
      ['case', '4711', 'Card blocked abroad'],
    ]);
    expect(recordsOf(aCallAboutACase)[1]).to.deep.include({
      customer: aCallAboutACase.customer,
      parameters: { caseId: '4711', caseTitle: 'Card blocked abroad', Priority: 'High' },
    });
  });

  it('are none where it has none of the ids, or not yet', () => {
    expect(recordsOf(aSession())).to.deep.equal([]);
    expect(recordsOf(aSession({ parameters: [{ name: 'caseId', state: 'pending' }] }))).to.deep.equal([]);
  });

  it('are called by kind and id where they have no title', () => {
    const session = aSession({ parameters: [{ name: 'caseId', state: 'value', value: '12' }] });
    expect(recordsOf(session).map(({ title }) => title)).to.deep.equal(['Case 12']);
  });

  it('are others than the record itself', () => {
    expect(recordsOf(sessionOf(theCase)).map(({ kind }) => kind)).to.deep.equal(['contact']);
    expect(recordsOf(sessionOf(theContact))).to.deep.equal([]);
  });
});

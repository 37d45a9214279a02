import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { contextAt } from '../../../src/core/context-data/kept-context.js';
import { sessionReducer } from '../../../src/core/state/session-reducer.js';
import type { Session, SessionFact } from '../../../src/index.js';
import { anEndedSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { FACTS } from '../../support/session-facts.js';
import type { FactOnSession } from '../../support/session-facts.js';

const known = anEndedSession({
  id: 'call-1',
  customer: { id: 'K-9', name: 'Rosa Brunner', company: 'Brunner Bakeries', email: 'rosa@brunner.example' },
  notes: { text: 'Is afraid of dogs.', version: 4, by: 'ana' },
  parameters: [
    { name: 'Ticket', state: 'value', value: 'T-17' },
    { name: 'Branch', state: 'not-available', reason: 'The CRM did not answer.' },
    { name: '__proto__', state: 'pending' },
  ],
});
const recorded = (contextRecord: Session['contextRecord']): SessionFact => ({
  type: 'context.recorded',
  sessionId: 'call-1',
  at: NOW,
  contextRecord: contextRecord!,
});
const forgotten = sessionReducer(known, recorded({ isStored: false, reason: 'Not stored here.' }))!;

/** What nobody may read any more. */
const SECRETS = ['T-17', 'Brunner Bakeries', 'rosa@brunner.example', 'B-71', 'afraid of dogs', 'back**'];
const secretsIn = (session: Session | undefined): string[] =>
  SECRETS.filter((secret) => session !== undefined && JSON.stringify(session).includes(secret));

describe('a session whose context data was not kept', () => {
  it('knows who the customer is, and why the rest is not available', () => {
    expect(forgotten.customer).to.deep.equal({ id: 'K-9', name: 'Rosa Brunner' });
    expect(forgotten.parameters).to.deep.equal([
      { name: 'Ticket', state: 'not-available', reason: 'Not stored here.' },
      { name: 'Branch', state: 'not-available', reason: 'The CRM did not answer.' },
      { name: '__proto__', state: 'not-available', reason: 'Not stored here.' },
    ]);
    expect(forgotten.caller).to.deep.equal(known.caller);
    expect(forgotten).to.not.have.property('notes');
  });

  it('does not learn it again from what comes late', () => {
    const late = Object.values(FACTS).filter(({ type }) => type !== 'context.recorded' && type !== 'session.snapshot');
    fc.assert(
      fc.property(fc.array(fc.constantFrom<FactOnSession>(...late), { maxLength: 6 }), (facts) => {
        // Once it is gone it is gone: what is offered under its id after that is another session.
        const after = facts.reduce<Session | undefined>(
          (session, fact) => session && sessionReducer(session, fact),
          forgotten,
        );
        expect(secretsIn(after)).to.deep.equal([]);
      }),
    );
  });

  it('comes without it in a snapshot, whatever the backend still puts in', () => {
    const session: Session = { ...known, contextRecord: { isStored: false } };
    const after = sessionReducer(undefined, { type: 'session.snapshot', at: NOW, session });
    expect(secretsIn(after)).to.deep.equal([]);
    expect(after?.customer?.name).to.equal('Rosa Brunner');
    expect(after?.parameters[0]).to.deep.equal({ name: 'Ticket', state: 'not-available' });
  });
});

describe('a session whose context data was kept', () => {
  const until = NOW + 1000;
  const kept = sessionReducer(known, recorded({ isStored: true, until }))!;

  it('keeps everything until its time is up', () => {
    expect({ ...kept, contextRecord: undefined }).to.deep.equal({ ...known, contextRecord: undefined });
    expect(contextAt(kept, until - 1)).to.equal(kept);
    expect(secretsIn(contextAt(kept, until))).to.deep.equal([]);
    expect(contextAt(kept, until).customer?.name).to.equal('Rosa Brunner');
  });

  it('without a time, for good; and before any record, as it is', () => {
    const forGood = sessionReducer(known, recorded({ isStored: true }))!;
    expect(contextAt(forGood, NOW + 1e12)).to.equal(forGood);
    expect(contextAt(known, NOW + 1e12)).to.equal(known);
  });
});

import { expect } from '@open-wc/testing';
import type {
  AgentWish,
  CodesChange,
  Parameter,
  Selector,
  selectSession,
  Session,
  SessionEvent,
} from '../../src/index.js';

/** Assignable both ways, with nothing distributed. */
type Same<A, B> = [A, B] extends [B, A] ? true : false;

/** The compiler judges these; running them only shows that it did. */
describe('the types of the public API', () => {
  it('tell facts and wishes by their type', () => {
    type Parked = Extract<SessionEvent, { type: 'presence.changed' }>;
    const hasUser: Same<Parked['userId'], string> = true;
    const onSession: Same<Extract<AgentWish, { type: 'session.transfer' }>['sessionId'], string> = true;
    // @ts-expect-error a fact has a time
    const timeless: SessionEvent = { type: 'session.removed', sessionId: 'a' };
    // @ts-expect-error wishes are no facts: past tense and present tense do not mix
    const mixed: AgentWish = { type: 'session.parked', sessionId: 'a' };
    expect([hasUser, onSession, timeless.type, mixed.type]).to.deep.equal([
      true,
      true,
      'session.removed',
      'session.parked',
    ]);
  });

  it('give a parameter a value only where it has one', () => {
    // @ts-expect-error a pending parameter has no value
    const early: Parameter = { name: 'Contract', state: 'pending', value: 'B-71' };
    // @ts-expect-error a parameter that is here has one
    const late: Parameter = { name: 'Contract', state: 'value' };
    expect([early.state, late.state]).to.deep.equal(['pending', 'value']);
  });

  it('keep records read-only and selectors exact', () => {
    const isExact: Same<ReturnType<typeof selectSession>, Selector<Session | undefined>> = true;
    const rename = (session: Session): void => {
      // @ts-expect-error a record is replaced, never changed
      session.subject = 'Another';
    };
    expect([isExact, rename.length]).to.deep.equal([true, 1]);
  });

  it('give listeners what each public event carries, on elements and on the page', () => {
    type Heard<N extends keyof HTMLElementEventMap> = HTMLElementEventMap[N];
    const codes: Same<Heard<'codes-change'>, CustomEvent<CodesChange>> = true;
    const sameAfter: Same<Heard<'codes-changed'>, Heard<'codes-change'>> = true;
    const isOnPage: Same<DocumentEventMap['session-parked'], Heard<'session-parked'>> = true;
    const target: Same<Heard<'session-transfer'>['detail']['targetServiceId'], string | undefined> = true;
    const isListened: Same<Parameters<typeof listen>[0], CustomEvent<{ readonly presence: string }>> = true;
    const listen = (event: Heard<'presence-change'>): string => event.detail.presence;
    document.createElement('div').addEventListener('presence-change', listen);
    // @ts-expect-error a presence belongs to the agent, not to a session
    document.createElement('div').addEventListener('session-park', listen);
    // @ts-expect-error no event has this name
    const misspelt: keyof HTMLElementEventMap = 'session-park-me';
    expect([codes, sameAfter, isOnPage, target, isListened]).to.not.include(false);
    expect(misspelt).to.equal('session-park-me');
  });

  it('take words nobody knows yet for modality and result', () => {
    const future: Pick<Session, 'modality' | 'result'> = { modality: 'hologram', result: 'beamed-up' };
    expect(future.modality).to.equal('hologram');
  });
});

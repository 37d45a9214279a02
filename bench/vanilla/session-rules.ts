/** What the facts of the benchmark do to one session, by hand. */
import type { Session, SessionEvent, SessionState } from '../../src/index.js';

/** A session; what is optional may also be undefined, which spares taking keys out. */
export type Row = Omit<Session, 'failure' | 'parkedSince'> & {
  readonly failure?: Session['failure'] | undefined;
  readonly parkedSince?: number | undefined;
};

export const takesSlot = (state: SessionState): boolean => state !== 'offered' && state !== 'ended';

export const engagesAgent = (state: SessionState): boolean =>
  takesSlot(state) && state !== 'after-call-work' && state !== 'parked';

const isTalking = (state: SessionState): boolean =>
  state === 'active' || state === 'accepted' || state === 'held' || state === 'parking' || state === 'transferring';

const enter = (row: Row, state: SessionState, at: number): Row => ({ ...row, state, since: at, failure: undefined });

/** The next record; the same one when the fact does not fit its state. */
export function nextRow(row: Row | undefined, fact: SessionEvent): Row | undefined {
  if (fact.type === 'session.offered') {
    return (
      row ?? {
        ...fact.offer,
        id: fact.sessionId,
        state: 'offered',
        since: fact.at,
        times: { offered: fact.at },
        participants: [],
        parameters: [],
        tags: [],
        unread: 0,
        isSelected: false,
      }
    );
  }
  if (!row) return row;
  const { state } = row;
  switch (fact.type) {
    case 'session.accepted':
      if (state !== 'offered') return row;
      return { ...enter(row, 'accepted', fact.at), times: { ...row.times, accepted: fact.at } };
    case 'session.connected':
      if (state !== 'offered' && state !== 'accepted') return row;
      return { ...enter(row, 'active', fact.at), times: { ...row.times, connected: fact.at } };
    case 'session.ended':
      if (state === 'ended') return row;
      return { ...enter(row, 'ended', fact.at), parkedSince: undefined, times: { ...row.times, ended: fact.at } };
    case 'session.removed':
      return undefined;
    case 'session.selected':
      if (row.isSelected) return row;
      return { ...row, isSelected: true, unread: 0, ...(row.unread > 0 && { seen: true as const }) };
    case 'session.parking':
      return isTalking(state) ? enter(row, 'parking', fact.at) : row;
    case 'session.parked':
      return isTalking(state) ? { ...enter(row, 'parked', fact.at), parkedSince: fact.at } : row;
    case 'session.unparking':
      return state === 'parked' ? enter(row, 'unparking', fact.at) : row;
    case 'session.unparked':
      if (state !== 'parked' && state !== 'unparking') return row;
      return { ...enter(row, 'active', fact.at), parkedSince: undefined };
    case 'parameters.changed': {
      const parameters = row.parameters.slice();
      for (const parameter of fact.parameters) {
        const at = parameters.findIndex(({ name }) => name === parameter.name);
        if (at < 0) parameters.push(parameter);
        else parameters[at] = parameter;
      }
      return { ...row, parameters };
    }
    case 'sentiment.changed':
      return row.sentiment === fact.sentiment ? row : { ...row, sentiment: fact.sentiment };
    case 'customer.identified':
      return { ...row, customer: { ...row.customer, ...fact.customer } };
    case 'tags.changed':
      return { ...row, tags: [...new Set(fact.tags)] };
    case 'codes.chosen':
      return !fact.primary || fact.primary === row.primaryCode ? row : { ...row, primaryCode: fact.primary };
    default:
      return row;
  }
}

import type { Session } from '../model/session.js';

/** From when the time of a state counts, in ms: a customer who is taken up again has waited since the parking. */
export const countsSince = ({ state, since, parkedSince }: Pick<Session, 'state' | 'since' | 'parkedSince'>): number =>
  state === 'unparking' ? (parkedSince ?? since) : since;

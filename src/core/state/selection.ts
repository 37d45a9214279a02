import type { Session } from '../model/session.js';

/**
 * What is looked at: Home, an offer, or a session and a tab of it. An offer that is accepted becomes the session; one
 * that came to nothing stays an offer for who saw it ring.
 */
export type Selection =
  | { readonly kind: 'home'; readonly sessionId?: never; readonly tab?: never }
  | { readonly kind: 'session'; readonly sessionId: string; readonly tab?: string | undefined }
  | { readonly kind: 'offer'; readonly sessionId: string; readonly tab?: never };

export const HOME: Selection = { kind: 'home' };

/** Whether an offer was declined, missed or withdrawn. */
export const isDeadOffer = ({ state, times }: Session): boolean => state === 'ended' && times.accepted === undefined;

/** What somebody looks at who looks at this session; `before` is what was looked at. */
export function selectionOf(session: Session, before: Selection | undefined): Selection {
  const { id: sessionId, state } = session;
  const same = before?.sessionId === sessionId ? before : undefined;
  const kind = state === 'offered' || (same?.kind === 'offer' && isDeadOffer(session)) ? 'offer' : 'session';
  return same?.kind === kind ? same : { kind, sessionId };
}

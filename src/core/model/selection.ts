/**
 * What is looked at: Home, an offer, or a session and a tab of it. An offer that is accepted becomes the session; one
 * that came to nothing stays an offer for who saw it ring.
 */
export type Selection =
  | { readonly kind: 'home'; readonly sessionId?: never; readonly tab?: never }
  | { readonly kind: 'session'; readonly sessionId: string; readonly tab?: string | undefined }
  | { readonly kind: 'offer'; readonly sessionId: string; readonly tab?: never };

export const HOME: Selection = { kind: 'home' };

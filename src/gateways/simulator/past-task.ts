import type { OfferOutcome, Session } from '../../core/model/session.js';
import type { Line } from '../in-memory/dialogue.js';

/** A session that is over, told from its end; times as distances. */
export interface PastTask extends Pick<
  Session,
  | 'serviceId'
  | 'modality'
  | 'direction'
  | 'caller'
  | 'customer'
  | 'visitorLabel'
  | 'subject'
  | 'email'
  | 'externalTask'
  | 'transferTarget'
  | 'sentiment'
  | 'result'
  | 'summary'
  | 'notes'
> {
  readonly endedMinutesAgo: number;
  /** Absent when it never came to a conversation. */
  readonly lastedSeconds?: number;
  readonly rangSeconds?: number;
  readonly outcome?: OfferOutcome;
  readonly codes?: readonly [primary?: string, secondary?: string];
  readonly tags?: readonly string[];
  readonly parameters?: Session['parameters'];
  readonly lines?: readonly Line[];
}

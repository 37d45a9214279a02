import type { Session } from '../../core/model/session.js';
import type { Part } from './participants.js';

/** A session as the platform knows it. */
export interface Known {
  readonly conversationId: string;
  readonly participantId: string;
  readonly part: Part;
}

/** A session as the platform is asked about it. */
export interface Subject extends Known {
  readonly record: Session;
}

import type { ContextRecord } from './context-data.js';
import type { EmailMessage } from './email.js';
import type { Messaging } from './messaging.js';
import type { Modality } from './modality.js';
import type { Parameter } from './parameter.js';
import type { Caller, Customer, Participant } from './participant.js';
import type { Sentiment } from './sentiment.js';
import type { SessionNotes } from './session-notes.js';
import type { SessionSummary } from './session-summary.js';
import type { SuggestedDisposition } from './suggested-disposition.js';
import type { TaskResult } from './task-result.js';

/**
 * The life of a session. Parking and unparking are states of their own because they take time and can fail: unparking
 * a call waits until the agent has answered the invitation of the telephony client.
 */
export const SESSION_STATES = [
  'offered',
  'accepted',
  'active',
  'held',
  'parking',
  'parked',
  'unparking',
  'transferring',
  'after-call-work',
  'ended',
] as const;

export type SessionState = (typeof SESSION_STATES)[number];

/** Whether somebody called the agent or the agent somebody; any other word a backend sends is shown as it is. */
export type Direction = 'inbound' | 'outbound' | 'none' | (string & {});

/**
 * How an offer ended for this agent:
 *
 * - `accepted`, `declined`: as the agent answered it;
 * - `missed`: it was not answered in time (Nimbus: RONA, redirect on no answer);
 * - `cancelled`: the other side, or the system that it came from, withdrew it;
 * - `taken`: somebody else has it;
 * - `assigned`: the system accepted it for the agent, who was not asked.
 */
export const OFFER_OUTCOMES = ['accepted', 'declined', 'missed', 'cancelled', 'taken', 'assigned'] as const;

export type KnownOfferOutcome = (typeof OFFER_OUTCOMES)[number];

/** A known outcome, or any other word a backend sends: shown as it is. */
export type OfferOutcome = KnownOfferOutcome | (string & {});

/** What could not be done, and why, in words for the agent. */
export interface SessionFailure {
  readonly action: 'park' | 'unpark' | 'transfer';
  readonly reason: string;
  readonly at: number;
}

export interface AfterCallWork {
  readonly startedAt: number;
  /** When it ends by itself; without it, it lasts until the agent finishes it. */
  readonly dueAt?: number;
  readonly canFinishEarly: boolean;
  readonly canExtend: boolean;
  /** Whether it is its extension that runs, of which there is one. */
  readonly isExtended?: boolean;
}

/** What cannot be done with a session now, though its state allows it. */
export interface Impediment {
  /** The wish, such as `session.transfer`; one that nobody here knows impedes nothing. */
  readonly command: string;
  /** Why, in words for the agent. */
  readonly reason: string;
}

/** Moments in the life of the task, server time in ms since the epoch. */
export interface SessionTimes {
  readonly queued?: number;
  readonly offered?: number;
  readonly accepted?: number;
  readonly connected?: number;
  readonly ended?: number;
}

/** A task of a foreign system, besides its subject and parameters. */
export interface ExternalTask {
  readonly description?: string;
  /** Where the foreign system shows it. */
  readonly url?: string;
}

/** One handled task: the unit of the agent's list. */
export interface Session {
  readonly id: string;
  /** Which of several gateways tells of it; absent for the only one. */
  readonly source?: string;
  readonly serviceId: string;
  readonly modality: Modality;
  readonly direction: Direction;
  readonly state: SessionState;
  /** When the present state began. */
  readonly since: number;
  /** When the session was first set aside in the present stretch; what "longest parked first" compares. */
  readonly parkedSince?: number;
  /**
   * While it is being parked or transferred out of a conversation: the state that it comes back to when that fails, and
   * since when it was in it. Absent where a backend's snapshot does not say.
   */
  readonly before?: { readonly state: SessionState; readonly since: number };
  readonly times: SessionTimes;
  /** When an offer is withdrawn (ring time), while it is offered. */
  readonly offerExpiresAt?: number;
  readonly offerOutcome?: OfferOutcome;
  readonly caller?: Caller;
  readonly customer?: Customer;
  /** The name shown for unidentified customers, such as "Visitor 7"; numbered by the backend. */
  readonly visitorLabel?: string;
  /** Subject of a mail, title of a case or external task. */
  readonly subject?: string;
  readonly participants: readonly Participant[];
  readonly parameters: readonly Parameter[];
  /** Target of a transfer, while it is running or after it succeeded. */
  readonly transferTarget?: string;
  readonly result?: TaskResult;
  readonly afterCallWork?: AfterCallWork;
  readonly failure?: SessionFailure;
  /** What its platform does not do now, and why. Empty or absent: all that the state of the session allows. */
  readonly cannot?: readonly Impediment[];
  /** Given to the agent over all limits and during after-call work, such as by a supervisor: it can be accepted. */
  readonly isForced?: boolean;
  /** Customer messages that came while the agent looked elsewhere. */
  readonly unread: number;
  /** Messages of the customer were looked at here of which the backend has not said that they are read. Local. */
  readonly seen?: true;
  readonly sentiment?: Sentiment;
  readonly primaryCode?: string;
  readonly secondaryCode?: string;
  readonly tags: readonly string[];
  /** Whether this is the session the agent looks at. Local to this workspace. */
  readonly isSelected: boolean;
  /** While it is selected: its conversation is out of sight, behind another tab of it or with the whole page. Local. */
  readonly isCovered?: true;
  /** Why there is no transcript, when the backend says that there will be none. */
  readonly transcriptUnavailable?: string;
  /** For outbound calls: whether this very call can be transcribed (Nimbus eligibility indicator). */
  readonly isTranscribable?: boolean;
  /** Ids of the participants who are writing right now. */
  readonly typing?: readonly string[];
  /** What the channel of a written conversation allows. */
  readonly messaging?: Messaging;
  readonly email?: EmailMessage;
  readonly externalTask?: ExternalTask;
  readonly summary?: SessionSummary;
  /** Absent where its backend keeps no notes, of this session or of any. */
  readonly notes?: SessionNotes;
  readonly suggested?: SuggestedDisposition;
  readonly contextRecord?: ContextRecord;
}

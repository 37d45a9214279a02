import type { Configuration } from '../configuration/configuration.js';
import type { ConfigurationProblem } from '../configuration/parse-configuration.js';
import type { ContextRecord } from '../model/context-data.js';
import type { EmailMessage } from '../model/email.js';
import type { MessageDelivery, Messaging } from '../model/messaging.js';
import type { KnownModality } from '../model/modality.js';
import type { Parameter } from '../model/parameter.js';
import type { Caller, Customer, Participant } from '../model/participant.js';
import type { UserPresence } from '../model/presence.js';
import type { Sentiment } from '../model/sentiment.js';
import type { SessionNotes } from '../model/session-notes.js';
import type { SessionSummary } from '../model/session-summary.js';
import type { AfterCallWork, Direction, ExternalTask, Impediment, OfferOutcome, Session } from '../model/session.js';
import type { SuggestedDisposition } from '../model/suggested-disposition.js';
import type { TaskResult } from '../model/task-result.js';
import type { TranscriptSegment } from '../model/transcript-segment.js';

interface Fact {
  /** When it happened: server time in ms since the epoch. */
  readonly at: number;
  /** The command that led to it. */
  readonly causedBy?: string;
}

interface OnSession extends Fact {
  readonly sessionId: string;
}

/** What is known of a task when it is offered. */
export interface Offer {
  readonly serviceId: string;
  readonly modality: Session['modality'];
  readonly direction: Direction;
  readonly queuedAt?: number;
  /** End of the ring time. */
  readonly expiresAt?: number;
  readonly caller?: Caller;
  readonly customer?: Customer;
  readonly visitorLabel?: string;
  readonly subject?: string;
  readonly participants?: readonly Participant[];
  readonly parameters?: readonly Parameter[];
  readonly messaging?: Messaging;
  readonly email?: EmailMessage;
  readonly externalTask?: ExternalTask;
  readonly isTranscribable?: boolean;
  readonly isForced?: boolean;
  readonly cannot?: readonly Impediment[];
  /** As they stand; without them the backend keeps none. */
  readonly notes?: SessionNotes;
}

/** How busy another user is, as the backend counts it. */
export interface ReportedUsage {
  readonly total: number;
  readonly perModality: Readonly<Partial<Record<KnownModality, number>>>;
}

/** Facts about sessions. */
export type SessionFact =
  /**
   * The whole record, for catching up. Replaces what was known, unread messages included: hand over a transcript before
   * its session's snapshot, or its messages count as unread once more.
   */
  | ({ readonly type: 'session.snapshot'; readonly session: Session } & Fact)
  | ({ readonly type: 'session.offered'; readonly offer: Offer } & OnSession)
  | ({
      readonly type:
        | 'session.declined'
        /** RONA: the agent did not answer in time. */
        | 'session.missed'
        | 'session.held'
        | 'session.resumed'
        | 'session.parking'
        | 'session.parked'
        /** Waiting for the other side, such as the invitation of the telephony client. */
        | 'session.unparking'
        | 'session.unparked'
        | 'after-call-work.finished'
        /** No longer this agent's to see (moved away, retention). */
        | 'session.removed'
        /**
         * What is known of it is not to be relied on, such as after an outage of its platform: record and transcript go. What
         * follows is the truth about it: that it is looked at, and what was asked for and written there, stays.
         */
        | 'session.forgotten';
    } & OnSession)
  /** `assigned` where the system accepted it and not the agent. Without a word the agent did. */
  | ({ readonly type: 'session.accepted' | 'session.connected'; readonly offerOutcome?: OfferOutcome } & OnSession)
  | ({
      readonly type: 'session.park-failed' | 'session.unpark-failed' | 'session.transfer-failed';
      readonly reason: string;
    } & OnSession)
  | ({ readonly type: 'session.transferring'; readonly target: string } & OnSession)
  /**
   * At any moment, by any side. With after-call work the agent is not done yet. Of an offer it says how that ended, such as
   * `taken`; without a word it was cancelled.
   */
  | ({
      readonly type: 'session.ended';
      readonly result?: TaskResult;
      readonly offerOutcome?: OfferOutcome;
      readonly afterCallWork?: AfterCallWork;
    } & OnSession)
  | ({ readonly type: 'after-call-work.extended'; readonly dueAt: number } & OnSession)
  | ({ readonly type: 'caller.identified'; readonly caller: Caller } & OnSession)
  | ({ readonly type: 'customer.identified'; readonly customer: Customer } & OnSession)
  | ({ readonly type: 'participant.joined'; readonly participant: Participant } & OnSession)
  | ({ readonly type: 'participant.left'; readonly participantId: string } & OnSession)
  /** Only the parameters named change. */
  | ({ readonly type: 'parameters.changed'; readonly parameters: readonly Parameter[] } & OnSession)
  | ({ readonly type: 'sentiment.changed'; readonly sentiment: Sentiment } & OnSession)
  /** A key that is absent leaves that code as it is; null clears it. */
  | ({
      readonly type: 'codes.chosen';
      readonly primary?: string | null;
      readonly secondary?: string | null;
    } & OnSession)
  | ({ readonly type: 'tags.changed'; readonly tags: readonly string[] } & OnSession)
  /** What a machine proposes; replaces what it proposed before. */
  | ({ readonly type: 'codes.suggested'; readonly suggested: SuggestedDisposition } & OnSession)
  /** A version that is not newer than the one known changes nothing. */
  | ({ readonly type: 'summary.changed'; readonly summary: SessionSummary } & OnSession)
  /** An agent has saved the notes. A version that is not newer than the one known changes nothing. */
  | ({ readonly type: 'notes.changed'; readonly notes: SessionNotes } & OnSession)
  /** The agent has looked at messages of the customer, in whatever tab; how many are still unread. */
  | ({ readonly type: 'messages.read'; readonly unread: number } & OnSession)
  /** What cannot be done with the session now; replaces what was said before, and an empty list takes it back. */
  | ({ readonly type: 'controls.changed'; readonly cannot: readonly Impediment[] } & OnSession)
  /** Who is writing right now; an empty list when nobody is. */
  | ({ readonly type: 'typing.changed'; readonly typing: readonly string[] } & OnSession)
  | ({ readonly type: 'messaging.changed'; readonly messaging: Messaging } & OnSession)
  | ({ readonly type: 'email.received'; readonly email: EmailMessage } & OnSession)
  | ({ readonly type: 'external-task.changed'; readonly externalTask: ExternalTask } & OnSession)
  /**
   * What was kept of an ended session's context data. When nothing was, every parameter is not available from now on,
   * and of the customer only id and name are left.
   */
  | ({ readonly type: 'context.recorded'; readonly contextRecord: ContextRecord } & OnSession)
  | ({ readonly type: 'session.selected' | 'session.deselected' } & OnSession);

/** Facts about what was said. They concern the session record too (unread messages). */
export type TranscriptFact =
  | ({ readonly type: 'transcript.appended'; readonly segments: readonly TranscriptSegment[] } & OnSession)
  /** Replaces a final segment in place. */
  | ({ readonly type: 'transcript.corrected'; readonly segment: TranscriptSegment } & OnSession)
  /** How far a message of the agent has come; a step back changes nothing. */
  | ({
      readonly type: 'message.delivery-changed';
      readonly segmentId: string;
      readonly delivery: MessageDelivery;
      readonly reason?: string;
    } & OnSession)
  /** Whether this very call can be transcribed. */
  | ({ readonly type: 'transcript.eligibility-changed'; readonly isTranscribable: boolean } & OnSession)
  /** There will be no transcript; the reason is for the agent to read. */
  | ({ readonly type: 'transcript.unavailable'; readonly reason: string } & OnSession);

/** Facts about people. */
export type UserFact =
  | ({ readonly type: 'presence.changed'; readonly userId: string } & Omit<UserPresence, 'since'> & Fact)
  /** For users other than the signed-in agent, whose own usage is counted from the sessions. */
  | ({ readonly type: 'usage.reported'; readonly userId: string; readonly usage: ReportedUsage } & Fact);

/**
 * How well the gateway reaches its backend:
 *
 * - `connecting`: for the first time;
 * - `live`: what is shown is what is;
 * - `reconnecting`: the connection is lost, what is shown is as of then, new tries go on;
 * - `offline`: the machine has no network; also said of a gateway that could not be connected at all;
 * - `signed-out`: the backend wants the agent to sign in again, or somebody else (see `reason`); no tries before that.
 */
export const CONNECTION_STATUSES = ['connecting', 'live', 'reconnecting', 'offline', 'signed-out'] as const;

export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** Why the backend wants somebody else to sign in: `not-an-agent` has no workspace there. */
export type SignedOutReason = 'not-an-agent';

/** The gateway's own word on its connection. A gateway that cannot lose its backend never says it. */
export type ConnectionFact = {
  readonly type: 'connection.changed';
  readonly status: ConnectionStatus;
  /** Of `signed-out`. Absent: nobody is signed in. */
  readonly reason?: SignedOutReason;
  /** So many wishes of this agent on an earlier page had no answer and were given up. Absent: none, or no news any more. */
  readonly discarded?: number;
} & Fact;

/** Facts about the workspace as a whole. */
export type WorkspaceFact =
  /** Everything known is dropped; what follows is the truth. */
  | ({ readonly type: 'workspace.reset'; readonly agentId: string } & Fact)
  | ({ readonly type: 'configuration.loaded'; readonly configuration: Configuration } & Fact)
  | ({ readonly type: 'configuration.rejected'; readonly problems: readonly ConfigurationProblem[] } & Fact);

/** What a gateway may say. */
export type SessionEvent = SessionFact | TranscriptFact | UserFact | WorkspaceFact | ConnectionFact;

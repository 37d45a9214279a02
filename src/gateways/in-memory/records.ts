import type { SessionEvent, SessionFact, TranscriptFact } from '../../core/events/session-event.js';
import type { Session } from '../../core/model/session.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { sessionReducer } from '../../core/state/session-reducer.js';
import { transcriptStep } from '../../core/state/transcript-step.js';
import { noUsage, usageReducer } from '../../core/state/usage.js';
import type { UserStatus } from '../../core/state/user-reducer.js';
import { userReducer } from '../../core/state/user-reducer.js';

/** What the backend holds to be true. It reduces its own facts with the reducers that its receivers use. */
export class Records {
  readonly sessions = new Map<string, Session>();
  readonly transcripts = new Map<string, SegmentList>();
  readonly users = new Map<string, UserStatus>();
  usage = noUsage;

  /** Takes a fact in. Answers false when it changes nothing, so there is nothing to tell anybody. */
  apply(fact: SessionEvent): boolean {
    switch (fact.type) {
      case 'workspace.reset':
      case 'configuration.loaded':
      case 'configuration.rejected':
      case 'connection.changed':
        return true;
      case 'presence.changed':
      case 'usage.reported':
        this.users.set(fact.userId, userReducer(this.users.get(fact.userId), fact));
        return true;
      case 'transcript.appended':
      case 'transcript.corrected':
      case 'transcript.unavailable':
      case 'transcript.eligibility-changed':
      case 'message.delivery-changed':
        return this.#applyToTranscript(fact);
      default:
        return this.#applyToSession(fact);
    }
  }

  #applyToSession(fact: SessionFact): boolean {
    const id = fact.type === 'session.snapshot' ? fact.session.id : fact.sessionId;
    const before = this.sessions.get(id);
    const after = sessionReducer(before, fact);
    if (before === after) return false;
    this.#put(id, after);
    if (!after) this.transcripts.delete(id);
    return true;
  }

  #applyToTranscript(fact: TranscriptFact): boolean {
    const before = this.sessions.get(fact.sessionId);
    if (!before) return false;
    const known = this.transcripts.get(fact.sessionId);
    const { news, transcript } = transcriptStep(known, fact);
    if (transcript) this.transcripts.set(fact.sessionId, transcript);
    const after = sessionReducer(before, news);
    this.#put(fact.sessionId, after);
    return transcript !== known || after !== before;
  }

  #put(id: string, session: Session | undefined): void {
    this.usage = usageReducer(this.usage, this.sessions.get(id), session);
    if (!session) this.sessions.delete(id);
    else this.sessions.set(id, session);
  }
}

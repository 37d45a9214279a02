import type { SessionEvent } from '../events/session-event.js';
import { kindOf } from '../state/fact-kinds.js';
import { MEMBERS } from './fact-shapes.js';
import type { Read } from './read-value.js';
import { isObject, objectOf } from './read-value.js';

/** What a fact makes no sense without, besides when it happened and, for most, in which session. */
const NEEDED: Readonly<Partial<Record<SessionEvent['type'], string>>> = {
  'session.snapshot': 'session',
  'session.offered': 'offer',
  'session.park-failed': 'reason',
  'session.unpark-failed': 'reason',
  'session.transfer-failed': 'reason',
  'session.transferring': 'target',
  'after-call-work.extended': 'dueAt',
  'caller.identified': 'caller',
  'customer.identified': 'customer',
  'participant.joined': 'participant',
  'participant.left': 'participantId',
  'parameters.changed': 'parameters',
  'sentiment.changed': 'sentiment',
  'tags.changed': 'tags',
  'codes.suggested': 'suggested',
  'summary.changed': 'summary',
  'typing.changed': 'typing',
  'messaging.changed': 'messaging',
  'email.received': 'email',
  'external-task.changed': 'externalTask',
  'context.recorded': 'contextRecord',
  'transcript.appended': 'segments',
  'transcript.corrected': 'segment',
  'transcript.unavailable': 'reason',
  'transcript.eligibility-changed': 'isTranscribable',
  'message.delivery-changed': 'segmentId delivery',
  'presence.changed': 'userId presence',
  'usage.reported': 'userId usage',
  'workspace.reset': 'agentId',
  'configuration.loaded': 'configuration',
  'configuration.rejected': 'problems',
  'connection.changed': 'status',
};

const OF_SESSIONS: ReadonlySet<string | undefined> = new Set(['session', 'transcript']);
const MEMBER_READS: ReadonlyMap<string, Read> = new Map(Object.entries(MEMBERS));

/** Of the workspace's own commands nothing has to be read. */
const READS: ReadonlyMap<unknown, Read> = new Map(
  [...kindOf]
    .filter(([, kind]) => kind !== 'command')
    .map(([type, kind]) => {
      const needed = NEEDED[type as SessionEvent['type']] ?? '';
      const ofSession = OF_SESSIONS.has(kind) && needed !== 'session' ? 'sessionId ' : '';
      return [type, objectOf(MEMBER_READS, `at ${ofSession}${needed}`)];
    }),
);

/** What there is of a fact, and what was left out of it or makes it unusable. */
export interface UsableFact<F> {
  /** Undefined where what is left makes no sense. */
  readonly fact: F | undefined;
  /** Paths with a word each, none of them repeating what was found. */
  readonly problems: readonly string[];
}

/**
 * The one border where facts are read, whoever says them: null is absent, words of open vocabularies stay as they are,
 * and what else cannot be read is left out, one field or item of a list at a time. A fact that is good as it is comes out
 * as the same object. What this version does not know passes: it is counted where facts are applied.
 *
 * @param isForeign whether it comes from a stranger, whose unknown fields are left out without a word
 */
export function usableFact<F>(fact: F, isForeign = false): UsableFact<F> {
  const read = isObject(fact) ? READS.get(fact['type']) : undefined;
  const problems: string[] = [];
  return { fact: read ? (read(fact, { problems, isForeign }) as F | undefined) : fact, problems };
}

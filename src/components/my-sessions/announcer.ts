import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { isOngoing } from '../../core/rules/session-phase.js';
import { isInSight } from '../../core/rules/unread.js';
import { selectSession } from '../../core/selectors/select-session.js';
import type { WorkspaceEffect } from '../../core/store/effects.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { announcementWords } from '../../localize/en/announcements.js';
import { workspaceLaterWords } from '../../localize/en/workspace-later.js';
import { offerOutcomeWords } from '../../localize/en/outcomes.js';
import { sessionWords } from '../../localize/en/sessions.js';
import type { Strings } from '../../localize/en.js';
import { titleOf, wordFor } from '../../localize/words.js';

type Kind = WorkspaceEffect['type'];

/** How many things there are to tell of each session, by its id: messages may come by the hundred a second. */
type Counts = Map<string, number>;

/** After a sentence about something of a kind the next one of that kind waits so long, in ms, and tells all that has come. */
const QUIET_MS = 4000;

/**
 * Says to who cannot see it what happens in sessions: the first of a kind at once, what follows soon after in one sentence.
 * What an agent has in sight is said where it stands, and what they have looked at meanwhile is not said any more.
 */
export class Announcer {
  readonly #say: (sentence: string) => void;
  /** By kinds of which something was said just now: what has come since, and what tells it. */
  readonly #waiting = new Map<Kind, { readonly since: Counts; readonly timer: ReturnType<typeof setTimeout> }>();

  constructor(say: (sentence: string) => void) {
    this.#say = say;
  }

  hear({ type, session }: WorkspaceEffect, workspace: WorkspaceHandle): void {
    if (!isWorthSaying(type, session)) return;
    const waiting = this.#waiting.get(type);
    if (waiting) waiting.since.set(session.id, (waiting.since.get(session.id) ?? 0) + 1);
    else this.#tell(type, new Map([[session.id, 1]]), workspace);
  }

  /** What waits is said to nobody. */
  forget(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  #tell(type: Kind, counts: Counts, workspace: WorkspaceHandle): void {
    const sessions = [...counts.keys()].flatMap((id) => workspace.store.read(selectSession(id)) ?? []);
    const left = sessions.filter((session) => isWorthSaying(type, session));
    this.#waiting.delete(type);
    const count = left.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
    if (count === 0) return;
    this.#say(sentenceOf(type, left, count, workspace.localization.strings));
    const since: Counts = new Map();
    const timer = setTimeout(() => {
      this.#tell(type, since, workspace);
    }, QUIET_MS);
    this.#waiting.set(type, { since, timer });
  }
}

function isWorthSaying(type: Kind, session: Session): boolean {
  switch (type) {
    case 'session-offered':
      return session.state === 'offered';
    case 'session-started':
      return true;
    case 'session-ended':
      // What became of an offer is said beside the presence, and once.
      return !isReturnedOffer(session);
    case 'session-failed':
      return session.failure !== undefined && !session.isSelected;
    case 'message-received':
      return isOngoing(session.state) && !isInSight(session);
    case 'offer-returned':
      return false;
  }
}

/** Whether it was an offer to the end, of which it is known what became. */
const isReturnedOffer = ({ times, offerOutcome }: Session): boolean =>
  times.accepted === undefined &&
  offerOutcome !== 'accepted' &&
  offerOutcome !== undefined &&
  Object.hasOwn(offerOutcomeWords, offerOutcome);

/** @param count how many things there are to tell of these sessions */
function sentenceOf(type: Kind, sessions: readonly Session[], count: number, strings: Strings): string {
  const { workspace: words = workspaceLaterWords, announcement: many = announcementWords } = strings;
  const [first] = sessions;
  if (!first) return '';
  const title = titleOf(first, strings);
  const isOne = sessions.length === 1;
  switch (type) {
    case 'session-offered':
      return isOne ? words.offered(wordFor(strings.modality, first.modality), title) : many.offered(count);
    case 'session-started':
      return isOne ? words.started(title) : many.started(count);
    case 'session-ended':
      return isOne ? words.ended(title) : many.ended(count);
    case 'session-failed': {
      const { action, reason } = first.failure ?? { action: 'park', reason: '' };
      const failure = (strings.session ?? sessionWords).failure(action, displayableText(reason, 300));
      return isOne ? many.failed(title, failure) : many.failedMany(count);
    }
    case 'message-received':
      return isOne ? many.messages(count, title) : many.messagesIn(count, sessions.length);
    case 'offer-returned':
      return '';
  }
}

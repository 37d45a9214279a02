import type { Impediment } from '../../core/model/session.js';
import type { FirstWords } from './words.js';

/** What else has to be known to say what cannot be done. */
export interface Means {
  /** Whether `amazon-connect-taskjs` is there. */
  readonly hasTaskSession: boolean;
  /** Why nothing can be written in a chat now; undefined where it can. */
  readonly chatObstacle: string | undefined;
}

/** What the platform does not do with a contact of a type. */
export function impedimentsTo(type: string, words: FirstWords, means: Means): readonly Impediment[] {
  const { hasTaskSession, chatObstacle } = means;
  if (type === 'task') return hasTaskSession ? [] : [{ command: 'session.end', reason: words.noTaskSession }];
  const isCall = type === 'voice' || type === 'queue_callback';
  const park = { command: 'session.park', reason: isCall ? words.callsDoNotPark : words.othersDoNotPark };
  if (type === 'email') return [park, { command: 'email.reply', reason: words.emailsAreAnsweredElsewhere }];
  return chatObstacle === undefined ? [park] : [park, { command: 'message.send', reason: chatObstacle }];
}

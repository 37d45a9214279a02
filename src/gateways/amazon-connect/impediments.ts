import type { Impediment } from '../../core/model/session.js';
import type { ConnectWords } from './words.js';

/** What else has to be known to say what cannot be done. */
export interface Means {
  /** Whether `amazon-connect-taskjs` is there. */
  readonly hasTaskSession: boolean;
  /** Why nothing can be written in a chat now; undefined where it can. */
  readonly chatObstacle: string | undefined;
}

const isCall = (type: string): boolean => type === 'voice' || type === 'queue_callback';

/** What the platform does not do with a contact of a type. */
export function impedimentsTo(type: string, words: ConnectWords, means: Means): readonly Impediment[] {
  const { hasTaskSession, chatObstacle } = means;
  switch (type) {
    case 'chat':
      return [
        { command: 'session.park', reason: words.chatsDoNotPark },
        ...(chatObstacle === undefined ? [] : [{ command: 'message.send', reason: chatObstacle }]),
      ];
    case 'task':
      return hasTaskSession ? [] : [{ command: 'session.end', reason: words.noTaskSession }];
    case 'email':
      return [
        { command: 'session.park', reason: words.emailsDoNotPark },
        { command: 'email.reply', reason: words.emailsAreAnsweredElsewhere },
      ];
    default:
      return [{ command: 'session.park', reason: isCall(type) ? words.callsDoNotPark : words.notOfThisPlatform }];
  }
}

import type { Session } from '../../core/model/session.js';
import { impedimentTo, obstacleToWriting } from '../../core/rules/permissions.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { chatConversation } from '../../localize/en/chat-conversation.js';
import type { Strings } from '../../localize/en.js';
import { stateSentence } from '../../localize/state-sentence.js';

const LAST_HOUR = 60 * 60_000;

/** Why nothing can be written in a conversation now, in words for the agent; undefined when it can. */
export function whyClosed(
  session: Session,
  now: number,
  words: typeof chatConversation,
  strings: Strings,
): string | undefined {
  switch (obstacleToWriting(session, now)) {
    case 'channel':
      return displayableText(session.messaging?.closedReason ?? '', 300);
    case 'platform':
      return displayableText(impedimentTo('message.send', session) ?? '', 300);
    case 'window':
      return words.windowClosed;
    case 'over':
    case 'state':
      return stateSentence(session.state, strings, words.toWrite, words.notActive);
    case 'modality':
      return words.notActive;
    case undefined:
      return undefined;
  }
}

/** How the time that is left is shown: not at all, as a countdown in the last hour, or as over. */
export function timeLeft({ messaging }: Pick<Session, 'messaging'>, now: number): 'enough' | 'little' | 'none' {
  const closesAt = messaging?.closesAt;
  if (closesAt === undefined || closesAt - now > LAST_HOUR) return 'enough';
  return closesAt > now ? 'little' : 'none';
}

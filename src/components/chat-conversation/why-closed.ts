import type { Session } from '../../core/model/session.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { chatConversation } from '../../localize/en/chat-conversation.js';

export const LAST_HOUR = 60 * 60_000;

/** Why nothing can be written in a conversation now, in words for the agent; undefined when it can. */
export function whyClosed(
  { state, messaging }: Pick<Session, 'state' | 'messaging'>,
  now: number,
  words: typeof chatConversation,
): string | undefined {
  if (state === 'ended' || state === 'after-call-work') return words.ended;
  if (messaging?.closedReason !== undefined) return displayableText(messaging.closedReason, 300);
  if (messaging?.closesAt !== undefined && messaging.closesAt <= now) return words.windowClosed;
  if (state === 'active') return undefined;
  return Object.hasOwn(words.notNow, state) ? words.notNow[state as keyof typeof words.notNow] : words.notActive;
}

/** How the time that is left is shown: not at all, as a countdown in the last hour, or as over. */
export function timeLeft({ messaging }: Pick<Session, 'messaging'>, now: number): 'enough' | 'little' | 'none' {
  const closesAt = messaging?.closesAt;
  if (closesAt === undefined || closesAt - now > LAST_HOUR) return 'enough';
  return closesAt > now ? 'little' : 'none';
}

import type { chatConversation } from '../../localize/en/chat-conversation.js';
import { nearestLocale } from '../../localize/nearest-locale.js';

/** Times of day and days of messages, in the page's language. */
export interface ChatTimes {
  timeOf(at: number): string;
  dayOf(at: number, now: number, words: typeof chatConversation): string;
}

export function createChatTimes(wanted: string): ChatTimes {
  const locale = nearestLocale(wanted);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
  const isValid = (at: number): boolean => !Number.isNaN(new Date(at).getTime());
  const isSameDay = (one: Date, other: Date): boolean => one.toDateString() === other.toDateString();
  return {
    timeOf: (at) => (isValid(at) ? time.format(at) : ''),
    dayOf(at, now, words) {
      if (!isValid(at)) return '';
      const date = new Date(at);
      const yesterday = new Date(now);
      yesterday.setDate(yesterday.getDate() - 1);
      if (isSameDay(date, new Date(now))) return words.today;
      return isSameDay(date, yesterday) ? words.yesterday : day.format(date);
    },
  };
}

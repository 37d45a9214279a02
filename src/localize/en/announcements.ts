import { plural } from '../plural.js';

/** What is said to who cannot see it of several things at once; of one, `workspace` has the sentence. */
export const announcementWords = {
  started: (count: number) => plural(count, 'new session', 'new sessions'),
  offered: (count: number) => plural(count, 'incoming task', 'incoming tasks'),
  ended: (count: number) => plural(count, 'session ended', 'sessions ended'),
  failed: (title: string, failure: string) => `${title}: ${failure}`,
  failedMany: (count: number) => plural(count, 'act was not done', 'acts were not done'),
  /** In one session. */
  messages: (count: number, title: string) => `${plural(count, 'new message', 'new messages')}: ${title}`,
  messagesIn: (count: number, sessions: number) =>
    `${plural(count, 'new message', 'new messages')} in ${plural(sessions, 'session', 'sessions')}`,
};

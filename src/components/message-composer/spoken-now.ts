import type { messageComposer } from '../../localize/en/message-composer.js';
import type { AttachedFiles } from './attached-files.js';
import type { QuickReplyList } from './quick-reply-list.js';

/** How things stand in a composer. */
interface Standing {
  /** So many characters too many. */
  readonly over: number;
  /** What is said where what is written would be lost; empty where it is not. */
  readonly unsaved: string;
  readonly isPlainOnly: boolean;
  /** So many files. */
  readonly attached: number;
}

/** What is said of a composer to who cannot see it: the most pressing first. */
export function spokenNow(
  words: typeof messageComposer,
  { over, unsaved, isPlainOnly, attached }: Standing,
  files: AttachedFiles,
  replies: QuickReplyList,
): string {
  const refused = files.notice(words).join(' ');
  if (refused !== '') return refused;
  if (over > 0) return words.tooLong;
  if (isPlainOnly) return words.plainOnly;
  const there = attached > 0 ? (files.obstacle(words) ?? words.filesThere(attached)) : '';
  return replies.spoken(words) || unsaved || there;
}

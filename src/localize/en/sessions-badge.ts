import { plural } from '../plural.js';

/** The words of `<sessions-badge>`. */
export const sessionsBadge = {
  offers: (count: number) => plural(count, 'task is offered', 'tasks are offered'),
  unread: (count: number) => plural(count, 'unread message', 'unread messages'),
  pending: 'a parked chat has a new message',
  /** The parts, in one sentence. */
  all: (parts: readonly string[]) => parts.join(', '),
};

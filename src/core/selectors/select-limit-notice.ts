import type { SessionLimit } from '../rules/session-limit.js';
import { ABOUT_NO_SESSION } from '../state/begun.js';
import type { Selector } from '../store/selector.js';
import { selectBegun } from './select-begun.js';
import { selectSessionLimit } from './select-session-limit.js';

/** How near the limit is, of which the agent is told, and what a record is called that was not opened because of it. */
export interface LimitNotice extends SessionLimit {
  readonly refused: string | undefined;
}

const selectNotice = selectBegun('limitNotice', ABOUT_NO_SESSION);

/** What is told of the limit; undefined where nothing is, or there is nothing to warn of any more. */
export const selectLimitNotice: Selector<LimitNotice | undefined> = {
  topics: [...selectNotice.topics, ...selectSessionLimit.topics],
  read(state) {
    const notice = selectNotice.read(state);
    const limit = selectSessionLimit.read(state);
    return notice && limit && limit.is !== 'free' ? { ...limit, refused: notice.refused } : undefined;
  },
  isEqual: (one, other) => one?.open === other?.open && one?.limit === other?.limit && one?.refused === other?.refused,
};

import { readSettings } from '../core/rules/notifying.js';
import type { NotificationSettings } from '../core/rules/notifying.js';
import { followNotifications, keepNotifications, recallNotifications } from '../device/notification-memory.js';

/**
 * Tells how an agent wants to be told of what comes: as soon as it is known, and whenever they change it, here or in another
 * page of the browser.
 *
 * @param owner the name of a `NotificationOwner`
 * @returns what ends it
 */
export function followSettings(owner: string, listener: (settings: NotificationSettings) => void): () => void {
  let isOver = false;
  let turn = 0;
  const recall = async (): Promise<void> => {
    const own = (turn += 1);
    const settings = readSettings(await recallNotifications(owner));
    if (!isOver && own === turn) listener(settings);
  };
  const unfollow = followNotifications((changed) => {
    if (changed === owner) void recall();
  });
  void recall();
  return () => {
    isOver = true;
    unfollow();
  };
}

/** Keeps what an agent has chosen. Answers whether it outlives the page; in this page it counts in any case. */
export const keepSettings = (owner: string, settings: NotificationSettings): Promise<boolean> =>
  keepNotifications(owner, settings);

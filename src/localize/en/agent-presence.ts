import type { KnownPresence } from '../../core/model/presence.js';

/** The presences that the kit knows, and what a system makes of an agent who did not answer. */
export const presenceWords = {
  available: 'Available',
  busy: 'Busy',
  'do-not-disturb': 'Do not disturb',
  away: 'Away',
  offline: 'Offline',
  'not-available': 'Not available',
} satisfies Record<KnownPresence | 'not-available', string>;

/** The words of `<agent-presence>`. */
export const presenceControlWords = {
  label: 'Presence',
  unknown: 'Presence unknown',
  /** While one goes through the presences with the keyboard. */
  toChoose: 'Enter to choose',
};

import type { SessionState } from '../../core/model/session.js';
import type { Part } from './participants.js';
import { wrapupOf } from './participants.js';
import { dict, text } from './read.js';

/** `none`: nothing of the agent's yet. `unknown`: a word of a later platform. */
export type Phase = SessionState | 'none' | 'unknown';

/** In which state of ours a part of the agent is. `wasConnected`: whether this is known from before. */
export function phaseOf(part: Part, wasConnected: boolean): Phase {
  const { one } = part;
  switch (one.state) {
    case 'alerting':
    case 'offering':
      return 'offered';
    case 'contacting':
    case 'dialing':
      return 'accepted';
    case 'connected':
      return text(one.parkTime) !== undefined ? 'parked' : one.held === true ? 'held' : 'active';
    case 'disconnected':
    case 'terminated':
      return owesWrapup(part, wasConnected) ? 'after-call-work' : 'ended';
    case 'scheduled':
    case 'none':
      return 'none';
    default:
      return 'unknown';
  }
}

function owesWrapup(part: Part, wasConnected: boolean): boolean {
  const { participant, one } = part;
  const work = dict(one.afterCallWork).state;
  if (participant.wrapupRequired !== true || participant.wrapupSkipped === true) return false;
  if (work === 'complete' || work === 'skipped' || work === 'notApplicable') return false;
  const wrapup = wrapupOf(part);
  // What was chosen on the way is no wrap-up yet.
  if (Object.keys(wrapup).length > 0 && wrapup.provisional !== true) return false;
  return wasConnected || text(one.connectedTime) !== undefined || work === 'pending';
}

import type { Session } from '../model/session.js';
import { isOver } from './session-phase.js';

/**
 * How long the conversation has been connected, whatever its state was meanwhile: since when it counts, or, when it is
 * over, how long it was in ms. Undefined for one that never was, and one whose end nobody has told.
 */
export function connectedOf({
  state,
  times,
}: Pick<Session, 'state' | 'times'>): { readonly since: number; readonly ms?: number } | undefined {
  const { connected, ended } = times;
  if (connected === undefined || state === 'offered' || state === 'accepted') return undefined;
  if (!isOver(state)) return { since: connected };
  return ended === undefined ? undefined : { since: connected, ms: Math.max(0, ended - connected) };
}

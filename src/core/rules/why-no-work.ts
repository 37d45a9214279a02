import type { KnownModality } from '../model/modality.js';
import type { UserPresence } from '../model/presence.js';
import { generalStops } from './acceptance.js';
import type { AcceptanceStop, Workload } from './acceptance.js';
import { figureOf } from './capacity.js';
import type { LinkTrouble } from './link-trouble.js';

/**
 * What keeps work away, from the outside in; what stands first is what the agent has to deal with first (the layers of
 * Nimbus: presence, duty, selectability, status):
 *
 * - `signed-out`: the backend wants the agent to sign in again;
 * - `not-an-agent`: whoever is signed in has no workspace there;
 * - `cut-off`: the backend is not reached, so what it offers does not arrive;
 * - `off-duty`: the agent is offline;
 * - `rona`: the system has taken out an agent who missed or declined an offer;
 * - `presence-rule`: the system has made the presence one that gets no work, for another reason;
 * - `presence`: the agent has chosen such a presence;
 * - then as of `AcceptanceStop`.
 */
export type NoWorkReason = LinkTrouble | 'off-duty' | 'rona' | 'presence-rule' | AcceptanceStop;

/** Why no work comes, or none of some kinds. */
export interface NoWork {
  readonly reason: NoWorkReason;
  /** The kinds of work that do not come. Absent: none does. */
  readonly modalities?: readonly KnownModality[];
  /** The presence that it is about, where it is about one. */
  readonly presence?: UserPresence;
}

/** What is known of an agent; the presence with how it came about. */
export type Standing = Omit<Workload, 'presence'> & { readonly presence?: UserPresence | undefined };

/**
 * The first thing that keeps work away from an agent; undefined exactly where a new task of every kind that the agent
 * handles can come (`generalStops`, `acceptanceOf`) and the backend is reached.
 *
 * @param link what is wrong with the connection
 */
export function whyNoWork({ presence, ...hand }: Standing, link: LinkTrouble | undefined): NoWork | undefined {
  if (link) return { reason: link };
  const [stop] = generalStops({ ...hand, presence: presence?.presence });
  if (stop === 'presence' && presence) return { reason: reasonOf(presence), presence };
  if (stop) return { reason: stop };
  const { user, usage } = hand;
  if (user?.modalities.length === 0) return { reason: 'modality-disabled' };
  const full = user?.modalities.filter((own) => figureOf(user, usage, own)?.isFull) ?? [];
  return full.length > 0 ? { reason: 'modality-limit', modalities: full } : undefined;
}

function reasonOf({ presence, cause }: UserPresence): NoWorkReason {
  if (presence === 'offline') return 'off-duty';
  if (cause === undefined) return 'presence';
  return isTurnedAway(cause) ? 'rona' : 'presence-rule';
}

/** Whether a system has changed the presence because an offer was not taken. */
const isTurnedAway = (cause: string): boolean => cause === 'rona' || cause === 'declined';

import type { SessionControl } from '../commands/command.js';
import type { Service } from '../configuration/configuration.js';
import type { Modality } from '../model/modality.js';
import type { Session, SessionState } from '../model/session.js';
import { may } from './permissions.js';
import { isOngoing } from './session-phase.js';

/**
 * The ways out of a session, which are never one button (Microsoft's X is all of them, by channel and day):
 *
 * - `end`: the conversation, or the work after it, is over;
 * - `release`: it goes on without this agent: back to the queue, or waiting for its customer; the session is gone here;
 * - `hide`: nothing but this agent's list changes: the task stays the agent's, and its slot taken;
 * - `close`: a record's, the only one that it has: nobody else hears of it.
 */
export const WAYS_TO_LEAVE = ['end', 'release', 'hide', 'close'] as const;

export type WayToLeave = (typeof WAYS_TO_LEAVE)[number];

/**
 * What becomes of a session that is left in a way:
 *
 * - `over`; `over-unwarned`: its customer waits and is cut off; `over-afresh`: of a chat that could have waited, so that the
 *   customer's next message begins another one; `aborted`: nobody has answered yet; `worked`: the work after it;
 * - `queued`: for anybody to take; `waiting`: until its customer writes;
 * - `hidden`; `hidden-till-written`: a message brings it back;
 * - `closed`: of a record, that can be opened again.
 */
export type Consequence =
  | 'over'
  | 'over-unwarned'
  | 'over-afresh'
  | 'aborted'
  | 'worked'
  | 'queued'
  | 'waiting'
  | 'hidden'
  | 'hidden-till-written'
  | 'closed';

/** One way out, and what the agent asks for by it; hiding and closing ask nobody. */
export type Leaving = { readonly consequence: Consequence } & (
  | { readonly way: 'end'; readonly type: Extract<SessionControl, 'session.end' | 'after-call-work.finish'> }
  | { readonly way: 'release'; readonly type: 'session.release' }
  | { readonly way: 'hide' | 'close' }
);

/**
 * What of a session's work is on nobody's side but its agent's:
 *
 * - `message`, `reply`: written and not sent; `sending`: sent, and not taken yet, or refused;
 * - `notes`: written and not saved; `tag`: typed and not added; `codes`: codes and tags that are not saved yet, or were refused;
 * - `page`: a framed page that says it holds input.
 */
export type UnfinishedKind = 'message' | 'reply' | 'sending' | 'notes' | 'tag' | 'codes' | 'page';

type Left = Pick<Session, 'state' | 'modality' | 'afterCallWork'>;

/** Somebody is on the line, or nobody knows: such a conversation is never out of sight. */
const HIDES: ReadonlySet<Modality> = new Set(['im', 'email', 'external']);

/** The states in which a conversation can be handed on: the agent has it, and it is not on its way already. */
const RELEASES: ReadonlySet<SessionState> = new Set(['active', 'held', 'parked']);

/**
 * Where a session goes that is released in its state; undefined where it cannot be. Both sides go by it, the question and
 * the engine that refuses.
 *
 * @param service without it nothing is known of its setting, and the default is not to
 */
export function releaseOf(
  { state, modality }: Left,
  service: Pick<Service, 'release'> | undefined,
): 'queued' | 'waiting' | undefined {
  const release = service?.release ?? 'off';
  if (release === 'off' || !RELEASES.has(state)) return undefined;
  // Only who writes can be waited for.
  return release === 'waiting' && modality === 'im' ? 'waiting' : 'queued';
}

/** The ways out of a session now, in the order of the vocabulary; none of an offer, which is answered, and of history. */
export function waysToLeave(session: Left, service: Pick<Service, 'release'> | undefined): readonly Leaving[] {
  if (session.state === 'opened') return [{ way: 'close', consequence: 'closed' }];
  const consequence = releaseOf(session, service);
  return [
    ...endOf(session, service),
    ...(consequence ? [{ way: 'release', type: 'session.release', consequence } as const] : []),
    ...hidingOf(session),
  ];
}

function endOf(session: Left, service: Pick<Service, 'release'> | undefined): readonly Leaving[] {
  const { state, modality } = session;
  if (may('after-call-work.finish', session))
    return [{ way: 'end', type: 'after-call-work.finish', consequence: 'worked' }];
  if (!may('session.end', session)) return [];
  const consequence =
    state === 'accepted'
      ? 'aborted'
      : modality === 'im' && service?.release === 'waiting'
        ? 'over-afresh'
        : modality === 'audio-video' && (state === 'parked' || state === 'unparking')
          ? 'over-unwarned'
          : 'over';
  return [{ way: 'end', type: 'session.end', consequence }];
}

function hidingOf({ state, modality }: Left): readonly Leaving[] {
  // What is just being accepted begins; to hide it then would be to miss it.
  if (!isOngoing(state) || state === 'accepted' || !HIDES.has(modality)) return [];
  return [{ way: 'hide', consequence: modality === 'im' ? 'hidden-till-written' : 'hidden' }];
}

/** What has to be known of a hidden session to see what has happened to it. */
export type SeenBefore = Pick<Session, 'state' | 'unread'> & { readonly isSelected?: boolean };

/**
 * Whether a hidden session is in the list again by what has happened to it: somebody looks at it, its customer has
 * written, or its state is another one. Handed over anew, such as after the connection was lost, by what is unread.
 */
export function comesBack(before: SeenBefore | undefined, after: SeenBefore): boolean {
  if (after.isSelected && before?.isSelected !== true) return true;
  return after.unread > (before?.unread ?? 0) || (before !== undefined && before.state !== after.state);
}

import type { Selection } from '../model/selection.js';
import type { Session } from '../model/session.js';

/** Whether an offer was declined, missed or withdrawn. */
const isDeadOffer = ({ state, times }: Session): boolean => state === 'ended' && times.accepted === undefined;

/** What somebody looks at who looks at this session; `before` is what was looked at. */
export function selectionOf(session: Session, before: Selection | undefined): Selection {
  const { id: sessionId, state } = session;
  const same = before?.sessionId === sessionId ? before : undefined;
  const kind = state === 'offered' || (same?.kind === 'offer' && isDeadOffer(session)) ? 'offer' : 'session';
  return same?.kind === kind ? same : { kind, sessionId };
}

/** What is looked at, and the record of it. */
export interface View {
  readonly selection: Selection | undefined;
  readonly session: Session | undefined;
}

const isOnDeadOffer = ({ selection, session }: View): boolean =>
  selection?.kind === 'offer' && session !== undefined && isDeadOffer(session);

/**
 * The session that the workspace turns to when something happens; undefined where it stays. To every conversation that
 * starts (Nimbus), from Home too; and from an offer that came to nothing to the next one. While the agent types,
 * selects text, has a menu open or is asked something it stays: what is begun for one customer must not end with another.
 *
 * @param isBusy looks through the whole page: asked only where the workspace would turn
 */
export function turnTo(
  { type, session }: { readonly type: string; readonly session: Session },
  view: View,
  isBusy: () => boolean,
): string | undefined {
  const isDue = type === 'session-started' || (type === 'session-offered' && isOnDeadOffer(view));
  return isDue && !isBusy() ? session.id : undefined;
}

/**
 * Where the workspace begins, as long as nobody has chosen: at what was looked at before the page was loaded anew, while
 * that is still there; otherwise at the first session, where unfinished after-call work, which nothing else may follow
 * (Nimbus: it blocks new work), goes before what is parked; nowhere while there is none.
 *
 * @param isUnfinished whether a session of the history, latest first with unfinished ones ahead, is in after-call work
 */
export function beginAt(
  {
    active,
    offered,
    parked,
    history,
  }: Readonly<Record<'active' | 'offered' | 'parked' | 'history', readonly string[]>>,
  recalled: View,
  isUnfinished: (id: string) => boolean,
): Selection | string | undefined {
  const { selection, session } = recalled;
  const isThere = selection?.kind === 'home' || (session !== undefined && !isOnDeadOffer(recalled));
  const [unfinished] = history.slice(0, 1).filter(isUnfinished);
  return isThere ? selection : (active[0] ?? offered[0] ?? unfinished ?? parked[0]);
}

import type { AgentWish, CommandReply } from '../../core/commands/command.js';
import type { Session } from '../../core/model/session.js';
import { takesFocus } from '../../core/rules/takes-focus.js';
import { selectAcceptance } from '../../core/selectors/select-acceptance.js';
import { selectOfSource } from '../../core/selectors/select-of-source.js';
import { selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import type { WaysOn } from '../../views/failed-commands.js';
import type { WorkspaceHandle } from '../workspace-handle.js';
import { WISH_EVENTS } from './act-events.js';
import { dispatchPublic } from './public-event.js';
import { when } from './when.js';

/** What became of a wish. */
export type Outcome = CommandReply & {
  /** The session that could not be parked for it: the wish was not sent, and the reply is that of the parking. */
  readonly notParked?: string;
};

/** Replies that are waited for: a wish that repeats one on its way is one act, and told once. */
const awaited = new WeakSet<Promise<CommandReply>>();

/**
 * The way of every wish, whoever has it: hosts are asked by a cancelable event, the store executes, and when the backend
 * has taken it hosts are told. Asks and sends at once, before it answers. What has to be set aside for it is asked for as
 * well, one session after the other, and waited for; when that fails, the wish is not sent. The failure stands on the
 * session that was to be set aside, and the answer names it.
 *
 * @param from the element that the events come from; the provider stands in for one that is gone
 * @param comesFrom where the session is to come from, while there is none yet
 * @returns undefined when a host said no: then nothing has happened. One that says no to what is set aside later leaves
 * what was set aside before it where it is
 */
export function perform(
  workspace: WorkspaceHandle,
  from: HTMLElement,
  wish: AgentWish,
  comesFrom?: string,
): Promise<Outcome> | undefined {
  if (!isGranted(workspace, from, wish)) return undefined;
  if (!('sessionId' in wish) || !takesFocus(wish.type)) return carryOut(workspace, from, wish);
  const { store } = workspace;
  const source = store.read(selectSession(wish.sessionId))?.source ?? comesFrom;
  const selector = selectOfSource(source, selectAcceptance('audio-video'));
  const goOn = (): Promise<Outcome> | undefined => {
    const { parkFirst, holdFirst } = store.read(selector);
    const session = store.read(selectSession(parkFirst ?? holdFirst ?? wish.sessionId));
    if (!session || session.id === wish.sessionId) return carryOut(workspace, from, wish);
    const aside = { type: parkFirst ? 'session.park' : 'session.hold', sessionId: session.id } as const;
    // One that is on its way aside already is only waited for.
    const isLeaving = session.state === 'parking';
    if (!isLeaving && !isGranted(workspace, from, aside)) return undefined;
    const isInTheWay = (): boolean => {
      const now = store.read(selector);
      return now.parkFirst === parkFirst && now.holdFirst === holdFirst;
    };
    return afterThat(workspace, session, isLeaving ? undefined : carryOut(workspace, from, aside), isInTheWay, goOn);
  };
  return goOn();
}

/** The two ways on, for an element that shows commands that failed. A second try goes the way of any other wish. */
export const waysOn = (workspace: WorkspaceHandle, from: HTMLElement): WaysOn => ({
  retry: ({ command: { commandId: _, ...wish } }) => void perform(workspace, from, wish),
  dismiss: (tracked) => {
    workspace.store.dismiss(tracked);
  },
});

function isGranted({ provider }: WorkspaceHandle, from: HTMLElement, { type, ...detail }: AgentWish): boolean {
  return dispatchPublic(from, WISH_EVENTS[type][0], detail, true, provider);
}

function carryOut({ provider, store }: WorkspaceHandle, from: HTMLElement, wish: AgentWish): Promise<CommandReply> {
  const { type, ...detail } = wish;
  const reply = store.execute(wish);
  if (!awaited.has(reply)) {
    awaited.add(reply);
    void reply.then(({ ok }) => {
      if (ok) dispatchPublic(from, WISH_EVENTS[type][1], detail, false, provider);
    });
  }
  return reply;
}

/** Goes on when a session is out of the way, and not for another agent: what one has asked for is no wish of theirs. */
async function afterThat(
  { store }: WorkspaceHandle,
  { id, source, failure: lastFailure }: Session,
  reply: Promise<CommandReply> | undefined,
  isInTheWay: () => boolean,
  goOn: () => Promise<Outcome> | undefined,
): Promise<Outcome> {
  // Of the source itself: by then the session may be gone.
  const workspace = selectOfSource(source, selectWorkspaceOf(''));
  const { agentId } = store.read(workspace);
  const answer = await reply;
  const isDecided = (session: Session | undefined): boolean =>
    !isInTheWay() || (session?.failure !== undefined && session.failure !== lastFailure);
  const session = answer?.ok === false ? undefined : await when(store, selectSession(id), isDecided);
  if (store.read(workspace).agentId !== agentId) return { ok: false, failure: 'not-allowed' };
  if (answer?.ok === false) return { ...answer, notParked: id };
  if (!isInTheWay()) return goOn() ?? { ok: false, failure: 'not-allowed' };
  // Without one, the store is gone.
  const { failure } = session ?? {};
  return failure
    ? { ok: false, failure: 'not-allowed', message: failure.reason, notParked: id }
    : { ok: false, failure: 'failed' };
}

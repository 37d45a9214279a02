import type { AgentWish, CommandReply } from '../../core/commands/command.js';
import type { Session } from '../../core/model/session.js';
import { takesFocus } from '../../core/rules/takes-focus.js';
import { engagesAgent } from '../../core/rules/session-phase.js';
import { selectAcceptance } from '../../core/selectors/select-acceptance.js';
import { selectOfSource } from '../../core/selectors/select-of-source.js';
import { selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import type { SessionStore } from '../../core/store/session-store.js';
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
 * has taken it hosts are told. Asks and sends at once, before it answers. Under the single-active policy the session
 * that has to be parked is asked for as well, parked and waited for; when that fails, the wish is not sent. The failure
 * stands on the session that was to be parked, and the answer names it.
 *
 * @param from the element that the events come from; the provider stands in for one that is gone
 * @param source where the session is to come from, while there is none yet
 * @returns undefined when a host said no: then nothing has happened
 */
export function perform(
  workspace: WorkspaceHandle,
  from: HTMLElement,
  wish: AgentWish,
  source?: string,
): Promise<Outcome> | undefined {
  const active = toPark(workspace.store, wish, source);
  if (!isGranted(workspace, from, wish)) return undefined;
  if (!active) return carryOut(workspace, from, wish);
  // One that is on its way aside already is only waited for.
  const park = active.state === 'parking' ? undefined : ({ type: 'session.park', sessionId: active.id } as const);
  if (park && !isGranted(workspace, from, park)) return undefined;
  return afterParking(workspace, active, park && carryOut(workspace, from, park), () =>
    carryOut(workspace, from, wish),
  );
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

/** The session that has to be parked so that the wish can make another one active. */
function toPark(store: SessionStore, wish: AgentWish, comesFrom?: string): Session | undefined {
  if (!('sessionId' in wish) || !takesFocus(wish.type)) return undefined;
  const source = store.read(selectSession(wish.sessionId))?.source ?? comesFrom;
  const { parkFirst: id } = store.read(selectOfSource(source, selectAcceptance('audio-video')));
  return id === undefined || id === wish.sessionId ? undefined : store.read(selectSession(id));
}

/** Goes on when a session has left the conversation, and not for another agent: what one has asked for is no wish of theirs. */
async function afterParking(
  { store }: WorkspaceHandle,
  { id, source, failure: lastFailure }: Session,
  reply: Promise<CommandReply> | undefined,
  goOn: () => Promise<CommandReply>,
): Promise<Outcome> {
  // Of the source itself: by then the session may be gone.
  const workspace = selectOfSource(source, selectWorkspaceOf(''));
  const { agentId } = store.read(workspace);
  const answer = await reply;
  const isDecided = (session: Session | undefined): boolean =>
    !session || !engagesAgent(session.state) || (session.failure !== undefined && session.failure !== lastFailure);
  const session = answer?.ok === false ? undefined : await when(store, selectSession(id), isDecided);
  if (store.read(workspace).agentId !== agentId) return { ok: false, failure: 'not-allowed' };
  if (answer?.ok === false) return { ...answer, notParked: id };
  return session?.failure && engagesAgent(session.state)
    ? { ok: false, failure: 'not-allowed', message: session.failure.reason, notParked: id }
    : goOn();
}

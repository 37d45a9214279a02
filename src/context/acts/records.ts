import type { RecordToOpen } from '../../core/model/record.js';
import { openedRecord } from '../../core/fields/opened-record.js';
import { recordSessionId } from '../../core/rules/records.js';
import { sessionLimitOf } from '../../core/rules/session-limit.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { selectSessionLimit } from '../../core/selectors/select-session-limit.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import { ABOUT_NO_SESSION } from '../../core/state/begun.js';
import { workspaceOf } from '../../core/state/workspace-reducer.js';
import type { Workspace } from '../../core/state/workspace-reducer.js';
import type { WorkspaceHandle } from '../workspace-handle.js';
import { lookElsewhere } from './hide.js';
import { look } from './look.js';
import { dispatchPublic } from './public-event.js';

/**
 * What came of opening a record:
 *
 * - `opened`;
 * - `open`: it was open, and is looked at now, unless it was to be opened in the background;
 * - `limit`: as many sessions are open as may be, which the agent is told;
 * - `prevented`: somebody has said no;
 * - `not-connected`: it is not known yet whose workspace this is.
 */
export type RecordOutcome = 'opened' | 'open' | 'limit' | 'prevented' | 'not-connected';

/**
 * Opens a record as a session of its own, unless a host says no. One that is open is turned to, whoever opens it again. The
 * backend is not told.
 *
 * @param isInBackground whether the agent stays where he is
 */
export function openRecord(
  workspace: WorkspaceHandle,
  from: HTMLElement,
  record: RecordToOpen,
  isInBackground: boolean,
): RecordOutcome {
  const { store, provider } = workspace;
  const whole = store.read(selectWorkspace);
  if (!whole.isConnected) return 'not-connected';
  const source = record.source ?? sourceOf(whole, record.kind);
  const own = source === undefined ? record : { ...record, source };
  const sessionId = recordSessionId(own);
  const turn = (): boolean => isInBackground || look(workspace, from, sessionId);
  if (store.read(selectSession(sessionId))) return turn() ? 'open' : 'prevented';
  const limit = store.read(selectSessionLimit);
  if (limit?.is === 'full') {
    store.keep('limitNotice', ABOUT_NO_SESSION, { refused: record.title });
    return 'limit';
  }
  const { kind, recordId } = record;
  const detail = { sessionId, kind, recordId, inBackground: isInBackground };
  if (!dispatchPublic(from, 'record-open', detail, true, provider)) return 'prevented';
  const { configuration } = workspaceOf(whole, source);
  store.keep('record', sessionId, openedRecord(own, configuration?.records.get(kind), store.clockOf(sessionId).now()));
  if (limit && sessionLimitOf(limit.limit, limit.open + 1)?.is !== 'free')
    store.keep('limitNotice', ABOUT_NO_SESSION, {});
  queueMicrotask(() => dispatchPublic(from, 'record-opened', detail, false, provider));
  turn();
  return 'opened';
}

/** Closes a record, unless a host says no: nothing becomes of it anywhere else. Answers whether it was closed. */
export function closeRecord(workspace: WorkspaceHandle, from: HTMLElement, sessionId: string): boolean {
  const { store, provider } = workspace;
  const detail = { sessionId };
  if (!dispatchPublic(from, 'record-close', detail, true, provider)) return false;
  if (!lookElsewhere(workspace, from, sessionId)) return false;
  store.keep('record', sessionId, undefined);
  queueMicrotask(() => dispatchPublic(from, 'record-closed', detail, false, provider));
  return true;
}

/** The first source that knows the kind; otherwise the agent's main one. Undefined where there is one gateway. */
function sourceOf({ sources }: Workspace, kind: string): string | undefined {
  const named = [...(sources ?? [])];
  return (named.find(([, { configuration }]) => configuration?.records.has(kind)) ?? named[0])?.[0];
}

import type { RecordToOpen } from '../../core/model/record.js';
import { openedRecord } from '../../core/fields/opened-record.js';
import { recordSessionId } from '../../core/rules/records.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { selectSessionLimit } from '../../core/selectors/select-session-limit.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { ABOUT_NO_SESSION } from '../../core/state/begun.js';
import type { BegunFields } from '../../core/state/begun.js';
import type { SessionStore } from '../../core/store/session-store.js';
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
    tellLimit(store, { refused: record.title });
    return 'limit';
  }
  const { kind, recordId } = record;
  const detail = { sessionId, kind, recordId, inBackground: isInBackground };
  if (!dispatchPublic(from, 'record-open', detail, true, provider)) return 'prevented';
  const { configuration } = workspaceOf(whole, source);
  store.keep('record', sessionId, openedRecord(own, configuration?.records.get(kind), store.clockOf(sessionId).now()));
  if (limit) tellLimit(store, {});
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

/** Says how near the limit is, as long as it is near and nothing else is said of it. */
function tellLimit(store: SessionStore, notice: BegunFields['limitNotice']): void {
  let said = notice;
  store.keep('limitNotice', ABOUT_NO_SESSION, said);
  let isFirst = true;
  const following = store.select(selectSessionLimit).subscribe((limit) => {
    if (isFirst) return;
    const isSaid = store.read(selectBegun('limitNotice', ABOUT_NO_SESSION)) === said;
    // Another one, so that what shows it hears of it.
    said = { ...said };
    if (isSaid) store.keep('limitNotice', ABOUT_NO_SESSION, limit?.is === 'free' ? undefined : said);
    if (!isSaid || limit?.is === 'free')
      queueMicrotask(() => {
        following.unsubscribe();
      });
  });
  isFirst = false;
}

/** The first source that knows the kind; otherwise the agent's main one. Undefined where there is one gateway. */
function sourceOf({ sources }: Workspace, kind: string): string | undefined {
  const named = [...(sources ?? [])];
  return (named.find(([, { configuration }]) => configuration?.records.has(kind)) ?? named[0])?.[0];
}

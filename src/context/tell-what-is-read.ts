import type { Subscription } from 'rxjs';
import { isInSight, isToRead } from '../core/rules/unread.js';
import { selectSelectedId } from '../core/selectors/select-selection.js';
import { selectSession } from '../core/selectors/select-session.js';
import { selectTranscript } from '../core/selectors/select-transcript.js';
import { selectAgentId } from '../core/selectors/select-workspace.js';
import type { SessionStore } from '../core/store/session-store.js';
import { perform } from './acts/acts.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** The id of the last message of the customer. */
function lastOf(store: SessionStore, sessionId: string): string | undefined {
  const transcript = store.read(selectTranscript(sessionId));
  for (let at = transcript.length - 1; at >= 0; at -= 1) {
    const segment = transcript.at(at);
    if (segment && isToRead(segment)) return segment.id;
  }
  return undefined;
}

/**
 * Tells the backend which messages the agent has looked at, so that they are read after a reload and in every tab. What
 * arrives while its conversation is out of sight is not read before it is back. A backend that does not know the wish is not
 * asked again: then what is read is known to this page alone.
 *
 * @returns a function that stops it
 */
export function tellWhatIsRead(workspace: WorkspaceHandle): () => void {
  const { provider, store } = workspace;
  const told = new Map<string, string>();
  /** Whether a source takes the wish. One that refuses the first does not know it. */
  const takers = new Map<string, boolean>();

  function tell(id: string): void {
    const session = store.read(selectSession(id));
    const segmentId = lastOf(store, id);
    if (!session?.seen || !isInSight(session) || segmentId === undefined || told.get(id) === segmentId) return;
    const { source = '' } = session;
    if (takers.get(source) === false) return;
    told.set(id, segmentId);
    void perform(workspace, provider, { type: 'messages.mark-read', sessionId: id, segmentId })?.then((reply) => {
      if (reply.ok) takers.set(source, true);
      else if (reply.failure === 'unreachable') told.delete(id);
      else if (reply.failure !== 'unknown-session' && !takers.has(source)) takers.set(source, false);
    });
  }

  // What one agent has read, another has not.
  const signingIn = store.select(selectAgentId).subscribe(() => {
    told.clear();
  });
  let shown: Subscription | undefined;
  const looking = store.select(selectSelectedId).subscribe((id) => {
    shown?.unsubscribe();
    shown = undefined;
    // Of what the store has let go, nothing is kept here either.
    for (const known of told.keys()) if (!store.read(selectSession(known))) told.delete(known);
    if (id === undefined) return;
    // Not within the delivery of the fact: its transcript has come, others have not heard of it.
    const soon = (): void => {
      queueMicrotask(() => {
        tell(id);
      });
    };
    shown = store.select(selectSession(id)).subscribe(soon);
    // What comes after it was seen that there is something to tell changes the transcript alone.
    shown.add(store.select(selectTranscript(id)).subscribe(soon));
  });
  return () => {
    shown?.unsubscribe();
    looking.unsubscribe();
    signingIn.unsubscribe();
  };
}

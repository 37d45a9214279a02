import type { SessionWidgets } from '../configuration/widgets-of-session.js';
import { widgetsOfSession } from '../configuration/widgets-of-session.js';
import type { Session } from '../model/session.js';
import type { Workspace } from '../state/workspace-reducer.js';
import type { Selector } from '../store/selector.js';
import { ofSession } from './select-session.js';

const NO_WIDGETS: SessionWidgets = { present: [], absent: [] };

/** Which widgets a session gets, in its service's order, and why the others are absent. */
export const selectWidgets = (sessionId: string): Selector<SessionWidgets> => ({
  ...ofSession(sessionId, widgetsReader()),
  isEqual: (one, other) =>
    one.present.length === other.present.length &&
    one.absent.length === other.absent.length &&
    one.present.every((widget, at) => widget === other.present[at]) &&
    one.absent.every(
      ({ widget, reason }, at) => widget === other.absent[at]?.widget && reason === other.absent[at].reason,
    ),
});

/** Most facts about a session change nothing that its widgets depend on: it keeps what it made of that last. */
function widgetsReader(): (workspace: Workspace, session: Session | undefined) => SessionWidgets {
  let known = NO_WIDGETS;
  let of: readonly unknown[] = [];
  return ({ configuration, agentId }, session) => {
    if (!session || !configuration) return NO_WIDGETS;
    const { serviceId, modality } = session;
    const now = [configuration, agentId, serviceId, modality];
    if (now.some((part, at) => part !== of[at])) known = widgetsOfSession(configuration, session, agentId);
    of = now;
    return known;
  };
}

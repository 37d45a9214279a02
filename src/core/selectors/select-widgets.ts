import type { SessionWidgets } from '../configuration/widgets-of-session.js';
import { widgetsOfSession } from '../configuration/widgets-of-session.js';
import type { Selector } from '../store/selector.js';
import { ofSession } from './select-session.js';

const NO_WIDGETS: SessionWidgets = { present: [], absent: [] };

/** Which widgets a session gets, in its service's order, and why the others are absent. */
export const selectWidgets = (sessionId: string): Selector<SessionWidgets> => ({
  ...ofSession(sessionId, ({ configuration, agentId }, session) =>
    session && configuration ? widgetsOfSession(configuration, session, agentId) : NO_WIDGETS,
  ),
  isEqual: (one, other) =>
    one.present.length === other.present.length &&
    one.absent.length === other.absent.length &&
    one.present.every((widget, at) => widget === other.present[at]) &&
    one.absent.every(
      ({ widget, reason }, at) => widget === other.absent[at]?.widget && reason === other.absent[at].reason,
    ),
});

import type { Configuration, Service } from '../configuration/configuration.js';
import type { SessionWidgets } from '../configuration/widgets-of-session.js';
import { widgetsOfSession } from '../configuration/widgets-of-session.js';
import type { Session } from '../model/session.js';
import { commandsKeyOf } from '../state/command-reducer.js';
import type { TrackedCommand } from '../state/command-reducer.js';
import type { Roster } from '../state/roster.js';
import { SegmentList } from '../state/segment-list.js';
import type { UserStatus } from '../state/user-reducer.js';
import type { Workspace } from '../state/workspace-reducer.js';
import type { Connection, Diagnostics, Topic, WorkspaceState } from '../state/workspace-state.js';
import type { Selector } from '../store/selector.js';

const single = (slice: keyof WorkspaceState): Topic => ({ slice, key: '' });

export const selectWorkspace: Selector<Workspace> = {
  topics: [single('workspace')],
  read: ({ workspace }) => workspace,
};

export const selectRoster: Selector<Roster> = { topics: [single('roster')], read: ({ roster }) => roster };

export const selectSelectedId: Selector<string | undefined> = {
  topics: [single('selection')],
  read: ({ selection }) => selection.sessionId,
};

/** Undefined while the gateway has not spoken of its connection: then there is none to lose. */
export const selectConnection: Selector<Connection | undefined> = {
  topics: [single('connection')],
  read: ({ connection }) => connection,
};

export const selectDiagnostics: Selector<Diagnostics> = {
  topics: [single('diagnostics')],
  read: ({ diagnostics }) => diagnostics,
};

export const selectSession = (id: string): Selector<Session | undefined> => ({
  topics: [{ slice: 'sessions', key: id }],
  read: ({ sessions }) => sessions.get(id),
});

const OF_THE_LIST: ReadonlySet<string> = new Set(['isSelected', 'unread'] satisfies (keyof Session)[]);

/** A session without the two things that only the list shows: whether it is looked at, and its unread messages. */
export const selectSessionContent = (id: string): Selector<Session | undefined> => ({
  ...selectSession(id),
  isEqual: (one, other) =>
    one !== undefined &&
    other !== undefined &&
    Object.keys(one).length === Object.keys(other).length &&
    Object.entries(one).every(([key, value]) => OF_THE_LIST.has(key) || value === other[key as keyof Session]),
});

export const selectTranscript = (sessionId: string): Selector<SegmentList> => ({
  topics: [{ slice: 'transcripts', key: sessionId }],
  read: ({ transcripts }) => transcripts.get(sessionId) ?? SegmentList.empty,
});

const NO_COMMANDS: readonly TrackedCommand[] = [];

/** Pending and failed commands on one session, oldest first. */
export const selectCommands = (sessionId: string): Selector<readonly TrackedCommand[]> => {
  const key = commandsKeyOf({ type: 'session.end', commandId: '', sessionId });
  return { topics: [{ slice: 'commands', key }], read: ({ commands }) => commands.get(key) ?? NO_COMMANDS };
};

/** Pending and failed commands about the agent. */
export const selectAgentCommands: Selector<readonly TrackedCommand[]> = {
  topics: [{ slice: 'commands', key: 'agent' }],
  read: ({ commands }) => commands.get('agent') ?? NO_COMMANDS,
};

export const selectUser = (userId: string): Selector<UserStatus | undefined> => ({
  topics: [{ slice: 'users', key: userId }],
  read: ({ users }) => users.get(userId),
});

/** The configuration of the session's service. */
export const selectServiceOf = (sessionId: string): Selector<Service | undefined> => ({
  topics: [single('workspace'), { slice: 'sessions', key: sessionId }],
  read: ({ workspace, sessions }) => workspace.configuration?.services.get(sessions.get(sessionId)?.serviceId ?? ''),
});

const NO_WIDGETS: SessionWidgets = { present: [], absent: [] };

/** Which widgets a session gets, in its service's order, and why the others are absent. */
export const selectWidgets = (sessionId: string): Selector<SessionWidgets> => ({
  topics: [single('workspace'), { slice: 'sessions', key: sessionId }],
  read: ({ workspace, sessions }) => {
    const session = sessions.get(sessionId);
    return session && workspace.configuration
      ? widgetsOfSession(workspace.configuration, session, workspace.agentId)
      : NO_WIDGETS;
  },
  isEqual: (one, other) =>
    one.present.length === other.present.length &&
    one.absent.length === other.absent.length &&
    one.present.every((widget, at) => widget === other.present[at]) &&
    one.absent.every(
      ({ widget, reason }, at) => widget === other.absent[at]?.widget && reason === other.absent[at].reason,
    ),
});

export const selectConfiguration: Selector<Configuration | undefined> = {
  topics: [single('workspace')],
  read: ({ workspace }) => workspace.configuration,
};

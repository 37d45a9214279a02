import { commandsKeyOf } from '../state/command-reducer.js';
import type { TrackedCommand } from '../state/command-reducer.js';
import type { Selector } from '../store/selector.js';

const NO_COMMANDS: readonly TrackedCommand[] = [];

/** Pending and failed commands on one session, oldest first. */
export const selectCommands = (sessionId: string): Selector<readonly TrackedCommand[]> => {
  const key = commandsKeyOf({ type: 'session.end', commandId: '', sessionId });
  return { topics: [{ slice: 'commands', key }], read: ({ commands }) => commands.get(key) ?? NO_COMMANDS };
};

/** The same of several sessions, in the order of the ids. */
export const selectCommandsOf = (sessionIds: readonly string[]): Selector<readonly TrackedCommand[]> => {
  const each = sessionIds.map(selectCommands);
  return {
    topics: each.flatMap(({ topics }) => topics),
    read: (state) => each.flatMap(({ read }) => read(state)),
    isEqual: (some, others) => some.length === others.length && some.every((tracked, at) => tracked === others[at]),
  };
};

/** Pending and failed commands about the agent. */
export const selectAgentCommands: Selector<readonly TrackedCommand[]> = {
  topics: [{ slice: 'commands', key: 'agent' }],
  read: ({ commands }) => commands.get('agent') ?? NO_COMMANDS,
};

import { commandsKeyOf } from '../state/command-reducer.js';
import type { TrackedCommand } from '../state/command-reducer.js';
import type { Selector } from '../store/selector.js';

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

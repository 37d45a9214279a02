import type { Selector, SessionStore } from '../../src/index.js';

/** All that a store holds, as plain values that can be compared; transcripts as lists of segments. */
const everything: Selector<unknown> = {
  topics: [],
  read: ({ sessions, transcripts, users, commands, begun, workspace, selection, roster, usage, diagnostics }) => ({
    sessions: [...sessions],
    transcripts: Array.from(transcripts, ([id, list]) => [id, [...list]]),
    users: [...users],
    commands: [...commands],
    begun: [...begun],
    workspace,
    selection,
    roster,
    usage: { total: usage.total, perModality: [...usage.perModality].toSorted() },
    diagnostics,
  }),
};

export const wholeState = (store: SessionStore): unknown => store.read(everything);

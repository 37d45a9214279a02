/** The words of `<my-sessions>` before there is anything to show. */
export const workspaceWords = {
  empty: 'You have no tasks. New ones appear here by themselves.',
  /** What stands in its head, before what became of it. */
  head: 'Presence, connection, shortcuts, notifications:',
  nothingSelected: 'Select a session to see its conversation and its widgets.',
};

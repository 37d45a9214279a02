/** The words of `<my-sessions>` before there is anything to show. */
export const workspaceWords = {
  empty: 'You have no tasks. New ones appear here by themselves.',
  nothingSelected: 'Select a session to see its conversation and its widgets.',
};

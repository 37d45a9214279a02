/** What is said when something is asked for. */
export const COMMAND_WORDS = {
  noNumber: 'Calls of this platform cannot be transferred to a number from here.',
  noTarget: 'No task queue of this platform belongs to this service.',
  noActivity: 'No activity of this platform stands for this presence.',
  noSession: 'This session does not exist any more.',
  notNow: 'This cannot be done in the state of this session.',
};

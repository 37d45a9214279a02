/** What is asked before an act after which something written can no longer be sent, whichever act it is. */
export const unsentWords = {
  question: 'You have not sent what you wrote. Afterwards it can no longer be sent:',
  goOn: (verb: string) => `${verb} without sending`,
};

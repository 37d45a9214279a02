import { plural } from '../plural.js';

/** What a workspace says when something is there: of the same group in other languages (`workspace`). */
export const workspaceLaterWords = {
  title: 'My Sessions',
  widgetsOff: (count: number) => `${plural(count, 'widget', 'widgets')} not shown`,
  configurationProblems: 'The configuration was not accepted. The last good one stays in force.',
  noConfiguration:
    'The configuration was not accepted, and there is no earlier one. Services are unknown until it is put right.',
  problem: (path: string, expected: string, found: string, hint?: string) =>
    `${path}: expected ${expected}, found ${found}${hint === undefined ? '' : `; ${hint}`}`,
  noConversation: 'This task has no conversation.',
  noTranscription: (reason: string) => `There is no transcription here. ${reason}`,
  started: (title: string) => `New session: ${title}`,
  offered: (kind: string, title: string) => `Incoming ${kind.toLowerCase()}: ${title}`,
  ended: (title: string) => `Session ended: ${title}`,
  switchTo: 'Switch to it',
  stay: 'Stay here',
  noticeOf: (at: number, count: number) => `${String(at)} / ${String(count)}`,
  nextNotice: 'Next notice',
};

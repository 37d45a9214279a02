import type { SessionState } from '../../core/model/session.js';

/** The words of `<external-task>`. */
export const externalTask = {
  title: 'External task',
  untitled: 'External task',
  noTask: 'This is no external task.',
  noDescription: 'The external system gave no description. What it knows stands in the details.',
  updates: 'Updates',
  open: 'Open task',
  opensTab: 'in a new tab',
  noLink: 'The external system gave no address to open. Work on the task there, then complete it here.',
  unsafeLink: 'The address that came with this task is not safe to open:',
  complete: 'Complete',
  notCompleted: 'Not completed',
  /** What follows the sentence of a state. */
  toWorkOn: { offered: 'Accept it to work on it.', parked: 'Unpark it to work on it.' } satisfies Partial<
    Record<SessionState, string>
  >,
  notNowOther: 'This cannot be completed at the moment.',
  completedAt: (moment: string) => (moment === '' ? 'Completed' : `Completed at ${moment}`),
  endedAt: (result: string, moment: string) => (moment === '' ? result : `${result}, ${moment}`),
  cancelled: (moment: string) => `Cancelled by the external system at ${moment}.`,
  cancelledMeanwhile: (moment: string) =>
    `Cancelled by the external system at ${moment}, while you were working on it. Nothing more is to be done.`,
};

import type { SummaryPart } from '../../core/model/session-summary.js';

/** The words of `<session-summary>`. */
export const sessionSummary = {
  part: {
    title: 'Title',
    issue: 'Issue',
    resolution: 'Resolution',
    recap: 'Recap',
    narrative: 'Narrative',
  } satisfies Record<SummaryPart, string>,
  later: 'A summary is made after the call.',
  none: 'There is no summary of this call yet.',
  pending: 'A summary is being written…',
  ready: 'The summary is ready.',
  empty: 'The summary is empty.',
  failed: (reason: string) => `The summary could not be made: ${reason}`,
  failedWithoutReason: 'The summary could not be made.',
  notAvailable: (reason: string) => `No summary: ${reason}`,
  notAvailableWithoutReason: 'There is no summary of this call.',
  machine: 'Written by a machine. Check it before you pass it on.',
  copy: (part: string) => `Copy ${part.toLowerCase()}`,
  copyAll: 'Copy all',
  copied: (part: string) => `Copied: ${part.toLowerCase()}`,
  copiedAll: 'Copied: all parts',
  notCopied: 'Could not be copied. What you wanted is selected: copy it with the keyboard.',
};

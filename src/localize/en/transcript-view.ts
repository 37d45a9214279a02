import { plural } from '../plural.js';

/** The words of `<transcript-view>`. */
export const transcriptView = {
  title: 'Transcript',
  empty: 'Nothing has been said yet.',
  unavailable: (reason: string) => `No transcript: ${reason}`,
  none: 'There is no transcript of this session.',
  interim: 'still speaking',
  corrected: 'corrected',
  newLines: (count: number) => `${plural(count, 'new line', 'new lines')}. Go to the end`,
  toEnd: 'Go to the end',
  announce: (count: number) => `${plural(count, 'new line', 'new lines')} in the transcript`,
  gap: (minutes: number) => `${String(minutes)} min without speech`,
  tools: 'Search and export',
};

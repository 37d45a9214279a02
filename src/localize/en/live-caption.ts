import { plural } from '../plural.js';

/** The words of `<live-caption>`. */
export const liveCaption = {
  title: 'Live captions',
  waiting: 'Waiting for speech.',
  parked: 'Captions are interrupted while the call is parked.',
  over: 'The call is over.',
  unavailable: (reason: string) => `No captions: ${reason}`,
  notTranscribable: 'No captions: this call cannot be transcribed.',
  pause: 'Pause captions',
  goOn: 'Go on with captions',
  paused: (count: number) => (count === 0 ? 'Paused' : `Paused, ${plural(count, 'new line', 'new lines')}`),
  large: 'Large type',
  announce: (count: number) => `${plural(count, 'new line', 'new lines')} in the captions`,
};

import type { SessionState } from '../../core/model/session.js';
import { plural } from '../plural.js';

const INTERRUPTED = 'Captions are interrupted.';

/** The words of `<live-caption>`. */
export const liveCaption = {
  title: 'Live captions',
  waiting: 'Waiting for speech.',
  /** What follows the sentence of a state. */
  interrupted: { parked: INTERRUPTED, unparking: INTERRUPTED } satisfies Partial<Record<SessionState, string>>,
  unavailable: (reason: string) => `No captions: ${reason}`,
  notTranscribable: 'No captions: this call cannot be transcribed.',
  pause: 'Pause captions',
  goOn: 'Go on with captions',
  paused: (count: number) => (count === 0 ? 'Paused' : `Paused, ${plural(count, 'new line', 'new lines')}`),
  large: 'Large type',
  announce: (count: number) => `${plural(count, 'new line', 'new lines')} in the captions`,
};

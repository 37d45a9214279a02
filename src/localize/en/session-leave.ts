import type { Fate } from '../../core/rules/fate-of.js';
import type { Consequence, UnfinishedKind, WayToLeave } from '../../core/rules/leaving.js';
import { inEveryModality } from '../in-every-modality.js';
import type { PerModality } from '../in-every-modality.js';

/** The words of `<session-leave>`. */
export const sessionLeave = {
  /** On the button, before what the session is called. */
  leave: 'Leave',
  question: (title: string) => `Leave ${title}?`,
  way: { end: 'End', release: 'Release', hide: 'Hide', close: 'Close' } satisfies Record<WayToLeave, string>,
  finish: 'Finish',
  /** What becomes of it, in one sentence. */
  consequence: {
    over: {
      'audio-video': 'The call is cut off, and over.',
      im: 'The chat is over for the customer, too.',
      email: 'The email counts as handled; no more answers go out.',
      external: 'The task is completed.',
      other: 'The session is over for the other side, too.',
    },
    'over-unwarned': inEveryModality('The call is over; who waits with music is cut off without a warning.'),
    'over-afresh': inEveryModality(
      'The chat is over; when the customer writes again, a new one begins without this history.',
    ),
    aborted: {
      'audio-video': 'It stops ringing at the other side.',
      im: 'The chat is over before it has begun.',
      email: 'The email counts as handled; no answer goes out.',
      external: 'The task is completed.',
      other: 'The session is over before it has begun.',
    },
    worked: inEveryModality('Your after-call work is done; new tasks can come.'),
    queued: {
      'audio-video': 'The call goes back to the queue, with music until somebody else answers.',
      im: 'The chat goes back to the queue; somebody else goes on with it.',
      email: 'The email goes back to the queue for somebody else.',
      external: 'The task goes back to the queue for somebody else.',
      other: 'It goes back to the queue for somebody else.',
    },
    waiting: inEveryModality('The chat waits until the customer writes again; meanwhile it takes none of your slots.'),
    hidden: inEveryModality('It stays yours and keeps its slot; you find it under work items.'),
    'hidden-till-written': inEveryModality(
      'It stays yours and keeps its slot; a new message brings it back, and you find it under work items.',
    ),
    closed: inEveryModality('It goes off your list, and can be opened again. Nobody else hears of it.'),
  } satisfies Record<Consequence, PerModality>,
  /** After the sentence on waiting. */
  waitsFor: (days: number) => `After ${String(days)} days without a message it is over.`,
  unfinished: 'Not finished here:',
  kind: {
    message: 'A message that is not sent',
    reply: 'An answer that is not sent',
    sending: 'Sent, but not taken yet',
    tag: 'A tag that is typed and not added',
    notes: 'Notes that are not saved',
    codes: 'Codes or tags that are not saved yet',
    page: 'A page with input that is not saved',
  } satisfies Record<UnfinishedKind, string>,
  /** What is not finished, in a list of what shares its fate. */
  thing: {
    message: 'the message',
    reply: 'the answer',
    sending: 'what is not taken yet',
    tag: 'the tag',
    notes: 'the notes',
    codes: 'the codes and tags',
    page: 'the input in the page',
  } satisfies Record<UnfinishedKind, string>,
  /** What becomes of what is not finished, in the order of `FATES`. */
  fate: {
    lost: (things: readonly string[]) => `Lost with it: ${listed(things)}.`,
    back: (things: readonly string[]) => `Kept for you, should it come back: ${listed(things)}.`,
    stays: (things: readonly string[]) => `Stays: ${listed(things)}.`,
  } satisfies Record<Fate, (things: readonly string[]) => string>,
  notReleased: 'Not released',
};

const listed = (things: readonly string[]): string => new Intl.ListFormat('en').format(things);

import type { KnownModality } from '../../core/model/modality.js';
import type { KnownPresenceCause } from '../../core/model/presence.js';
import type { NoWorkReason } from '../../core/rules/why-no-work.js';

/** Why no work comes, what a system made of the agent's presence, and what became of an offer, whoever says it. */
export const noWorkWords = {
  /** What keeps work away. What a system made of the presence says so by itself. */
  why: {
    'signed-out': 'You are signed out. No tasks come until you sign in again.',
    'not-an-agent': 'There is no workspace for you here. No tasks come until you sign in as an agent.',
    'cut-off': 'Not connected. New tasks come when the connection is back.',
    'off-duty': 'No tasks come while you are offline.',
    presence: 'Your presence keeps new tasks away.',
    session: 'You are in a session. New tasks come when it is over.',
    'after-call-work': 'After-call work keeps new tasks away until you finish it.',
    'total-limit': 'At full capacity: close or transfer a task before more can come.',
    'modality-disabled': 'You do not handle tasks of any kind.',
  } satisfies Record<Exclude<NoWorkReason, 'rona' | 'presence-rule' | 'modality-limit'>, string>,
  modalityFull: (kinds: string) => `${kinds}: no more until one closes.`,
  modalityOff: (kinds: string) => `${kinds}: you do not handle tasks of this kind.`,
  /** What a system made of the presence. */
  made: (presence: string, until: string | undefined, cause: string) =>
    `${presence}${until === undefined ? '' : ` until ${until}`}${cause === '' ? '' : ` (${cause})`}.`,
  chose: (presence: string) => `You chose ${presence}.`,
  /** What comes once the work in hand is done, such as “Away (Lunch)”. */
  next: (presence: string) => `After what you have in hand: ${presence}.`,
  /** Why it did. */
  cause: {
    rona: (task: string) => `missed ${task}`,
    declined: (task: string) => `declined ${task}`,
    'session-start': (task: string) => `started ${task}`,
    connected: (task: string) => `in ${task}`,
    'after-call-work': (task: string) => `after-call work of ${task}`,
  } satisfies Record<KnownPresenceCause, (task: string) => string>,
  /** Such as “a call of Reception”. */
  task: (kind: string, service: string) => (service === '' ? kind : `${kind} of ${service}`),
  kind: {
    'audio-video': 'a call',
    im: 'a chat',
    email: 'an email',
    external: 'an external task',
  } satisfies Record<KnownModality, string>,
  anyKind: 'a task',
  /** What became of an offer, and what follows from it. */
  offer: {
    missed: (task: string) => `You missed ${task}. It went back to the queue.`,
    declined: (task: string) => `You declined ${task}. It went back to the queue.`,
    taken: (task: string) => `Somebody else took ${task}.`,
    cancelled: (task: string) => `The customer left before you answered ${task}.`,
    withdrawn: (task: string) => `The system withdrew ${task}.`,
    assigned: (task: string) => `The system gave you ${task} without asking.`,
  },
  left: 'left',
  back: 'Back to available',
  signIn: 'Sign in',
  toSession: 'Go to the session',
  toWork: 'Finish after-call work',
  whyTitle: 'Why no tasks come',
};

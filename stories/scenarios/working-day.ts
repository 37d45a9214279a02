import type { Session } from '../../src/index.js';
import { MINUTE, aSession, anEndedSession } from './builders.js';
import { NOW } from './scripted-gateway.js';

/** A chat that rings for another 25 seconds. */
export const anOffer: Session = {
  id: 'offer-1',
  serviceId: 'card-line',
  modality: 'im',
  direction: 'inbound',
  state: 'offered',
  since: NOW - 5000,
  times: { queued: NOW - MINUTE, offered: NOW - 5000 },
  offerExpiresAt: NOW + 25_000,
  visitorLabel: 'Visitor 7',
  participants: [],
  parameters: [],
  tags: [],
  unread: 0,
  isSelected: false,
};

/** Without what only the call of the builder has. */
function written(about: Partial<Session>): Session {
  const { caller: _, customer: __, ...rest } = aSession();
  return { ...rest, ...about };
}

/** Set aside so many minutes ago. */
const aside = (minutes: number): Pick<Session, 'state' | 'since' | 'parkedSince'> => ({
  state: 'parked',
  since: NOW - minutes * MINUTE,
  parkedSince: NOW - minutes * MINUTE,
});

export const theCall: Session = aSession();

export const aChat: Session = written({
  id: 'chat-1',
  modality: 'im',
  customer: { name: 'Kenny Smith', email: 'kenny@smith.example' },
});

export const aParkedCall: Session = aSession({
  id: 'parked-call',
  customer: { name: 'Luis Ortega' },
  caller: { phone: '+34915550162' },
  ...aside(4),
});

export const aParkedChat: Session = { ...aChat, id: 'parked-chat', ...aside(9), unread: 1 };

const aLongParkedChat: Session = written({
  id: 'long-parked-chat',
  modality: 'im',
  visitorLabel: 'Visitor 3',
  ...aside(16),
});

export const aParkedMail: Session = written({
  id: 'parked-mail',
  serviceId: 'front-desk',
  modality: 'email',
  subject: 'Statement for February',
  ...aside(52),
});

export const aParkedTask: Session = written({
  id: 'parked-task',
  serviceId: 'front-desk',
  modality: 'external',
  direction: 'none',
  subject: 'Call back Mrs Amsler',
  ...aside(31),
});

/** Parked, and not in the order in which the list has to show them. */
export const parkedSessions: readonly Session[] = [aParkedMail, aParkedChat, aParkedTask, aLongParkedChat, aParkedCall];

/** Over, with after-call work that runs for another 14 seconds. */
export const unfinishedWork: Session = anEndedSession({
  id: 'unfinished',
  customer: { name: 'Mira Obi' },
  state: 'after-call-work',
  since: NOW - 6000,
  afterCallWork: { startedAt: NOW - 6000, dueAt: NOW + 14_000, canFinishEarly: true, canExtend: true },
});

/** A call that rang for a minute and that the agent did not answer. */
export const missed: Session = written({
  id: 'missed-1',
  state: 'ended',
  offerOutcome: 'missed',
  since: NOW - 70 * MINUTE,
  times: { queued: NOW - 73 * MINUTE, offered: NOW - 71 * MINUTE, ended: NOW - 70 * MINUTE },
  caller: { phone: '+41315550187' },
});

export const history: readonly Session[] = [
  anEndedSession(),
  missed,
  written({
    id: 'mail-1',
    serviceId: 'front-desk',
    modality: 'email',
    state: 'ended',
    subject: 'New address',
    result: 'marked-as-handled-by-user',
    since: NOW - 26 * 60 * MINUTE,
    times: { ended: NOW - 26 * 60 * MINUTE },
  }),
];

/** The middle of a working day: an offer, a call, four sessions set aside, and what was before. */
export const workingDay: readonly Session[] = [
  anOffer,
  theCall,
  aParkedChat,
  aLongParkedChat,
  aParkedMail,
  aParkedTask,
  ...history,
];

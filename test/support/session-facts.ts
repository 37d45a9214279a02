import type { Session, SessionFact, SessionState, TranscriptFact } from '../../src/index.js';
import { aSession, someSegments } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';

export type FactOnSession = SessionFact | TranscriptFact;
export type FactType = FactOnSession['type'];

/** The states of a session that goes on. */
export const ONGOING: readonly SessionState[] = [
  'accepted',
  'active',
  'held',
  'parking',
  'parked',
  'unparking',
  'transferring',
];

/** When the facts below happened: after everything in `aSessionIn`. */
export const LATER = NOW + 60_000;

const on = { sessionId: 'call-1', at: LATER } as const;

/** One fact of every type, about the session `call-1`. The compiler refuses a type that is missing. */
export const FACTS: { readonly [T in FactType]: FactOnSession & { readonly type: T } } = {
  'session.snapshot': { type: 'session.snapshot', at: LATER, session: aSession({ subject: 'As the backend has it' }) },
  'session.offered': {
    type: 'session.offered',
    offer: { serviceId: 'front-desk', modality: 'email', direction: 'outbound' },
    ...on,
  },
  'session.accepted': { type: 'session.accepted', ...on },
  'session.connected': { type: 'session.connected', ...on },
  'session.declined': { type: 'session.declined', ...on },
  'session.missed': { type: 'session.missed', ...on },
  'session.held': { type: 'session.held', ...on },
  'session.resumed': { type: 'session.resumed', ...on },
  'session.parking': { type: 'session.parking', ...on },
  'session.parked': { type: 'session.parked', ...on },
  'session.park-failed': { type: 'session.park-failed', reason: 'No park slot is free.', ...on },
  'session.unparking': { type: 'session.unparking', ...on },
  'session.unparked': { type: 'session.unparked', ...on },
  'session.unpark-failed': { type: 'session.unpark-failed', reason: 'The invitation ran out.', ...on },
  'session.transferring': { type: 'session.transferring', target: 'Front Desk', ...on },
  'session.transfer-failed': { type: 'session.transfer-failed', reason: 'Nobody answered.', ...on },
  'session.ended': { type: 'session.ended', result: 'accepted-by-user', ...on },
  'controls.changed': {
    type: 'controls.changed',
    cannot: [{ command: 'session.park', reason: 'All park slots are taken.' }],
    ...on,
  },
  'session.removed': { type: 'session.removed', ...on },
  'session.forgotten': { type: 'session.forgotten', ...on },
  'session.selected': { type: 'session.selected', ...on },
  'session.deselected': { type: 'session.deselected', ...on },
  'after-call-work.extended': { type: 'after-call-work.extended', dueAt: LATER + 60_000, ...on },
  'after-call-work.finished': { type: 'after-call-work.finished', ...on },
  'caller.identified': { type: 'caller.identified', caller: { phone: '+41315550177' }, ...on },
  'customer.identified': { type: 'customer.identified', customer: { company: 'Brunner Bakeries' }, ...on },
  'participant.joined': { type: 'participant.joined', participant: { id: 'bot', role: 'bot' }, ...on },
  'participant.left': { type: 'participant.left', participantId: 'customer', ...on },
  'parameters.changed': {
    type: 'parameters.changed',
    parameters: [{ name: 'Contract', state: 'value', value: 'B-71' }],
    ...on,
  },
  'sentiment.changed': { type: 'sentiment.changed', sentiment: 'negative', ...on },
  'codes.chosen': { type: 'codes.chosen', primary: 'card-lost', ...on },
  'tags.changed': { type: 'tags.changed', tags: ['vip'], ...on },
  'codes.suggested': { type: 'codes.suggested', suggested: { primaryCode: 'card-lost', tags: ['vip'] }, ...on },
  'summary.changed': {
    type: 'summary.changed',
    summary: { status: 'ready', version: 1, parts: { title: 'Lost card' } },
    ...on,
  },
  'notes.changed': {
    type: 'notes.changed',
    notes: { text: 'Calls **back**', version: 1, by: 'ana', at: LATER },
    ...on,
  },
  'messages.read': { type: 'messages.read', unread: 0, ...on },
  'typing.changed': { type: 'typing.changed', typing: ['customer'], ...on },
  'messaging.changed': { type: 'messaging.changed', messaging: { maxLength: 160 }, ...on },
  'email.received': {
    type: 'email.received',
    email: { from: { address: 'hanne@example.com' }, to: [], text: 'Good morning' },
    ...on,
  },
  'external-task.changed': { type: 'external-task.changed', externalTask: { description: 'Check the lift' }, ...on },
  'context.recorded': { type: 'context.recorded', contextRecord: { isStored: false }, ...on },
  'transcript.appended': { type: 'transcript.appended', segments: someSegments('Good morning'), ...on },
  'transcript.corrected': { type: 'transcript.corrected', segment: someSegments('Good evening')[0]!, ...on },
  'message.delivery-changed': {
    type: 'message.delivery-changed',
    segmentId: 'line-1',
    delivery: 'read',
    ...on,
  },
  'transcript.eligibility-changed': { type: 'transcript.eligibility-changed', isTranscribable: false, ...on },
  'transcript.unavailable': { type: 'transcript.unavailable', reason: 'Recording was refused.', ...on },
};

const PARTICULARS: Partial<Record<SessionState, Partial<Session>>> = {
  offered: { offerExpiresAt: NOW + 20_000, times: { offered: NOW - 5_000 } },
  parked: { parkedSince: NOW - 90_000 },
  unparking: { parkedSince: NOW - 90_000 },
  transferring: { transferTarget: 'Claims' },
  'after-call-work': { afterCallWork: { startedAt: NOW, dueAt: NOW + 20_000, canFinishEarly: true, canExtend: true } },
  ended: { result: 'hangup-by-workflow', times: { ended: NOW } },
};

/** A session that has got as far as this state, with what belongs to it. */
export const aSessionIn = (state: SessionState, about: Partial<Session> = {}): Session =>
  aSession({ state, participants: [{ id: 'customer', role: 'customer' }], ...PARTICULARS[state], ...about });

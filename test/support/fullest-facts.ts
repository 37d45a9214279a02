import type { WireFact } from '../../src/core/wire/contract.js';
import type { Session } from '../../src/index.js';

const at = 1_750_000_000_000;
const on = { sessionId: 's1', at, causedBy: 'c1' } as const;

const participant = { id: 'p1', role: 'customer', name: 'Nora Feld' } as const;
const caller = { name: 'Nora Feld', phone: '+41445550133', upn: 'nora@feld.example', isAnonymous: false };
const customer = {
  id: 'k1',
  name: 'Nora Feld',
  firstName: 'Nora',
  lastName: 'Feld',
  company: 'Feld Interiors',
  jobTitle: 'Owner',
  department: 'Office',
  email: 'nora@feld.example',
  phone: '+41445550133',
  upn: 'nora@feld.example',
  imAddress: 'nora',
  street: 'Mill Lane 3',
  postCode: '8001',
  city: 'Zurich',
  state: 'ZH',
  country: 'CH',
};
const parameters = [
  { name: 'Contract', state: 'value', value: 'B-71' },
  { name: 'Language', state: 'not-available', reason: 'No licence' },
  { name: 'Card', state: 'pending' },
  { name: 'Limit', state: 'empty' },
] as const;
const files = { types: ['image/*'], maxBytes: 5, maxCount: 2 };
const messaging = {
  ...{ maxLength: 160, isFormatted: true, closesAt: at + 1, closedReason: 'They left.', takesTyping: true },
  files,
};
const attachments = [{ id: 'a1', name: 'photo.jpg', size: 5, mediaType: 'image/jpeg', url: 'https://bank.example/a1' }];
const email = {
  from: { address: 'nora@feld.example', name: 'Nora Feld' },
  to: [{ address: 'cards@bank.example', name: 'Card Line' }],
  cc: [{ address: 'ivo@feld.example', name: 'Ivo Feld' }],
  replyTo: [{ address: 'desk@feld.example', name: 'Feld Desk' }],
  subject: 'Card reader',
  sentAt: at - 5,
  html: '<p>Hello</p>',
  text: 'Hello',
  attachments,
  mailbox: 'cards@bank.example',
};
const externalTask = { description: 'Check the lift', url: 'https://tasks.example/1' };
const summary = {
  status: 'ready',
  version: 2,
  parts: { title: 'T', issue: 'I', resolution: 'R', recap: 'C', narrative: 'N' },
  reason: 'Too short',
} as const;
const notes = { text: 'Calls **back**', version: 3, by: 'ana', at: at - 2 };
const suggested = { primaryCode: 'card-lost', secondaryCode: 'solved', tags: ['vip'] };
const stored = { isStored: true, until: at + 9, urls: [{ itemId: 'i1', url: 'https://crm.example/1' }] } as const;
const afterCallWork = { startedAt: at, dueAt: at + 20_000, canFinishEarly: true, canExtend: false, isExtended: true };
const segment = {
  id: 'l1',
  speaker: participant,
  text: 'Good morning',
  isFinal: true,
  offsetMs: 5000,
  sentiment: 'positive',
  language: 'en',
  isCorrected: true,
  at: at - 3,
  format: 'markdown',
  delivery: 'failed',
  deliveryFailure: 'The mailbox is full.',
  attachments,
} as const;
const session = {
  id: 's1',
  serviceId: 'card-line',
  modality: 'im',
  direction: 'inbound',
  state: 'parked',
  since: at - 9,
  parkedSince: at - 8,
  before: { state: 'held', since: at - 9 },
  times: { queued: at - 14, offered: at - 13, accepted: at - 12, connected: at - 11, ended: at - 10 },
  offerExpiresAt: at + 5,
  offerOutcome: 'accepted',
  caller,
  customer,
  visitorLabel: 'Visitor 3',
  subject: 'A card',
  participants: [participant],
  parameters,
  transferTarget: 'Claims',
  result: 'accepted-by-user',
  afterCallWork,
  failure: { action: 'park', reason: 'No park slot is free.', at },
  cannot: [{ command: 'session.transfer', reason: 'The bridge is full.' }],
  unread: 2,
  sentiment: 'negative',
  primaryCode: 'card-lost',
  secondaryCode: 'solved',
  tags: ['vip'],
  isSelected: true,
  transcriptUnavailable: 'Recording was refused.',
  isTranscribable: true,
  isForced: true,
  typing: ['p1'],
  messaging,
  email,
  externalTask,
  summary,
  notes,
  suggested,
  contextRecord: stored,
} as const satisfies Required<Omit<Session, 'source' | 'seen' | 'title' | 'isCovered'>>;
const cannot = [{ command: 'session.transfer', reason: 'The bridge is full.' }] as const;
const offer = {
  ...{ serviceId: 'card-line', modality: 'im', direction: 'outbound' as const, queuedAt: at - 5, expiresAt: at + 5 },
  ...{ caller, customer, visitorLabel: 'Visitor 3', subject: 'A card', participants: [participant], parameters },
  ...{ messaging, email, externalTask, isTranscribable: true, isForced: true, cannot, notes },
} as const;

const plain = <const T extends string>(type: T): { readonly type: T } & typeof on => ({ type, ...on });

/**
 * One fact of every type that a backend can say, with everything in it that it can hold; where that differs, several.
 * Configurations are documents, and read elsewhere.
 */
export const FULLEST_FACTS: readonly Exclude<WireFact, { readonly type: 'configuration.loaded' }>[] = [
  { type: 'session.snapshot', session, at, causedBy: 'c1' },
  { type: 'session.offered', offer, ...on },
  { type: 'session.accepted', offerOutcome: 'assigned', ...on },
  { type: 'session.connected', offerOutcome: 'assigned', ...on },
  plain('session.declined'),
  plain('session.missed'),
  plain('session.held'),
  plain('session.resumed'),
  plain('session.parking'),
  plain('session.parked'),
  plain('session.unparking'),
  plain('session.unparked'),
  plain('after-call-work.finished'),
  plain('session.removed'),
  plain('session.forgotten'),
  plain('session.selected'),
  plain('session.deselected'),
  { type: 'session.park-failed', reason: 'No park slot is free.', ...on },
  { type: 'session.unpark-failed', reason: 'Nobody answered.', ...on },
  { type: 'session.transfer-failed', reason: 'Nobody answered.', ...on },
  { type: 'session.transferring', target: 'Claims', ...on },
  { type: 'session.ended', result: 'accepted-by-user', offerOutcome: 'taken', afterCallWork, ...on },
  { type: 'after-call-work.extended', dueAt: at + 60_000, ...on },
  { type: 'caller.identified', caller, ...on },
  { type: 'customer.identified', customer, ...on },
  { type: 'participant.joined', participant, ...on },
  { type: 'participant.left', participantId: 'p1', ...on },
  { type: 'parameters.changed', parameters, ...on },
  { type: 'sentiment.changed', sentiment: 'negative', ...on },
  { type: 'codes.chosen', primary: 'card-lost', secondary: 'solved', ...on },
  { type: 'tags.changed', tags: ['vip'], ...on },
  { type: 'codes.suggested', suggested, ...on },
  { type: 'summary.changed', summary, ...on },
  { type: 'notes.changed', notes, ...on },
  { type: 'messages.read', unread: 3, ...on },
  { type: 'controls.changed', cannot, ...on },
  { type: 'typing.changed', typing: ['p1'], ...on },
  { type: 'messaging.changed', messaging, ...on },
  { type: 'email.received', email, ...on },
  { type: 'external-task.changed', externalTask, ...on },
  { type: 'context.recorded', contextRecord: stored, ...on },
  { type: 'context.recorded', contextRecord: { isStored: false, reason: 'Not wanted' }, ...on },
  { type: 'transcript.appended', segments: [segment], ...on },
  { type: 'transcript.corrected', segment, ...on },
  { type: 'transcript.unavailable', reason: 'Recording was refused.', ...on },
  { type: 'transcript.eligibility-changed', isTranscribable: true, ...on },
  { type: 'message.delivery-changed', segmentId: 'l1', delivery: 'failed', reason: 'Full', ...on },
  {
    type: 'presence.changed',
    userId: 'ana',
    presence: 'not-available',
    reason: 'Lunch',
    chosen: 'available',
    next: 'away',
    nextReason: 'Lunch',
    cause: 'rona',
    until: at + 600_000,
    serviceId: 'card-line',
    modality: 'audio-video',
    ...{ at, causedBy: 'c1' },
  },
  {
    type: 'usage.reported',
    userId: 'ana',
    usage: { total: 4, perModality: { 'audio-video': 1, im: 1, email: 1, external: 1 } },
    ...{ at, causedBy: 'c1' },
  },
  {
    type: 'configuration.rejected',
    problems: [{ path: 'version', expected: '1', found: '9', hint: 'write 1' }],
    ...{ at, causedBy: 'c1' },
  },
];

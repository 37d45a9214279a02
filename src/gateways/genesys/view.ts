import type { Customer, Caller, Participant } from '../../core/model/participant.js';
import type { Messaging } from '../../core/model/messaging.js';
import type { Parameter } from '../../core/model/parameter.js';
import type { AfterCallWork, Impediment, Session } from '../../core/model/session.js';
import type { PlatformClock } from './clock.js';
import type { Media, Part } from './participants.js';
import { MODALITY_OF, isCustomer, isThere, participantsOf, personOf, roleOf, wrapupOf } from './participants.js';
import type { Dict } from './read.js';
import { dict, present, span, text } from './read.js';
import type { FirstWords } from './words.js';

/** By what a conversation is read. */
export interface Reading {
  readonly agentId: string;
  readonly agentName: string | undefined;
  serviceOf(queueId: string | undefined): string;
  readonly words: FirstWords;
}

/** What a conversation says of a session besides its state. */
export interface View {
  readonly serviceId: string;
  readonly queueId: string | undefined;
  readonly modality: Session['modality'];
  readonly direction: Session['direction'];
  readonly caller?: Caller;
  readonly customer?: Customer;
  readonly subject?: string;
  readonly participants: readonly Participant[];
  readonly parameters: readonly Parameter[];
  readonly messaging?: Messaging;
  readonly cannot: readonly Impediment[];
  readonly primaryCode?: string;
  readonly tags: readonly string[];
}

export function viewOf(conversation: Dict, part: Part, reading: Reading): View {
  const { participant, media, one } = part;
  const all = participantsOf(conversation);
  const customer = all.find(isCustomer);
  const queueId = text(participant.queueId) ?? all.flatMap((other) => text(other.queueId) ?? []).at(-1);
  const wrapup = wrapupOf(part);
  return {
    serviceId: reading.serviceOf(queueId),
    queueId,
    modality: MODALITY_OF[media],
    direction: text(one.direction) ?? 'none',
    ...present({
      ...(customer && peopleOf(customer, one)),
      subject: text(one.subject),
      messaging: media === 'messages' ? { takesTyping: true } : undefined,
      primaryCode: text(wrapup.code),
    }),
    participants: peopleIn(all, reading),
    parameters: parametersOf([...(customer ? [customer] : []), participant]),
    cannot: impedimentsOf(part, reading.words),
    tags: Array.isArray(wrapup.tags) ? wrapup.tags.filter((tag) => text(tag) !== undefined) : [],
  };
}

function peopleOf(customer: Dict, { callbackNumbers }: Dict): { caller: Caller; customer: Customer | undefined } {
  const name = text(customer.name);
  const address = text(customer.ani) ?? text(customer.address);
  const callback = Array.isArray(callbackNumbers) ? text(callbackNumbers[0]) : undefined;
  const phone = address?.startsWith('tel:') ? address.slice('tel:'.length) : callback;
  const id = text(customer.externalContactId);
  return {
    caller: present({ name: name ?? (phone === undefined ? address : undefined), phone }),
    // Only a contact that the platform has found is a customer: a name alone is what the network said.
    customer: id === undefined ? undefined : { id, ...present({ name, phone }) },
  };
}

function peopleIn(all: readonly Dict[], { agentId }: Reading): readonly Participant[] {
  const people = new Map<string, Participant>();
  for (const participant of all) {
    const role = roleOf(participant, agentId);
    if (role === undefined || role === 'agent' || !isThere(participant)) continue;
    const person = personOf(participant, role);
    people.set(person.id, person);
  }
  return [...people.values()];
}

/** The attributes of customer and agent; of one that both have, the agent's. */
function parametersOf(participants: readonly Dict[]): readonly Parameter[] {
  const values = new Map<string, string>();
  for (const { attributes } of participants)
    for (const [name, value] of Object.entries(dict(attributes)))
      if (['string', 'number', 'boolean'].includes(typeof value)) values.set(name, String(value));
  return [...values].map(([name, value]) =>
    value === '' ? { name, state: 'empty' } : { name, state: 'value', value },
  );
}

/** What the platform does not do with a kind of work, and why. */
function impedimentsOf(part: Part, words: FirstWords): readonly Impediment[] {
  const isCodeOwed = part.participant.wrapupPrompt === 'mandatory' && text(wrapupOf(part).code) === undefined;
  return [
    ...IMPEDIMENTS[part.media].map(([command, word]) => ({ command, reason: words[word] })),
    ...(isCodeOwed ? [{ command: 'after-call-work.finish', reason: words.codeFirst }] : []),
  ];
}

const NO_PARKING = ['session.park', 'noCallParking'] as const;
const NO_HOLD = ['session.hold', 'noMessageHold'] as const;

const IMPEDIMENTS: Readonly<Record<Media, readonly (readonly [string, keyof FirstWords])[]>> = {
  calls: [NO_PARKING],
  callbacks: [NO_PARKING, ['session.hold', 'noCallbackHold']],
  videos: [NO_PARKING, ['session.hold', 'noMessageHold']],
  messages: [NO_HOLD],
  chats: [['session.park', 'notHere'], NO_HOLD, ['message.send', 'notHere']],
  emails: [NO_HOLD, ['email.reply', 'noMailAnswer']],
};

/** When somebody began to wait in a queue, ms; before `now`. */
export function queuedAtOf(conversation: Dict, now: number, clock: PlatformClock): number | undefined {
  const queue = participantsOf(conversation).findLast(({ purpose }) => purpose === 'acd');
  return clock.timeOf(queue?.connectedTime ?? queue?.startTime ?? conversation.startTime, now);
}

/** The work after a conversation that is over. Without a clock it has ended just now, whatever the platform says. */
export function afterCallWorkOf({ participant, one }: Part, now: number, clock?: PlatformClock): AfterCallWork {
  const startedAt = clock?.timeOf(dict(one.afterCallWork).startTime ?? one.disconnectedTime, now) ?? now;
  const lasts = span(participant.wrapupTimeoutMs);
  const prompt = text(participant.wrapupPrompt) ?? '';
  return {
    startedAt,
    // Time-boxed ones have a limit; only the forced one cannot be left before it.
    ...(lasts !== undefined && /timeout$/i.test(prompt) && { dueAt: startedAt + lasts }),
    canFinishEarly: prompt !== 'forcedTimeout',
    canExtend: false,
  };
}

/** The agent as a speaker: one person, whatever part of a conversation it is. */
export const agentOf = ({ agentId, agentName }: Reading): Participant => ({
  id: agentId,
  role: 'agent',
  ...(agentName !== undefined && { name: agentName }),
});

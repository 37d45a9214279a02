import { textOf } from '../../core/text/displayable-text.js';
import type { Offer } from '../../core/events/session-event.js';
import type { Customer } from '../../core/model/participant.js';
import type { Impediment, Session } from '../../core/model/session.js';
import { parametersOf, textAt, valueAt } from './attributes.js';
import { modalityOf, serviceOf } from './mapping.js';
import type { AttributePaths, TwilioOptions } from './options.js';
import type { TwilioReservation, TwilioTask } from './task-router.js';
import type { SessionWords } from './words.js';

/** What is read of reservations with. */
export interface Reading {
  readonly options: TwilioOptions;
  readonly paths: AttributePaths;
  readonly words: SessionWords;
}

/** What a reservation says now, in our words. */
export interface Sighting {
  readonly sessionId: string;
  /** As the platform says it, or an event of it. */
  readonly status: string;
  /** Whether its task was cancelled. */
  readonly isCancelled: boolean;
  readonly offer: Offer;
  readonly codes: Pick<Session, 'primaryCode' | 'secondaryCode'>;
  readonly tags: readonly string[];
  /** A cold transfer; in a warm one the agent stays in the conversation. */
  readonly transfer: { readonly status: string; readonly to: string; readonly reason: string } | undefined;
  /** When it was offered, and when it became what it is now. */
  readonly created: number;
  readonly changed: number;
}

/** When something was seen, and whether it happens now. */
export interface Moment {
  readonly now: number;
  readonly isLive: boolean;
}

/** Dates of the platform have whole seconds, and news takes a while: what differs less is no other clock. */
const SAME_CLOCK_MS = 3000;

const timeOf = (date: unknown): number => (date instanceof Date ? date.getTime() : Number.NaN);

const isSpan = (seconds: number): boolean => seconds > 0 && seconds < 1e8;

/** How far the machine's clock is ahead of the platform's, by which a task that was just read is `age` seconds old. */
function shiftOf({ dateCreated, age }: TwilioTask, now: number): number {
  const shift = now - (timeOf(dateCreated) + age * 1000);
  return isSpan(age) && Math.abs(shift) > SAME_CLOCK_MS ? shift : 0;
}

/** A date of the platform by the machine's clock; now for what makes no sense. */
function past(date: unknown, shift: number, now: number): number {
  const time = timeOf(date);
  return time > 0 && time + shift <= now ? time + shift : now;
}

/** @throws what the getters of the SDK throw, and where there is nothing to tell a session by */
export function sightingOf(
  reservation: TwilioReservation,
  { now, isLive }: Moment,
  reading: Reading,
  told = reservation.status,
): Sighting {
  const { sid, task, timeout } = reservation;
  if (typeof sid !== 'string' || sid === '') throw new TypeError('a reservation has no sid');
  const { options, paths } = reading;
  const { attributes } = task;
  const shift = shiftOf(task, now);
  const created = past(reservation.dateCreated, shift, now);
  const outgoing = task.transfers?.outgoing;
  const tags = valueAt(attributes, paths.tags);
  const isDone = task.status === 'canceled' || task.status === 'completed';
  return {
    sessionId: sid,
    // A task that is over has no reservation that goes on, whatever became of the news of it.
    status: isDone && ['pending', 'accepted', 'wrapping'].includes(told) ? task.status : told,
    isCancelled: task.status === 'canceled' || told === 'canceled',
    offer: {
      ...offerOf(reservation, reading),
      queuedAt: past(task.dateCreated, shift, created),
      ...(isSpan(timeout) && { expiresAt: created + timeout * 1000 }),
      serviceId: serviceOf(task, options.services),
    },
    codes: codesOf(attributes, paths),
    tags: Array.isArray(tags) ? [...new Set(tags.filter((tag): tag is string => typeof tag === 'string'))] : [],
    transfer:
      outgoing && word(outgoing.mode) === 'cold'
        ? {
            status: word(outgoing.status),
            to: textOf(outgoing.to),
            reason: outgoing.transferFailedReason || reading.words.transferFailed,
          }
        : undefined,
    created,
    changed: isLive ? now : Math.max(created, past(reservation.dateUpdated, shift, now)),
  };
}

const word = (value: unknown): string => String(value).toLowerCase();

function codesOf(attributes: unknown, { primaryCode, secondaryCode }: AttributePaths): Sighting['codes'] {
  const [primary, secondary] = [textAt(attributes, primaryCode), textAt(attributes, secondaryCode)];
  return {
    ...(primary !== undefined && { primaryCode: primary }),
    ...(secondary !== undefined && { secondaryCode: secondary }),
  };
}

function offerOf({ task }: TwilioReservation, reading: Reading): Omit<Offer, 'serviceId'> {
  const { attributes } = task;
  const modality = modalityOf(textOf(task.taskChannelUniqueName), reading.options.channels);
  const [name, phone] = [textAt(attributes, 'name'), textAt(attributes, 'from') ?? textAt(attributes, 'caller')];
  const subject = textAt(attributes, 'subject') ?? textAt(attributes, 'title');
  const customer = customerOf(attributes);
  const direction = textAt(attributes, 'direction') === 'outbound' ? 'outbound' : 'inbound';
  return {
    modality,
    direction: modality === 'external' ? 'none' : direction,
    ...((name ?? phone) !== undefined && {
      caller: { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) },
    }),
    ...(customer && { customer }),
    ...(subject !== undefined && { subject }),
    parameters: parametersOf(attributes),
    cannot: impedimentsOf(modality, attributes, reading),
  };
}

/** Who the customer is, as tasks of Flex say it (`customers`). */
function customerOf(attributes: unknown): Customer | undefined {
  const known = (['name', 'phone', 'email'] as const).flatMap((key) => {
    const value = textAt(attributes, `customers.${key}`);
    return value === undefined ? [] : [[key, value] as const];
  });
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

/** The attributes that name the conversation of a task: of Flex Conversations, and of what was before them. */
export const CONVERSATION_NAMES = ['conversationSid', 'channelSid'];

/** What TaskRouter does not do, and could be asked for. */
function impedimentsOf(modality: string, attributes: unknown, { options, words }: Reading): readonly Impediment[] {
  const hasMessages =
    options.conversations && CONVERSATION_NAMES.some((name) => textAt(attributes, name) !== undefined);
  return [
    { command: 'session.park', reason: words.noPark },
    ...(modality === 'im' && !hasMessages ? [{ command: 'message.send', reason: words.noMessages }] : []),
    ...(modality === 'email' ? [{ command: 'email.reply', reason: words.noMail }] : []),
  ];
}

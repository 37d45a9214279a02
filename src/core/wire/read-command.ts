import * as v from 'valibot';
import type { AgentWish } from '../commands/command.js';
import { LONGEST_NOTES } from '../model/session-notes.js';
import { LONGEST_TAG, MOST_TAGS } from '../tags/tag-list.js';
import { version } from './envelope-schemas.js';
import { count, id } from './model-schemas.js';
import type { Reading } from './reading.js';
import { isRecord, present, readVersioned } from './reading.js';
import { E164 } from '../text/phone-number.js';
import { object } from './own-object.js';

/** Longest text in a command, in UTF-16 units: ids and codes are short. */
const LONGEST = 1000;
/** Longest message or mail, in UTF-16 units; what a channel takes is often less. */
const LONGEST_WRITTEN = 50_000;

/** Most files of one message; what a channel takes is often less. */
const MOST_ATTACHMENTS = 50;

const text = v.pipe(v.string(), v.maxLength(LONGEST));
const written = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_WRITTEN));
const sessionId = v.pipe(id, v.maxLength(LONGEST));

const transfer = { v: version, type: v.literal('session.transfer'), sessionId };
const none = v.exactOptional(v.never());

/** A file that was uploaded before. Where it can be fetched the backend says. */
const sentFile = object({
  id: v.pipe(id, v.minLength(1), v.maxLength(LONGEST)),
  name: text,
  size: v.exactOptional(count),
  mediaType: v.exactOptional(text),
});

/** The body of `POST /commands`. */
export const commandSchema = v.variant('type', [
  object({
    v: version,
    type: v.picklist([
      'session.accept',
      'session.decline',
      'session.park',
      'session.unpark',
      'session.hold',
      'session.resume',
      'session.end',
      'after-call-work.finish',
      'after-call-work.extend',
      'session.release',
      'work-item.pick',
    ]),
    sessionId,
  }),
  // Exactly one target: where there are several, the body names none.
  object({ ...transfer, targetServiceId: text, targetUserId: none, targetNumber: none }),
  object({ ...transfer, targetServiceId: none, targetUserId: text, targetNumber: none }),
  object({ ...transfer, targetServiceId: none, targetUserId: none, targetNumber: v.pipe(v.string(), v.regex(E164)) }),
  object({
    v: version,
    type: v.literal('codes.choose'),
    sessionId,
    primary: v.exactOptional(v.nullable(text)),
    secondary: v.exactOptional(v.nullable(text)),
  }),
  object({
    v: version,
    type: v.literal('tags.change'),
    sessionId,
    tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_TAG))), v.maxLength(MOST_TAGS)),
  }),
  object({
    v: version,
    type: v.literal('notes.save'),
    sessionId,
    text: v.pipe(v.string(), v.maxLength(LONGEST_NOTES)),
    version: count,
  }),
  object({
    v: version,
    type: v.literal('message.send'),
    sessionId,
    segmentId: sessionId,
    /** Empty only where there are files. */
    text: v.pipe(v.string(), v.maxLength(LONGEST_WRITTEN)),
    format: v.exactOptional(v.literal('markdown')),
    attachments: v.exactOptional(v.pipe(v.array(sentFile), v.minLength(1), v.maxLength(MOST_ATTACHMENTS))),
  }),
  object({ v: version, type: v.literal('messages.mark-read'), sessionId, segmentId: sessionId }),
  object({ v: version, type: v.literal('email.reply'), sessionId, toAll: v.boolean(), text: written }),
  object({ v: version, type: v.literal('email.mark-as-handled'), sessionId }),
  object({ v: version, type: v.literal('presence.change'), presence: text }),
]);

type WishInBody = v.InferOutput<typeof commandSchema>;
/** Does not compile while a wish of the core is missing above. */
true satisfies [Exclude<AgentWish['type'], WishInBody['type']>] extends [never] ? true : false;

/** Reads the body of `POST /commands`. Null is absent, but in codes: there it takes a code away. */
export function readCommand(body: unknown): Reading<AgentWish> {
  const hasNulls = !isRecord(body) || body['type'] === 'codes.choose';
  const command = readVersioned(commandSchema, hasNulls ? body : present(body));
  if (!command.ok) return command;
  if (command.value.type === 'message.send' && command.value.text === '' && !command.value.attachments)
    return { ok: false, reason: 'text: Expected what is not empty, or attachments' };
  const { v: _, ...wish } = command.value;
  return { ok: true, value: wish };
}

/** The body that `readCommand` reads. */
export const writeCommand = (wish: AgentWish): { readonly v: 1 } & AgentWish => ({ v: 1, ...wish });

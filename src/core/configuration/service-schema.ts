import * as v from 'valibot';
import { PAUSED_BY_PARKING } from '../model/parking.js';
import { HANDLING_PRESENCES } from '../model/presence.js';
import { TRANSFER_KINDS } from '../model/transfer.js';
import { object } from '../wire/own-object.js';
import { extensions } from './extensions-schema.js';
import { layout } from './layout-schema.js';
import { count, flag, id, label, seconds, text } from './schema-parts.js';

const companion = object({
  recognizer: flag(true, 'Whether a speech recognizer is set up for this service.'),
  transcription: flag(false, 'Whether calls are transcribed. Live captions and summaries need it.'),
  liveCaption: flag(false, 'Whether calls are captioned live.'),
  summarization: flag(false, 'Whether calls are summarized after they end.'),
  codeSuggestions: flag(false, 'Whether codes and tags are suggested by a machine.'),
  quickReplies: v.pipe(
    v.optional(v.array(object({ id, title: label, text: v.pipe(text, v.description('Markdown.')) })), []),
    v.description('Ready answers, offered when an agent types / in a message.'),
  ),
});

const afterCallWork = object({
  enabled: flag(
    false,
    'Whether an ended task is followed by after-call work (contact-center only). For users with task parallelization: only a call that is not parked.',
  ),
  durationSeconds: seconds(20, 'How long after-call work lasts.'),
  earlyEnd: flag(true, 'Whether agents may finish it early.'),
  extension: flag(true, 'Whether agents may extend it, once, if maxExtensionSeconds gives them time for it.'),
  maxExtensionSeconds: seconds(
    0,
    'How long an extension lasts. It is a count of its own: what was left is not added. 0 allows none.',
  ),
});

const parking = object({
  pauses: v.pipe(
    v.optional(v.array(v.picklist(PAUSED_BY_PARKING)), [...PAUSED_BY_PARKING]),
    v.description('What does not go on while a session is parked. Agents are told so where it runs.'),
  ),
  confirm: flag(false, 'Whether agents are asked before they park a session of which something would not go on.'),
  freesSlot: flag(
    false,
    'Whether a parked task takes no slot until it is taken back, as on Amazon Connect, Twilio and Genesys Cloud; otherwise it takes one until it is closed. The limits do not keep an agent from taking one back: there may then be more than they allow.',
  ),
});

const rona = object({
  enabled: flag(
    false,
    'Whether an agent who misses or declines a task gets no more work for a while (persistent RONA). Contact Center only.',
  ),
  resetAfterSeconds: v.pipe(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(28_800)), 600),
    v.description('How long that lasts, unless the agent ends it: 10 seconds to 8 hours.'),
  ),
});

/** One service; the kinds of records are read as such. */
export const service = object({
  id,
  name: label,
  licence: v.pipe(
    v.optional(v.picklist(['advanced-routing', 'enterprise-routing', 'contact-center']), 'advanced-routing'),
    v.description('Widgets need enterprise-routing or contact-center.'),
  ),
  extensions: v.optional(extensions, {}),
  layout: v.pipe(
    v.optional(layout, {}),
    v.description('Which tabs of a session stand where, until its agent changes it.'),
  ),
  companion: v.optional(companion, {}),
  release: v.pipe(
    v.optional(v.picklist(['off', 'queue', 'waiting']), 'off'),
    v.description(
      'What becomes of a conversation that its agent leaves without ending it. queue: somebody else takes it. waiting: a chat waits until its customer writes again (persistent chat), all else is queued. off: it cannot be left so.',
    ),
  ),
  waitingDays: v.pipe(
    v.optional(count, 28),
    v.description('How many days a chat waits for its customer until it is over.'),
  ),
  afterCallWork: v.optional(afterCallWork, {}),
  rona: v.pipe(v.optional(rona, {}), v.description('What becomes of an agent who does not take a task.')),
  presenceWhileHandled: v.pipe(
    v.optional(v.picklist(HANDLING_PRESENCES)),
    v.description(
      'What the presence of an agent becomes while a session of this service is handled, not parked; then it is again what the agent chose. Without it: unchanged. away and do-not-disturb keep other work away meanwhile. What the agent chooses meanwhile holds, and so does a choice that keeps work away.',
    ),
  ),
  parking: v.pipe(v.optional(parking, {}), v.description('What parking a session means.')),
  transferTo: v.pipe(
    v.optional(v.array(v.picklist(TRANSFER_KINDS)), ['service']),
    v.description(
      'Where agents may transfer sessions of this service to: other services, other users (agent), phone numbers (calls only).',
    ),
  ),
});

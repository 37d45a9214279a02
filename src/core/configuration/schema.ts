import * as v from 'valibot';
import { DEFAULT_LINK } from '../location/map-urls.js';
import { MODALITIES } from '../model/modality.js';
import { PAUSED_BY_PARKING } from '../model/parking.js';
import { HANDLING_PRESENCES } from '../model/presence.js';
import { SENTIMENTS } from '../model/sentiment.js';
import { TRANSFER_KINDS } from '../model/transfer.js';
import { PLACED_TABS } from './layout.js';
import { count, flag, id, ids, label, limit, seconds, text } from './schema-parts.js';
import { WIDGETS } from './widgets.js';
import { object } from '../wire/own-object.js';

const tenant = object({
  name: label,
  sessionLimit: v.pipe(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    v.description(
      'Most sessions that an agent has on the list; none without it. It is said before it is reached, and then keeps agents from opening more by hand. What comes from the queue comes all the same.',
    ),
  ),
  companionLicences: flag(false, 'Whether the organisation holds licences for transcription, captions and summaries.'),
  codes: v.pipe(v.optional(v.array(object({ id, label })), []), v.description('All codes; services choose from them.')),
  contextItems: v.pipe(
    v.optional(
      v.array(
        object({
          id,
          label,
          url: v.pipe(
            text,
            v.description('URL template, such as https://crm.example/customers/$(Customer.Id) or …/{caseId}.'),
          ),
          whenMissing: v.pipe(
            v.optional(v.picklist(['disable', 'blank']), 'disable'),
            v.description(
              'What happens while a parameter of the URL has no value: the item is disabled, or it is left blank.',
            ),
          ),
          allowSameOrigin: flag(
            false,
            'Inline only: the framed page keeps its own cookies and storage. For a site of another origin than the portal.',
          ),
          messages: flag(
            false,
            'Inline only: the framed page may tell that it is ready, and whether it holds input that is not saved.',
          ),
        }),
      ),
      [],
    ),
    v.description('All conversation-context items; services choose from them.'),
  ),
  map: v.pipe(
    v.optional(
      object({
        tiles: v.pipe(
          v.optional(text),
          v.description('Tile URL with {z}, {x} and {y}. Without it a map shows address, coordinates and a link.'),
        ),
        attribution: v.pipe(v.optional(v.string(), ''), v.description('Whom the map names as its source.')),
        maxZoom: v.pipe(v.optional(count, 18), v.description('Closest zoom that the tile source has.')),
        anonymousTiles: flag(
          false,
          'Whether tiles are asked for without cookies. The tile source then has to allow other origins (CORS).',
        ),
        geocoder: v.pipe(
          v.optional(text),
          v.description(
            'URL with {address} that answers with a JSON list of places with lat and lon. Addresses of customers end up in its logs: choose one of your own.',
          ),
        ),
        link: v.pipe(
          v.optional(text, DEFAULT_LINK),
          v.description('External map, opened by the agent, with {address}, or with {latitude} and {longitude}.'),
        ),
      }),
    ),
    v.description('Where maps come from.'),
  ),
});

const sessionDetails = v.optional(
  object({
    fields: v.pipe(
      v.optional(v.array(text)),
      v.description('System fields shown, such as Customer.Company, in this order. Without it: the usual ones.'),
    ),
    parameters: ids('Names of the parameters that the session details show, in this order.'),
    linkify: v.pipe(
      v.optional(v.picklist(['http', 'off']), 'http'),
      v.description('http: values that are http(s) addresses are links. Nothing else ever is.'),
    ),
    emptyValue: v.pipe(
      v.optional(v.picklist(['hide', 'blank', 'dash']), 'dash'),
      v.description('How a parameter without a value is shown.'),
    ),
  }),
  {},
);
const conversationContext = ids('Context items offered with a session, in this order.');
const embeddedContext = v.pipe(v.optional(text), v.description('The context item that is shown inline.'));

const extensions = object({
  widgets: v.pipe(
    v.optional(v.array(v.picklist(WIDGETS)), []),
    v.description('The widgets that sessions of this service show, in this order.'),
  ),
  sessionDetails,
  primaryCodes: ids('Codes offered as primary code, in this order.'),
  secondaryCodes: ids('Codes offered as secondary code, in this order. Independent of the primary code.'),
  tagSuggestions: ids('Tags suggested while the agent types; free tags are always allowed.'),
  conversationContext,
  contextOnAccept: ids('Context items that open by themselves when the agent accepts a task of this service.'),
  embeddedContext,
  endedContextUrl: v.pipe(
    v.optional(v.picklist(['current', 'as-it-was']), 'current'),
    v.description('For ended sessions with stored data: the URL configured now, or the one of then.'),
  ),
  mapParameter: v.pipe(
    v.optional(text),
    v.description('Name of the parameter that holds the location: an address, or latitude and longitude.'),
  ),
  mapRequests: flag(
    false,
    'Whether the map may ask the tile source and the geocoder. A location is personal data: off until allowed.',
  ),
  storeContextData: flag(false, 'Whether context data of ended sessions is kept (up to 30 days; not retroactive).'),
});

const FIRST_TAB = 'The tab that an agent sees first: alone where a session is narrow, otherwise in the first place.';
const OTHER_TAB = 'The tab beside it where a session is wide enough for two; none: one tab at a time at any width.';
const WHERE_ITEMS_OPEN =
  'Where context items open that an agent clicks: in a window of their own, or framed in a tab of the session, where their address can be framed.';
const split = v.pipe(
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(25), v.maxValue(75)), 50),
  v.description('How much of the width the first of two places takes, in percent (25 to 75). Agents may drag it.'),
);
const tabs = ids('Context items that have a tab in every session, such as a knowledge search, in this order.');

const layout = object({
  start: v.pipe(v.optional(v.picklist(PLACED_TABS), 'conversation'), v.description(FIRST_TAB)),
  end: v.pipe(v.optional(v.picklist([...PLACED_TABS, 'none']), 'customer'), v.description(OTHER_TAB)),
  split,
  contextItems: v.pipe(v.optional(v.picklist(['window', 'tab']), 'window'), v.description(WHERE_ITEMS_OPEN)),
  tabs,
});

/** Of a session without a conversation. */
const RECORD_TABS = PLACED_TABS.filter((tab) => tab !== 'conversation');

const recordLayout = object({
  start: v.pipe(v.optional(v.picklist(RECORD_TABS), 'embedded-context'), v.description(FIRST_TAB)),
  end: v.pipe(v.optional(v.picklist([...RECORD_TABS, 'none']), 'customer'), v.description(OTHER_TAB)),
  split,
  contextItems: v.pipe(v.optional(v.picklist(['window', 'tab']), 'tab'), v.description(WHERE_ITEMS_OPEN)),
  tabs,
});

const record = object({
  id,
  name: label,
  idFrom: v.pipe(
    v.optional(text),
    v.description(
      'The field or parameter that holds the id of such a record, such as Customer.Id or caseId: every session that has it offers to open the record. Without it, it is opened by the page around the workspace alone.',
    ),
  ),
  titleFrom: v.pipe(
    v.optional(text),
    v.description('The field or parameter that holds its title. Without it: its name and its id.'),
  ),
  sessionDetails,
  conversationContext,
  embeddedContext,
  layout: v.optional(recordLayout, {}),
});

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

const perModality = object({
  'audio-video': limit('Most calls at once.'),
  im: limit('Most chats at once.'),
  email: limit('Most emails at once.'),
  external: limit('Most external tasks at once.'),
} satisfies Record<(typeof MODALITIES)[number], unknown>);

const taskParallelization = object({
  enabled: flag(false, 'Whether parked tasks leave room for others; otherwise one task at a time.'),
  total: v.pipe(
    v.optional(count, 1),
    v.description('Most tasks at once, of all modalities. May be below the sum of theirs.'),
  ),
  perModality: v.pipe(
    v.optional(perModality, {}),
    v.description('Most tasks of one modality. One without a limit is limited by the total only.'),
  ),
});

const user = object({
  id,
  name: label,
  companionLicence: flag(false, 'Whether this user may see transcription, captions and summaries.'),
  modalities: v.pipe(
    v.optional(v.array(v.picklist(MODALITIES)), [...MODALITIES]),
    v.description('What this user is licensed to handle.'),
  ),
  taskParallelization: v.optional(taskParallelization, {}),
});

/**
 * The shape of a configuration document; `schema/configuration.schema.json` is generated from it. Lists of things with
 * ids rather than dictionaries: a key such as `__proto__` is then a value like any other.
 */
export const configurationSchema = object({
  $schema: v.optional(v.string()),
  version: v.literal(1),
  sessionPolicy: v.pipe(
    v.optional(v.picklist(['single-active', 'multi-active']), 'single-active'),
    v.description('single-active: the active session is parked before another one. multi-active: several at once.'),
  ),
  sentimentThreshold: v.pipe(
    v.optional(v.picklist(SENTIMENTS), 'slightly-negative'),
    v.description('From this sentiment downwards a session is marked as urgent.'),
  ),
  tenant,
  services: v.array(service),
  records: v.pipe(
    v.optional(v.array(record), []),
    v.description(
      'The kinds of records that agents work on without a conversation, such as contacts and cases: each opens as a session of its own, that takes no slot. No id of theirs may be that of a service.',
    ),
  ),
  users: v.array(user),
});

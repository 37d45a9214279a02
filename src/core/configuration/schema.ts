import * as v from 'valibot';
import { MODALITIES } from '../model/modality.js';
import { SENTIMENTS } from '../model/sentiment.js';
import { WIDGETS } from './widgets.js';

const text = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Descriptions go into the published schema, where an editor shows them while a service owner types. */
const id = v.pipe(text, v.description('Unique in its list. Other parts of the document refer to it.'));
const label = v.pipe(text, v.description('What agents read.'));
const flag = (byDefault: boolean, about: string) => v.pipe(v.optional(v.boolean(), byDefault), v.description(about));
const seconds = (byDefault: number, about: string) => v.pipe(v.optional(count, byDefault), v.description(about));
const ids = (about: string) => v.pipe(v.optional(v.array(text), []), v.description(about));
const limit = (about: string) => v.pipe(v.optional(count), v.description(about));

const tenant = v.object({
  name: label,
  companionLicences: flag(false, 'Whether the organisation holds licences for transcription, captions and summaries.'),
  codes: v.pipe(
    v.optional(v.array(v.object({ id, label })), []),
    v.description('All codes; services choose from them.'),
  ),
  contextItems: v.pipe(
    v.optional(
      v.array(
        v.object({
          id,
          label,
          url: v.pipe(text, v.description('URL template, such as https://crm.example/{Customer.Id}.')),
        }),
      ),
      [],
    ),
    v.description('All conversation-context items; services choose from them.'),
  ),
});

const extensions = v.object({
  widgets: v.pipe(
    v.optional(v.array(v.picklist(WIDGETS)), []),
    v.description('The widgets that sessions of this service show, in this order.'),
  ),
  sessionDetails: v.optional(
    v.object({ parameters: ids('Names of the parameters that the session details show, in this order.') }),
    {},
  ),
  primaryCodes: ids('Codes offered as primary code, in this order.'),
  secondaryCodes: ids('Codes offered as secondary code, in this order. Independent of the primary code.'),
  tagSuggestions: ids('Tags suggested while the agent types; free tags are always allowed.'),
  conversationContext: ids('Context items offered with a session, in this order.'),
  embeddedContext: v.pipe(v.optional(text), v.description('The context item that is shown inline.')),
  mapParameter: v.pipe(v.optional(text), v.description('Name of the parameter that holds the location.')),
  storeContextData: flag(false, 'Whether context data of ended sessions is kept (up to 30 days; not retroactive).'),
});

const companion = v.object({
  recognizer: flag(true, 'Whether a speech recognizer is set up for this service.'),
  transcription: flag(false, 'Whether calls are transcribed. Live captions and summaries need it.'),
  liveCaption: flag(false, 'Whether calls are captioned live.'),
  summarization: flag(false, 'Whether calls are summarized after they end.'),
});

const afterCallWork = v.object({
  enabled: flag(false, 'Whether an ended task is followed by after-call work.'),
  durationSeconds: seconds(20, 'How long after-call work lasts.'),
  earlyEnd: flag(true, 'Whether agents may finish it early.'),
  maxExtensionSeconds: seconds(0, 'How long an extension lasts, which begins anew; 0 allows none.'),
});

const service = v.object({
  id,
  name: label,
  licence: v.pipe(
    v.optional(v.picklist(['advanced-routing', 'enterprise-routing', 'contact-center']), 'advanced-routing'),
    v.description('Widgets need enterprise-routing or contact-center.'),
  ),
  extensions: v.optional(extensions, {}),
  companion: v.optional(companion, {}),
  afterCallWork: v.optional(afterCallWork, {}),
});

const perModality = v.object({
  'audio-video': limit('Most calls at once.'),
  im: limit('Most chats at once.'),
  email: limit('Most emails at once.'),
  external: limit('Most external tasks at once.'),
} satisfies Record<(typeof MODALITIES)[number], unknown>);

const taskParallelization = v.object({
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

const user = v.object({
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
export const configurationSchema = v.object({
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
  users: v.array(user),
});

import * as v from 'valibot';
import { MODALITIES } from '../model/modality.js';
import { SENTIMENTS } from '../model/sentiment.js';
import { WIDGETS } from './widgets.js';

const id = v.pipe(v.string(), v.minLength(1));
const flag = (byDefault: boolean) => v.optional(v.boolean(), byDefault);
const ids = v.optional(v.array(id), []);
const limit = v.pipe(v.number(), v.integer(), v.minValue(0));
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0));

const item = v.object({ id, label: id });

const extensions = v.object({
  widgets: v.optional(v.array(v.picklist(WIDGETS)), []),
  sessionDetails: v.optional(v.object({ parameters: ids }), {}),
  primaryCodes: ids,
  secondaryCodes: ids,
  tagSuggestions: ids,
  conversationContext: ids,
  embeddedContext: v.optional(id),
  mapParameter: v.optional(id),
  storeContextData: flag(false),
});

const companion = v.object({
  recognizer: flag(true),
  transcription: flag(false),
  liveCaption: flag(false),
  summarization: flag(false),
});

const afterCallWork = v.object({
  enabled: flag(false),
  durationSeconds: v.optional(seconds, 20),
  earlyEnd: flag(true),
  maxExtensionSeconds: v.optional(seconds, 0),
});

const service = v.object({
  id,
  name: id,
  licence: v.optional(v.picklist(['advanced-routing', 'enterprise-routing', 'contact-center']), 'advanced-routing'),
  extensions: v.optional(extensions, {}),
  companion: v.optional(companion, {}),
  afterCallWork: v.optional(afterCallWork, {}),
});

const perModality = v.object({
  'audio-video': v.optional(limit),
  im: v.optional(limit),
  email: v.optional(limit),
  external: v.optional(limit),
} satisfies Record<(typeof MODALITIES)[number], unknown>);

const user = v.object({
  id,
  name: id,
  companionLicence: flag(false),
  modalities: v.optional(v.array(v.picklist(MODALITIES)), [...MODALITIES]),
  taskParallelization: v.optional(
    v.object({ enabled: flag(false), total: v.optional(limit, 1), perModality: v.optional(perModality, {}) }),
    {},
  ),
});

/**
 * The shape of a configuration document; `schema/configuration.schema.json` is generated from it. Lists of things with
 * ids rather than dictionaries: a key such as `__proto__` is then a value like any other.
 */
export const configurationSchema = v.object({
  $schema: v.optional(v.string()),
  version: v.literal(1),
  sessionPolicy: v.optional(v.picklist(['single-active', 'multi-active']), 'single-active'),
  sentimentThreshold: v.optional(v.picklist(SENTIMENTS), 'slightly-negative'),
  tenant: v.object({
    name: id,
    companionLicences: flag(false),
    codes: v.optional(v.array(item), []),
    contextItems: v.optional(v.array(v.object({ ...item.entries, url: id })), []),
  }),
  services: v.array(service),
  users: v.array(user),
});

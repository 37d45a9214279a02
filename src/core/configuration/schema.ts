import * as v from 'valibot';
import { SENTIMENTS } from '../model/sentiment.js';
import { object } from '../wire/own-object.js';
import { record } from './record-schema.js';
import { service } from './service-schema.js';
import { tenant } from './tenant-schema.js';
import { user } from './user-schema.js';

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

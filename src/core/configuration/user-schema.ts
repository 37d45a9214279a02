import * as v from 'valibot';
import { MODALITIES } from '../model/modality.js';
import { object } from '../wire/own-object.js';
import { count, flag, id, label, limit } from './schema-parts.js';

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

export const user = object({
  id,
  name: label,
  companionLicence: flag(false, 'Whether this user may see transcription, captions and summaries.'),
  modalities: v.pipe(
    v.optional(v.array(v.picklist(MODALITIES)), [...MODALITIES]),
    v.description('What this user is licensed to handle.'),
  ),
  taskParallelization: v.optional(taskParallelization, {}),
});

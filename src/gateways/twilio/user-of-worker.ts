import { textOf } from '../../core/text/displayable-text.js';
import { MODALITIES } from '../../core/model/modality.js';
import { isObject } from './attributes.js';
import type { TwilioOptions } from './options.js';
import { modalityOf } from './mapping.js';
import type { TwilioWorker } from './task-router.js';

interface Entry {
  readonly id?: unknown;
}

/** The configuration document with the worker as its user, whose limits are those of the task channels. */
export function documentWith(
  { sid, name, channels }: TwilioWorker,
  { configuration, channels: names }: TwilioOptions,
): unknown {
  // What is no document is complained of where it is parsed.
  if (!isObject(configuration)) return configuration;
  const { users = [] } = configuration as { readonly users?: unknown };
  if (!Array.isArray(users)) return configuration;
  const limits = new Map<string, number>();
  let total = 0;
  for (const { taskChannelUniqueName, capacity } of channels.values()) {
    if (!Number.isSafeInteger(capacity) || capacity <= 0) continue;
    const modality = modalityOf(textOf(taskChannelUniqueName), names);
    limits.set(modality, (limits.get(modality) ?? 0) + capacity);
    total += capacity;
  }
  const modalities = MODALITIES.filter((modality) => limits.has(modality));
  const own = (users as readonly unknown[]).find((user): user is Entry => isObject(user) && (user as Entry).id === sid);
  const user = {
    name: name || sid,
    modalities,
    ...own,
    id: sid,
    taskParallelization: {
      enabled: true,
      total: Math.max(1, total),
      perModality: Object.fromEntries(modalities.map((modality) => [modality, limits.get(modality)])),
    },
  };
  return { ...configuration, users: [...(users as readonly unknown[]).filter((other) => other !== own), user] };
}

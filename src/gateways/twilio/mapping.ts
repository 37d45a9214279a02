import type { Modality } from '../../core/model/modality.js';
import type { Presence } from '../../core/model/presence.js';
import { textAt } from './attributes.js';
import type { TwilioOptions, TwilioServices } from './options.js';
import type { TwilioActivity, TwilioTask } from './task-router.js';

/** What a table says under the first of the keys that it has. */
export const own = <T>(table: Readonly<Record<string, T>> | undefined, ...keys: readonly string[]): T | undefined => {
  const key = table && keys.find((name) => Object.hasOwn(table, name));
  return key === undefined ? undefined : table?.[key];
};

/** What task channels are usually called. Any other name is a modality of its own, which is shown generically. */
const CHANNELS: Readonly<Record<string, Modality>> = {
  voice: 'audio-video',
  video: 'audio-video',
  chat: 'im',
  sms: 'im',
  whatsapp: 'im',
  messaging: 'im',
  email: 'email',
  default: 'external',
};

export const modalityOf = (name: string, channels: TwilioOptions['channels']): Modality =>
  own(channels, name) ?? own(CHANNELS, name.toLowerCase()) ?? name;

export function serviceOf(task: TwilioTask, { attribute, queues, workflows, ...services }: TwilioServices): string {
  const value = attribute && textAt(task.attributes, attribute.path);
  return (
    (value === undefined ? undefined : own(attribute?.services, value)) ??
    own(queues, task.queueSid, task.queueName) ??
    own(workflows, task.workflowSid, task.workflowName) ??
    services.default
  );
}

/** The service that a task queue belongs to. */
export const serviceOfQueue = (queue: string, { queues }: TwilioServices): string | undefined => own(queues, queue);

export function presenceOf(
  { sid, name, available }: TwilioActivity,
  activities: TwilioOptions['activities'],
): Presence {
  return own(activities, sid, name) ?? (available ? 'available' : /^offline$/i.test(name) ? 'offline' : 'away');
}

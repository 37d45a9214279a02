import type { Configuration, User } from '../../core/configuration/configuration.js';
import type { KnownModality } from '../../core/model/modality.js';
import { MODALITIES } from '../../core/model/modality.js';
import { fieldsOf } from './reading.js';

const CHANNELS: Readonly<Record<KnownModality, string>> = {
  'audio-video': 'VOICE',
  im: 'CHAT',
  email: 'EMAIL',
  external: 'TASK',
};

/**
 * The configuration with the limits of the agent's routing profile. What the configuration itself says of how many tasks
 * the agent may have in all stays where it is less than all channels together.
 *
 * @param concurrency how many contacts of each channel the agent may have at once, as `getChannelConcurrency` answers
 */
export function withLimits(
  configuration: Configuration,
  agent: { readonly id: string; readonly name: string },
  concurrency: unknown,
): Configuration {
  const channels = fieldsOf(concurrency);
  const limitOf = (modality: KnownModality): number => {
    const limit = channels[CHANNELS[modality]];
    return typeof limit === 'number' && Number.isInteger(limit) && limit > 0 ? limit : 0;
  };
  const modalities = MODALITIES.filter((modality) => limitOf(modality) > 0);
  // Nothing is said of the channels: then the configuration stands.
  if (modalities.length === 0) return configuration;
  const before = configuration.users.get(agent.id);
  const sum = modalities.reduce((all, modality) => all + limitOf(modality), 0);
  const { enabled = false, total = sum } = before?.taskParallelization ?? {};
  const user: User = {
    companionLicence: false,
    ...agent,
    ...before,
    modalities,
    taskParallelization: {
      enabled: true,
      total: enabled ? Math.min(total, sum) : sum,
      perModality: Object.fromEntries(modalities.map((modality) => [modality, limitOf(modality)])),
    },
  };
  return { ...configuration, users: new Map(configuration.users).set(agent.id, user) };
}

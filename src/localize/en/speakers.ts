import type { KnownSpeakerRole } from '../../core/model/participant.js';

/** Who speaks, where nobody has a name. */
export const speakerWords = {
  agent: 'Agent',
  customer: 'Customer',
  colleague: 'Colleague',
  supervisor: 'Supervisor',
  bot: 'Bot',
  system: 'System',
  /** Where nobody knows; a number follows. */
  unknown: 'Speaker',
} satisfies Record<KnownSpeakerRole | 'unknown', string>;

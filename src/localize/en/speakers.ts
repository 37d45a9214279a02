import type { SpeakerRole } from '../../core/model/participant.js';

/** Who speaks, where nobody has a name. */
export const speakerWords = {
  agent: 'Agent',
  customer: 'Customer',
  colleague: 'Colleague',
  bot: 'Bot',
  system: 'System',
} satisfies Record<SpeakerRole, string>;

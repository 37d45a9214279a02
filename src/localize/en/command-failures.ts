import type { CommandFailure } from '../../core/commands/command.js';

/** Why the contact centre did not do what was asked for. */
export const commandFailureWords = {
  'not-allowed': 'This is not allowed right now.',
  'at-capacity': 'No free slot for this task.',
  'unknown-session': 'The task is no longer there.',
  unreachable: 'The contact centre did not answer.',
  failed: 'The contact centre could not do it.',
} satisfies Record<CommandFailure, string>;

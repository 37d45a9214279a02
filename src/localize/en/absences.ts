import type { AbsenceReason } from '../../core/configuration/widgets-of-session.js';

/** Why a widget is not there. */
export const absenceWords = {
  'unknown-service': 'The configuration does not know this service.',
  'service-not-licensed': 'The service is not licensed for it.',
  'feature-off': 'The feature is switched off for this service.',
  'widget-off': 'The service owner has not switched it on.',
  'tenant-not-licensed': 'Your organisation is not licensed for it.',
  'user-not-licensed': 'You are not licensed for it.',
  'no-recognizer': 'No speech recognizer is set up for this service.',
  'no-data': 'There is nothing to show for this session.',
} satisfies Record<AbsenceReason, string>;

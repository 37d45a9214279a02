import type { KnownModality } from '../core/model/modality.js';
import type { ElementStrings, PartStrings } from './element-strings.js';

const modality: Readonly<Record<KnownModality | 'record', string>> = {
  'audio-video': 'Call',
  im: 'Chat',
  email: 'Email',
  external: 'External task',
  record: 'Record',
};

/** The words that nearly every element needs, in English. What else one needs comes with it: see `english`. */
export const en = {
  common: {
    failed: 'This could not be shown.',
    retry: 'Try again',
    dismiss: 'Dismiss',
    loading: 'Waiting for the first data.',
    loadingPart: 'Loading…',
    loadingLong: 'Still loading. If this lasts, load the page again.',
    noSession: 'No session is selected.',
    unknownSession: 'This session is not known here.',
    notAvailable: 'Not available',
    showMore: 'Show more',
    saving: 'Saving',
    notSaved: 'Not saved',
    whenConnected: 'Will be sent when connected',
    cancel: 'Cancel',
  },
  modality,
  capacity: {
    title: 'Task capacity',
    total: 'Tasks',
    figure: (what: string, used: number, limit: number | undefined) =>
      limit === undefined ? `${what}: ${String(used)}` : `${what}: ${String(used)} of ${String(limit)}`,
    full: 'full',
    over: 'over capacity',
    available: 'Available',
    notAvailable: 'Not available',
    off: 'Task parallelization is off for this user.',
  },
};

/** The words of one language. Those of single elements and parts come with them, unless they are given here. */
export type Strings = typeof en & Partial<ElementStrings & PartStrings>;

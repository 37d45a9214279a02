import type { KnownModality } from '../core/model/modality.js';

/** A sentence for each modality, and for those that nobody knows. */
export type PerModality = Readonly<Record<KnownModality | 'other', string>>;

/** The same sentence, whatever the modality. */
export const inEveryModality = (sentence: string): PerModality => ({
  'audio-video': sentence,
  im: sentence,
  email: sentence,
  external: sentence,
  other: sentence,
});

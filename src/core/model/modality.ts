/**
 * The four modalities a contact centre distributes, in the order in which parked sessions are grouped
 * (Nimbus: audio/video, then instant messaging, then email and external tasks).
 */
export const MODALITIES = ['audio-video', 'im', 'email', 'external'] as const;

export type KnownModality = (typeof MODALITIES)[number];

/** A known modality, or any other word a backend sends: such a session is shown generically, never dropped. */
export type Modality = KnownModality | (string & {});

const PARKED_GROUPS: ReadonlyMap<string, number> = new Map([
  ['audio-video', 0],
  ['im', 1],
  ['email', 2],
  ['external', 2],
]);

/** Where a modality stands among parked sessions; email and external share one group, unknown ones come last. */
export const parkedGroupOf = (modality: Modality): number => PARKED_GROUPS.get(modality) ?? 3;

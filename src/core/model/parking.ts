/** What runs beside a conversation and does not go on while it is parked. */
export const PAUSED_BY_PARKING = ['transcription', 'supervision'] as const;

export type PausedByParking = (typeof PAUSED_BY_PARKING)[number];

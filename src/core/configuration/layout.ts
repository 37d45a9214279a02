/** The tabs that a session has of itself; the others are context items, by their ids. */
export const PLACED_TABS = ['conversation', 'customer', 'embedded-context'] as const;

export type PlacedTab = (typeof PLACED_TABS)[number];

import type { HistorySection } from './history-section.js';

let section: typeof HistorySection | undefined;

/** What shows the history, where some list of the page has loaded it. */
export const historyIfLoaded = (): typeof HistorySection | undefined => section;

/** Loads what shows the history: with the first list that has one, so that what is worked on is there before it. */
export async function loadHistory(): Promise<typeof HistorySection> {
  section ??= (await import('./history-section.js')).HistorySection;
  return section;
}

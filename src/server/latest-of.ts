import type { LogEntry } from './event-log.js';

/** The latest entries: at most `most`, of at most `mostLength` characters together; the very last in any case. */
export function latestOf(
  entries: readonly LogEntry[],
  most: number,
  mostLength: number,
): { readonly entries: LogEntry[]; readonly length: number } {
  const latest: LogEntry[] = [];
  let length = 0;
  for (const entry of entries.toReversed()) {
    if (latest.length > 0 && (latest.length + 1 > most || length + entry.text.length > mostLength)) break;
    latest.push(entry);
    length += entry.text.length;
  }
  return { entries: latest.reverse(), length };
}

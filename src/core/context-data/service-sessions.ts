import type { ContextRecord } from '../model/context-data.js';
import type { Parameter } from '../model/parameter.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long stored context data is kept (Nimbus: 30 days). */
export const RETENTION_MS = 30 * DAY_MS;

/** The stretch of a task that one service handled, up to its end or to its transfer to the next. */
export interface ServiceSession {
  readonly serviceId: string;
  /** Whether the service stores context data at the moment this stretch ends. Later changes of the setting change nothing. */
  readonly isStoring: boolean;
  /** Server time in ms since the epoch; by whatever end: handled, transferred, failed or aborted. */
  readonly endedAt: number;
  /** What this service added to the live context or overwrote, by the names of fields and parameters. */
  readonly changes: ReadonlyMap<string, string>;
}

/** What is found in history of one service session. */
export interface HistoricalRecord {
  readonly serviceId: string;
  /** As the directory resolves the number or account, whether anything is stored or not. */
  readonly customerName?: string;
  readonly record: ContextRecord;
  readonly values: ReadonlyMap<string, string>;
}

/** What a service keeps of a session that ends at a moment. */
export const recordAtEnd = (isStoring: boolean, endedAt: number, reason?: string): ContextRecord =>
  isStoring
    ? { isStored: true, until: endedAt + RETENTION_MS }
    : { isStored: false, ...(reason === undefined ? {} : { reason }) };

/**
 * What the records of a task hold that went from service to service. Live context always travels, so values add up and
 * may be overwritten; whether a service stores only decides what its own record holds (Nimbus "Store Context Data").
 */
export function recordsOf(chain: readonly ServiceSession[], customerName?: string): readonly HistoricalRecord[] {
  const live = new Map<string, string>();
  return chain.map(({ serviceId, isStoring, endedAt, changes }) => {
    for (const [name, value] of changes) live.set(name, value);
    return {
      serviceId,
      ...(customerName === undefined ? {} : { customerName }),
      record: recordAtEnd(isStoring, endedAt),
      values: isStoring ? new Map([...live].filter(([name]) => !isUserData(name))) : new Map<string, string>(),
    };
  });
}

/** One value of a record as history shows it at a moment: there, not used in that session, or not available any more. */
export function valueIn({ record, values }: HistoricalRecord, name: string, now: number): Parameter {
  const isKept = record.isStored && now < (record.until ?? Infinity);
  // What is never stored is not "unused": the directory knows it, this record does not.
  if (!isKept || isUserData(name)) return { name, state: 'not-available' };
  const value = values.get(name);
  return value === undefined ? { name, state: 'empty' } : { name, state: 'value', value };
}

/** The handling agent's own data ("My Session parameters") is looked up when it is needed, and never stored. */
const isUserData = (name: string): boolean => name.startsWith('User.');

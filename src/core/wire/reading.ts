import * as v from 'valibot';
import { WIRE_VERSION } from './contract.js';

/** What was read, or why it cannot be: where, and what was expected there. A reason never repeats what was found. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Reads a value by its schema. `name` begins the path of a problem. Never throws. */
function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown, name = ''): Reading<T> {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? { ok: true, value: parsed.output } : refuse(reasonOf(parsed.issues[0], name));
}

/** As `read`, for bodies that carry a version: another one is named as the reason, before anything else is looked at. */
export function readVersioned<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Reading<T> {
  if (!isRecord(value)) return refuse('Expected an object');
  if (value['v'] !== WIRE_VERSION) return refuse(`v: Expected ${String(WIRE_VERSION)}, the version of this contract`);
  return read(schema, value);
}

export const refuse = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason });

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is said of a part that was left out, in the document that `schema` describes. */
export const unreadable = (schema: string): string => `Unreadable; what belongs there is in ${schema}.schema.json`;

/** Whether a time that is to be in ms since 1970 is in seconds: in ms these would be days of that January to April. */
export const isInSeconds = (time: unknown): boolean => typeof time === 'number' && time > 1e9 && time < 1e10;

/** A record without what is null or undefined in it: null is absent. */
export const present = <T extends object>(record: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(record).filter(([, own]) => own !== undefined && own !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/** The same for everything inside of a value. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(present(value)).map(([key, own]) => [key, withoutNulls(own)]));
}

function reasonOf(issue: v.BaseIssue<unknown>, name: string): string {
  const path = (issue.path ?? []).reduce(
    (at, { key }) =>
      typeof key === 'number' ? `${at}[${String(key)}]` : at === '' ? String(key) : `${at}.${String(key)}`,
    name,
  );
  // What is not there at all is expected by its own name.
  const problem = issue.received === 'undefined' ? 'Missing' : `Expected ${issue.expected ?? 'something else'}`;
  return `${path === '' ? '' : `${path}: `}${problem}`;
}

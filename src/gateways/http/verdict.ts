import { retryAfterOf } from './reconnect.js';

/**
 * What an answer means for the connection:
 *
 * - `ok`: what was asked for;
 * - `retry`: broken, worth another try (after what the backend asked for);
 * - `token`: the token is not good any more, another one may be;
 * - `signed-out`: no try helps before the agent has signed in again;
 * - `forbidden`: not this agent's to ask, or not to be let through by whatever stands before the backend;
 * - `refused`: understood and refused, for good.
 */
export type Verdict =
  | { readonly kind: 'ok' | 'token' | 'signed-out' | 'forbidden' | 'refused' }
  | { readonly kind: 'retry'; readonly afterMs?: number };

/** What is read of a response to judge it. */
export type Judged = Pick<Response, 'status' | 'type' | 'headers'>;

/** What is asked for; `+json` types count as JSON. */
export type MediaType = 'application/json' | 'text/event-stream';

/** Refused now, to be tried again: timeouts, too early, too many. */
const WORTH_A_RETRY: readonly number[] = [408, 425, 429];

/** Where a browser does not hide them. Of what else begins with 3 nothing leads to a login. */
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** What a server does not do it will not do at the next try either. */
const NOT_IMPLEMENTED = 501;

/**
 * Judges a response by its head alone: a login page with status 200 is never read as data.
 *
 * @param now wall-clock time in ms, for a `Retry-After` that is a date
 */
export function verdictOf(response: Judged, mediaType: MediaType, now: number): Verdict {
  const { status, type, headers } = response;
  const contentType = mediaTypeOf(headers);
  if (type === 'opaqueredirect' || REDIRECTS.includes(status)) return { kind: 'signed-out' };
  if (status === 401) return { kind: 'token' };
  if (status === 403) return { kind: 'forbidden' };
  if (status !== NOT_IMPLEMENTED && (status >= 500 || WORTH_A_RETRY.includes(status))) return retry(headers, now);
  if (status >= 400) return { kind: 'refused' };
  if (contentType === 'text/html') return { kind: 'signed-out' };
  const isExpected = mediaType === 'application/json' ? isJson(contentType) : contentType === mediaType;
  return status === 200 && isExpected ? { kind: 'ok' } : retry(headers, now);
}

/** The media type alone, in lower case; the empty text where none is named. */
export const mediaTypeOf = (headers: Headers): string =>
  (headers.get('Content-Type') ?? '').replace(/;.*/, '').trim().toLowerCase();

export const saysJson = ({ headers }: Pick<Response, 'headers'>): boolean => isJson(mediaTypeOf(headers));

const isJson = (contentType: string): boolean => contentType === 'application/json' || contentType.endsWith('+json');

function retry(headers: Headers, now: number): Verdict {
  const afterMs = retryAfterOf(headers.get('Retry-After'), now);
  return { kind: 'retry', ...(afterMs === undefined ? {} : { afterMs }) };
}

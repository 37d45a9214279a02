import type { Coordinates } from '../../core/location/location.js';
import { LONGEST_ANSWER, readPlaces } from '../../core/location/read-places.js';

/** What came of looking an address up. `unreachable`: nobody answered. `failed`: not with places. */
export type Finding =
  | { readonly state: 'searching' | 'not-found' | 'unreachable' | 'failed' }
  | { readonly state: 'found'; readonly place: Coordinates };

const TIMEOUT_MS = 8000;

/** Asks a geocoder once. Never throws. */
export async function askGeocoder(url: string, signal: AbortSignal, timeoutMs = TIMEOUT_MS): Promise<Finding> {
  const limit = new AbortController();
  const abort = (): void => {
    limit.abort();
  };
  const timer = setTimeout(abort, timeoutMs);
  signal.addEventListener('abort', abort);
  try {
    const response = await fetch(url, {
      signal: limit.signal,
      headers: { accept: 'application/json' },
      credentials: 'omit',
      // Not the path of the page: a portal's may name the customer.
      referrerPolicy: 'strict-origin-when-cross-origin',
      // The address goes to whom the configuration names, and nowhere else.
      redirect: 'error',
    });
    return response.ok ? await readFinding(response) : { state: 'failed' };
  } catch {
    return { state: 'unreachable' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    limit.abort();
  }
}

async function readFinding(response: Response): Promise<Finding> {
  const text = await readShort(response);
  try {
    const place = readPlaces(text);
    return place ? { state: 'found', place } : { state: 'not-found' };
  } catch {
    return { state: 'failed' };
  }
}

/** Stops reading once the answer is too long to be one. */
async function readShort(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value;
    if (text.length > LONGEST_ANSWER) {
      void reader?.cancel();
      break;
    }
  }
  return text;
}

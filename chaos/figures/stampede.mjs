import { retryDelay } from '../../dist/gateways/http/reconnect.js';
import { HTTP_TIMINGS } from '../../dist/gateways/http/timings.js';
import { seeded } from '../random.mjs';

const CLIENTS = 1000;
const SLOT_MS = 100;

/** The largest share of all clients that comes back within any 100 ms, in per cent, when all were cut off at once. */
export function worstStampede(seed = 1) {
  const { next } = seeded(seed);
  const wait = (failures, asked) => retryDelay(failures, next, HTTP_TIMINGS, asked);
  return {
    /** The backend is there. */
    once: shareOf(() => wait(1)),
    /** The backend is away for half a minute: everybody has tried several times when it comes back. */
    outage: shareOf(() => {
      let at = 0;
      for (let failures = 1; at < 30_000; failures += 1) at += wait(failures);
      return at;
    }),
    /** The backend says when to come back, to all the same. */
    asked: shareOf(() => wait(1) + wait(2, 5000)),
  };
}

function shareOf(momentOf) {
  const moments = Array.from({ length: CLIENTS }, momentOf).sort((one, other) => one - other);
  let most = 0;
  for (let first = 0, last = 0; last < moments.length; last += 1) {
    while (moments[last] - moments[first] > SLOT_MS) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return (100 * most) / CLIENTS;
}

import { expect } from '@open-wc/testing';
import { seededRandom } from '../../../src/gateways/in-memory/random.js';
import { retryAfterOf, retryDelay } from '../../../src/gateways/http/reconnect.js';
import { HTTP_TIMINGS } from '../../../src/gateways/http/timings.js';

const NOW = Date.UTC(2026, 2, 2, 10);

describe('when to try again', () => {
  const longest = (failures: number, retryAfterMs?: number): number =>
    Math.round(retryDelay(failures, () => 1 - Number.EPSILON, HTTP_TIMINGS, retryAfterMs));

  it('waits up to twice as long from try to try, and never longer than the bound', () => {
    expect([1, 2, 3, 4, 5, 6, 100, 5000].map((failures) => longest(failures))).to.deep.equal([
      2000, 4000, 8000, 16_000, 20_000, 20_000, 20_000, 20_000,
    ]);
  });

  it('may try at once', () => {
    expect(retryDelay(7, () => 0, HTTP_TIMINGS)).to.equal(0);
  });

  it('waits for as long as the backend asks, and then not for all at the same moment', () => {
    expect(retryDelay(1, () => 0, HTTP_TIMINGS, 5000)).to.equal(5000);
    expect(longest(1, 5000)).to.equal(7000);
  });

  it('takes its time also for a backend that asks for none, and goes on refusing', () => {
    expect([1, 2, 5].map((failures) => longest(failures, 0))).to.deep.equal([2000, 4000, 20_000]);
  });

  it('does not let a backend put it off for hours', () => {
    expect(longest(1, 1e12)).to.be.at.most(16 * 60_000);
  });

  const headers: readonly [string | null, number | undefined][] = [
    ['3', 3000],
    ['0', 0],
    ['-4', 0],
    [new Date(NOW + 4000).toUTCString(), 4000],
    [new Date(NOW - 4000).toUTCString(), 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [header, ms] of headers) {
    it(`reads Retry-After: ${String(header)}`, () => {
      expect(retryAfterOf(header, NOW)).to.equal(ms);
    });
  }
});

describe('1,000 clients that are cut off at once', () => {
  /** The largest share of clients that come in any window, in simulated time. */
  function worstShare(arrivals: readonly number[], windowMs: number): number {
    const sorted = [...arrivals].sort((one, other) => one - other);
    let start = 0;
    let most = 0;
    sorted.forEach((at, index) => {
      while (at - (sorted[start] ?? 0) >= windowMs) start += 1;
      most = Math.max(most, index - start + 1);
    });
    return most / arrivals.length;
  }

  it('come back with no more than 8 % in any 100 ms, at the first try and after', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { next } = seededRandom(seed);
      let clients = Array.from({ length: 1000 }, () => 0);
      for (let failures = 1; failures <= 6; failures += 1) {
        clients = clients.map((at) => at + retryDelay(failures, next, HTTP_TIMINGS));
        expect(worstShare(clients, 100), `seed ${String(seed)}, try ${String(failures)}`).to.be.at.most(0.08);
      }
    }
  });

  it('come spread as well when a backend asks all of them for the same pause', () => {
    const { next } = seededRandom(1);
    const arrivals = Array.from({ length: 1000 }, () => retryDelay(1, next, HTTP_TIMINGS, 5000));
    expect(worstShare(arrivals, 100)).to.be.at.most(0.08);
  });
});

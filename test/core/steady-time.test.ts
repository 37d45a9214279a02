import { expect } from '@open-wc/testing';
import { createBrowserClock } from '../../src/context/browser-ports.js';
import { steadyTime } from '../../src/core/ports/steady-time.js';
import { ServerClock } from '../../src/gateways/http/server-clock.js';

const HOUR = 3_600_000;

describe('time on a machine', () => {
  const realNow = Date.now;
  let wall: number;
  let monotonic: number;
  let now: () => number;

  beforeEach(() => {
    wall = 1_000_000;
    monotonic = 700;
    now = steadyTime(
      () => wall,
      () => monotonic,
    );
  });
  afterEach(() => {
    Date.now = realNow;
  });
  const passes = (onTheWall: number, whileAwake = onTheWall): number => {
    wall += onTheWall;
    monotonic += whileAwake;
    return now();
  };

  it('goes on while it sleeps, where its monotonic clock stands still', () => {
    expect(passes(1000)).to.equal(1_001_000);
    expect(passes(HOUR, 0)).to.equal(1_001_000 + HOUR);
    expect(passes(1000)).to.equal(1_002_000 + HOUR);
    expect(passes(2 * HOUR, 10)).to.equal(1_002_000 + 3 * HOUR);
  });

  it('goes on once where its monotonic clock goes on as well', () => {
    expect(passes(HOUR, HOUR)).to.equal(1_000_000 + HOUR);
  });

  it('is not moved when the clock on the wall is set back, or a little right', () => {
    expect(passes(-HOUR, 1000)).to.equal(1_001_000);
    expect(passes(1000 + 4999, 1000)).to.equal(1_002_000);
    expect(passes(HOUR, 1000)).to.equal(1_002_000 + HOUR);
  });

  for (const [what, clockOf] of [
    ['a gateway without a clock', () => createBrowserClock()],
    ['a backend that has not spoken since', () => new ServerClock()],
  ] as const)
    it(`is the same for ${what}`, () => {
      const clock = clockOf();
      const before = clock.now();
      Date.now = () => realNow() + HOUR;
      expect(clock.now() - before).to.be.within(HOUR - 5000, HOUR + 5000);
    });
});

import { expect } from '@open-wc/testing';
import { ServerClock } from '../../../src/gateways/http/server-clock.js';

describe('the time of the backend', () => {
  let monotonic: number;
  let clock: ServerClock;

  beforeEach(() => {
    monotonic = 500;
    clock = new ServerClock(
      () => monotonic,
      () => 100_000,
    );
  });

  it('is that of this machine until the backend has spoken', () => {
    expect(clock.now()).to.equal(100_000);
    monotonic += 250;
    expect(clock.now()).to.equal(100_250);
  });

  it('is what the backend said, and goes on from there', () => {
    clock.synchronize(700_000);
    monotonic += 20;
    expect(clock.now()).to.equal(700_020);
  });

  it('is taken from the first word, however far from what this machine believes', () => {
    clock.synchronize(99_500);
    expect(clock.now()).to.equal(99_500);
  });

  it('is not moved back by words that took longer on their way, and is moved on by quicker ones', () => {
    clock.synchronize(700_000);
    monotonic += 1000;
    clock.synchronize(700_001);
    expect(clock.now()).to.equal(701_000);
    clock.synchronize(701_300);
    expect(clock.now()).to.equal(701_300);
  });

  it('stands still where it ran ahead, until the truth has caught up', () => {
    clock.synchronize(700_000);
    expect(clock.now()).to.equal(700_000);
    clock.synchronize(699_000);
    expect(clock.now()).to.equal(700_000);
    monotonic += 999;
    expect(clock.now()).to.equal(700_000);
    monotonic += 2;
    expect(clock.now()).to.equal(700_001);
  });

  it('stands still for a minute at most, and rather jumps than for longer', () => {
    clock.synchronize(700_000);
    clock.now();
    clock.synchronize(640_000);
    expect(clock.now()).to.equal(700_000);
    clock.synchronize(600_000);
    expect(clock.now()).to.equal(600_000);
  });
});

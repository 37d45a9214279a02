import { expect } from '@open-wc/testing';
import { WayToEnd } from '../../src/controllers/way-to-end.js';
import { FakeTime } from '../support/fake-time.js';

const VIEW = 400;
/** What pours in, in px a second: fifty lines. */
const POURING = 2400;

describe('the way to an end that grows all the time', () => {
  let time: FakeTime;
  beforeEach(() => {
    time = new FakeTime();
  });
  afterEach(() => {
    time.restore();
  });

  /** So many ms on the way at such a speed, in px a second; answers how long it took to be there, undefined if it was not. */
  async function go(way: WayToEnd, rest: number, speed: number, ms: number): Promise<number | undefined> {
    const scroller = { scrollTop: 0, clientHeight: VIEW, scrollHeight: rest + VIEW };
    for (let passed = 0; passed < ms; passed += 50) {
      way.setOut(scroller as HTMLElement);
      const { scrollTop } = scroller;
      scroller.scrollTop += speed / 20;
      if (way.hasCome(scroller as HTMLElement, scrollTop)) return passed;
      await time.elapse(50);
      way.grows(scroller as HTMLElement);
      scroller.scrollHeight += POURING / 20;
    }
    return undefined;
  }

  it('is over for whoever runs, where the end was when that began, however long it takes', async () => {
    expect(await go(new WayToEnd(), 4000, 1000, 10_000)).to.be.within(3800, 4100);
  });

  it('has no end for whoever goes on as slowly as one reads', async () => {
    expect(await go(new WayToEnd(), 4000, 300, 30_000)).to.equal(undefined);
  });

  it('begins anew after a rest', async () => {
    const way = new WayToEnd();
    expect(await go(way, 4000, 1000, 2000)).to.equal(undefined);
    await time.elapse(2500);
    expect(await go(way, 9000, 1000, 5000), 'on the way to where the end was before').to.equal(undefined);
  });
});

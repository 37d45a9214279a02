import { expect } from '@open-wc/testing';
import { Leadership } from '../../src/device/leadership.js';
import { News } from '../support/news.js';

/** Two tabs are two requests for a lock: the locks are the browser's. */
describe('who leads the tabs of a browser', () => {
  const news = new News();
  let name: string;
  let count = 0;
  let tabs: Leadership[];
  let told: string[];

  const tab = (id: string): Leadership => {
    const leadership = new Leadership(navigator.locks, name, {
      refused: () => told.push(`${id} refused`),
      lead: () => {
        told.push(`${id} leads`);
        news.tell();
      },
      follow: () => {
        told.push(`${id} follows`);
        news.tell();
      },
    });
    tabs.push(leadership);
    return leadership;
  };
  const until = (...words: readonly string[]): Promise<void> =>
    news.until(
      words.join(),
      () => told.join() === words.join(),
      () => told.join(),
    );
  /** Everybody who asked for the lock before has been answered when somebody new has been. */
  const everybodyAnswered = async (): Promise<void> => {
    await navigator.locks.query();
    await navigator.locks.request(`${name} afterwards`, () => undefined);
  };
  const inLine = async (): Promise<readonly number[]> => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return [held, pending].map((locks) => locks.filter((lock) => lock.name === name).length);
  };

  beforeEach(() => {
    count += 1;
    name = `leadership test ${String(count)}`;
    tabs = [];
    told = [];
  });
  afterEach(() => {
    for (const each of tabs) each.stop();
  });

  it('is the first, and the next in line when that one goes', async () => {
    const first = tab('first');
    const second = tab('second');
    const third = tab('third');
    await until('first leads');
    expect([first, second, third].map(({ isLeading }) => isLeading)).to.deep.equal([true, false, false]);
    first.stop();
    await until('first leads', 'second leads');
    second.stop();
    await until('first leads', 'second leads', 'third leads');
  });

  it('is whoever takes the lead by force; the one who was robbed is told, and waits in line again', async () => {
    const first = tab('first');
    await until('first leads');
    const thief = tab('thief');
    thief.steal();
    await news.until('robbed', () => told.includes('first follows') && told.includes('thief leads'));
    expect([first.isLeading, thief.isLeading]).to.deep.equal([false, true]);
    expect(await inLine()).to.deep.equal([1, 1]);
    thief.stop();
    await news.until('back', () => told.at(-1) === 'first leads');
    expect(told.filter((word) => word.startsWith('thief'))).to.deep.equal(['thief leads']);
  });

  it('may be robbed and rob in turn', async () => {
    const one = tab('one');
    await until('one leads');
    const other = tab('other');
    other.steal();
    await news.until('robbed', () => told.includes('one follows') && told.includes('other leads'));
    one.steal();
    await news.until('robbed back', () => told.includes('other follows') && one.isLeading);
    expect(other.isLeading).to.equal(false);
    expect(await inLine()).to.deep.equal([1, 1]);
  });

  it('is not disturbed by a leader that would rob itself', async () => {
    const first = tab('first');
    await until('first leads');
    first.steal();
    await everybodyAnswered();
    expect(told).to.deep.equal(['first leads']);
    expect(await inLine()).to.deep.equal([1, 0]);
  });

  it('is nobody who has given up his place in line', async () => {
    const first = tab('first');
    const second = tab('second');
    await until('first leads');
    second.stop();
    first.stop();
    await everybodyAnswered();
    expect(told).to.deep.equal(['first leads']);
    expect(await inLine()).to.deep.equal([0, 0]);
  });

  it('is nobody who gave up before it was his turn to ask', async () => {
    tab('first').stop();
    await everybodyAnswered();
    expect(told).to.deep.equal([]);
    expect(await inLine()).to.deep.equal([0, 0]);
  });

  it('is nobody who has gone, however hard he tries', async () => {
    const first = tab('first');
    const second = tab('second');
    await until('first leads');
    second.stop();
    second.steal();
    await everybodyAnswered();
    expect(told).to.deep.equal(['first leads']);
    expect(first.isLeading).to.equal(true);
  });
});

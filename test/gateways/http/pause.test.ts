import { expect } from '@open-wc/testing';
import { Pause } from '../../../src/gateways/http/pause.js';
import { FakeTime } from '../../support/fake-time.js';

describe('a pause between two tries', () => {
  let time: FakeTime;
  let pause: Pause;
  let ended: string[];

  beforeEach(() => {
    time = new FakeTime();
    pause = new Pause();
    ended = [];
  });
  afterEach(() => {
    time.restore();
  });
  const wait = (name: string, ms?: number): void => {
    void pause.wait(ms).then(() => ended.push(name));
  };

  it('lasts as long as it was said', async () => {
    wait('first', 100);
    await time.elapse(99);
    expect(ended).to.deep.equal([]);
    await time.elapse(1);
    expect(ended).to.deep.equal(['first']);
  });

  it('is over at once when it is called off, and does not cut short the next', async () => {
    wait('first', 100);
    pause.end();
    await time.elapse(0);
    expect(ended).to.deep.equal(['first']);
    wait('second');
    await time.elapse(1000);
    expect(ended).to.deep.equal(['first']);
    pause.end();
    await time.elapse(0);
    expect(ended).to.deep.equal(['first', 'second']);
    expect(time.running).to.equal(0);
  });

  it('is none where the call came before it, once, unless that was forgotten', async () => {
    pause.end();
    wait('called before');
    wait('next');
    await time.elapse(0);
    expect(ended).to.deep.equal(['called before']);
    pause.end();
    await time.elapse(0);
    pause.end();
    pause.reset();
    wait('after it was forgotten');
    await time.elapse(1000);
    expect(ended).to.deep.equal(['called before', 'next']);
  });
});

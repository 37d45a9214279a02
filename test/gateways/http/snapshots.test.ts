import { expect } from '@open-wc/testing';
import type { JsonAnswer, Requests } from '../../../src/gateways/http/requests.js';
import { Snapshots } from '../../../src/gateways/http/snapshots.js';
import { HTTP_TIMINGS } from '../../../src/gateways/http/timings.js';
import { FakeTime } from '../../support/fake-time.js';
import { turn } from '../../support/news.js';

const FIRST_MS = HTTP_TIMINGS.firstRetryMs;
const GOOD: JsonAnswer = {
  kind: 'ok',
  body: { v: 1, epoch: 'a', seq: 1, serverTime: 5, state: { agentId: 'ana', configuration: {}, sessions: [] } },
};
const BAD: JsonAnswer = { kind: 'ok', body: { v: 1 } };

/** A backend that answers when a test says so. */
class Desk {
  readonly heard: string[] = [];
  readonly asked: { readonly answer: (answer: JsonAnswer) => void; readonly signal: AbortSignal | undefined }[] = [];
  readonly snapshots = new Snapshots(
    {
      restore: () => this.heard.push('snapshot'),
      rejected: (reason) => this.heard.push(reason.split(':')[0]!),
      signedOut: () => this.heard.push('signed out'),
    },
    {
      requests: {
        json: ({ signal }: { signal?: AbortSignal }) =>
          new Promise<JsonAnswer>((answer) => this.asked.push({ answer, signal })),
      } as unknown as Requests,
      timings: HTTP_TIMINGS,
      random: () => 1,
    },
  );

  async answer(answer: JsonAnswer): Promise<void> {
    this.asked.at(-1)?.answer(answer);
    await turn();
  }
}

describe('a snapshot that is needed', () => {
  let time: FakeTime;
  let desk: Desk;
  beforeEach(() => {
    time = new FakeTime();
    desk = new Desk();
  });
  afterEach(() => {
    desk.snapshots.stop();
    time.restore();
  });

  /** How long it takes until it is asked for the next time, in ms. */
  async function untilAsked(): Promise<number> {
    const before = desk.asked.length;
    let ms = 0;
    while (desk.asked.length === before && ms < 60_000) {
      await time.elapse(100);
      ms += 100;
    }
    return ms;
  }

  it('is asked for at once, and once however often it is needed', async () => {
    desk.snapshots.need();
    desk.snapshots.need();
    expect(desk.asked).to.have.length(1);
    await desk.answer(GOOD);
    expect(desk.heard).to.deep.equal(['snapshot']);
    await time.elapse(60_000);
    expect(desk.asked).to.have.length(1);
  });

  it('is asked for again, later from time to time, until it is there', async () => {
    desk.snapshots.need();
    const waits: number[] = [];
    for (const answer of [{ kind: 'retry' }, BAD, { kind: 'refused', status: 400, body: undefined }] as const) {
      await desk.answer(answer);
      waits.push(await untilAsked());
    }
    expect(waits).to.deep.equal([FIRST_MS, 2 * FIRST_MS, 4 * FIRST_MS]);
    expect(desk.heard, 'what is wrong with what was read').to.deep.equal(['snapshot']);
    await desk.answer(GOOD);
    expect(desk.heard).to.deep.equal(['snapshot', 'snapshot']);
  });

  it('is asked for when the backend wants to be asked', async () => {
    desk.snapshots.need();
    await desk.answer({ kind: 'retry', afterMs: 5000 });
    expect(await untilAsked()).to.equal(5000 + FIRST_MS);
  });

  it('waits no longer than until somebody has a reason', async () => {
    desk.snapshots.proceed();
    desk.snapshots.need();
    await desk.answer({ kind: 'retry' });
    desk.snapshots.proceed();
    await turn();
    expect(desk.asked).to.have.length(2);
    await desk.answer({ kind: 'retry' });
    expect(await untilAsked()).to.equal(2 * FIRST_MS);
  });

  it('again soon after the last waits, over half the time, and after a quiet while does not', async () => {
    for (const wait of [FIRST_MS / 2, FIRST_MS]) {
      desk.snapshots.need();
      await desk.answer(GOOD);
      desk.snapshots.need();
      expect(await untilAsked()).to.equal(wait);
      if (wait < FIRST_MS) continue;
      await desk.answer(GOOD);
      await time.elapse(HTTP_TIMINGS.stableMs);
      desk.snapshots.need();
      expect(desk.asked).to.have.length(4);
    }
  });

  it('ends with the agent’s sign-in, and is asked for anew after that', async () => {
    desk.snapshots.need();
    await desk.answer({ kind: 'signed-out' });
    await time.elapse(60_000);
    expect(desk.heard).to.deep.equal(['signed out']);
    desk.snapshots.renew();
    expect(desk.asked).to.have.length(2);
    await desk.answer(GOOD);
    expect(desk.heard).to.deep.equal(['signed out', 'snapshot']);
  });

  it('does not count when it was asked for before somebody signed in', async () => {
    desk.snapshots.need();
    const [before] = desk.asked;
    desk.snapshots.renew();
    expect(before?.signal?.aborted).to.equal(true);
    before?.answer(GOOD);
    await turn();
    expect(desk.heard).to.deep.equal([]);
    expect(desk.asked).to.have.length(2);
    await desk.answer(GOOD);
    expect(desk.heard).to.deep.equal(['snapshot']);
  });

  it('is not asked for again when it is needed no more, and counts for nothing', async () => {
    desk.snapshots.need();
    const [asked] = desk.asked;
    desk.snapshots.cancel();
    expect(asked?.signal?.aborted).to.equal(true);
    asked?.answer(GOOD);
    await turn();
    await time.elapse(60_000);
    expect([desk.heard, desk.asked.length]).to.deep.equal([[], 1]);
    desk.snapshots.need();
    await desk.answer({ kind: 'retry' });
    desk.snapshots.cancel();
    await time.elapse(60_000);
    expect(desk.asked).to.have.length(2);
  });

  it('is nobody’s after the end, whatever is under way', async () => {
    desk.snapshots.need();
    desk.snapshots.stop();
    expect(desk.asked[0]?.signal?.aborted).to.equal(true);
    await desk.answer(GOOD);
    desk.snapshots.need();
    await time.elapse(60_000);
    expect([desk.heard, desk.asked.length, time.running]).to.deep.equal([[], 1, 0]);
  });

  it('leaves no timer behind when it ends while it waits', async () => {
    desk.snapshots.need();
    await desk.answer({ kind: 'retry' });
    desk.snapshots.stop();
    await time.elapse(60_000);
    expect([desk.asked.length, time.running]).to.deep.equal([1, 0]);
  });
});

import { expect } from '@open-wc/testing';
import * as memory from '../../src/device/notification-memory.js';
import { News } from '../support/news.js';

const { followNotifications, keepNotifications, recallNotifications } = memory;

// The same in other pages of this browser: modules of their own, with a database and a channel of their own.
const anotherPage = async (): Promise<typeof memory> =>
  // @ts-expect-error -- a file under another name
  (await import('../../src/device/notification-memory.js?another-page')) as typeof memory;
const pageThatKeepsNothing = async (): Promise<typeof memory> =>
  // @ts-expect-error -- a file under another name
  (await import('../../src/device/notification-memory.js?page-that-keeps-nothing')) as typeof memory;

describe('what agents have set, on the device', () => {
  const news = new News();
  let ana: string;
  beforeEach(() => {
    ana = crypto.randomUUID();
  });

  it('is kept by agent, and told to whoever follows', async () => {
    const told: string[] = [];
    const unfollow = followNotifications((owner) => told.push(owner));
    expect(await recallNotifications(ana)).to.equal(undefined);
    expect(await keepNotifications(ana, { volume: 0.5 })).to.equal(true);
    unfollow();
    expect(await keepNotifications(ana, { volume: 0.7 })).to.equal(true);
    expect(told).to.deep.equal([ana]);
    expect(await recallNotifications(ana)).to.deep.equal({ volume: 0.7 });
    expect(await recallNotifications(`${ana} of another`)).to.equal(undefined);
  });

  it('is there in another page, at once and when it changes', async () => {
    const other = await anotherPage();
    await other.keepNotifications(ana, 'first');
    expect(await recallNotifications(ana)).to.equal('first');
    const told: string[] = [];
    const unfollow = followNotifications((owner) => {
      told.push(owner);
      news.tell();
    });
    const unfollowOther = other.followNotifications(() => undefined);
    // What was chosen here does not stand in the way.
    await keepNotifications(ana, 'second');
    await other.keepNotifications(ana, 'third');
    await news.until('told', () => told.length > 1);
    expect(await recallNotifications(ana)).to.equal('third');
    unfollow();
    unfollowOther();
  });

  it('counts in its page where a device keeps nothing', async () => {
    const { open } = indexedDB;
    IDBFactory.prototype.open = () => {
      throw new DOMException('', 'SecurityError');
    };
    try {
      const other = await pageThatKeepsNothing();
      expect(await other.recallNotifications(ana)).to.equal(undefined);
      expect(await other.keepNotifications(ana, 'here')).to.equal(false);
      expect(await other.recallNotifications(ana)).to.equal('here');
    } finally {
      IDBFactory.prototype.open = open;
    }
  });
});

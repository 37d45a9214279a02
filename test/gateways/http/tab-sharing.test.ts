import { expect } from '@open-wc/testing';
import { newId } from '../../../src/device/new-id.js';
import { findSharing } from '../../../src/gateways/http/tab-sharing.js';
import { HTTP_TIMINGS } from '../../../src/gateways/http/timings.js';
import type { HttpTimings } from '../../../src/gateways/http/timings.js';
import { FakeTime } from '../../support/fake-time.js';
import { Client, tagging } from '../../support/http-client.js';
import { ScriptedBackend } from '../../support/scripted-backend.js';

const denied = (): DOMException => new DOMException('denied', 'SecurityError');
const throwing = (): never => {
  throw denied();
};
/** As a constructor. */
function Refused(): never {
  return throwing();
}
const rejecting = (): Promise<never> => Promise.reject(denied());
const silent = (): Promise<never> => new Promise(() => undefined);

/** Puts things of the browser aside, and back afterwards. */
class Browser {
  #undo: (() => void)[] = [];

  replace(owner: object, key: string, descriptor: PropertyDescriptor): void {
    const own = Object.getOwnPropertyDescriptor(owner, key);
    Object.defineProperty(owner, key, { configurable: true, ...descriptor });
    this.#undo.push(() => {
      if (own) Object.defineProperty(owner, key, own);
      else Reflect.deleteProperty(owner, key);
    });
  }

  restore(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
  }
}

type Fault = readonly [what: string, change: (browser: Browser) => void];

const value = (owner: () => object, key: string, given: unknown) => (browser: Browser) => {
  browser.replace(owner(), key, { value: given });
};
const getter = (owner: () => object, key: string, get: () => unknown) => (browser: Browser) => {
  browser.replace(owner(), key, { get });
};
const here = (): object => globalThis;
const locks = (): object => LockManager.prototype;
const channel = (): object => BroadcastChannel.prototype;

const LOCKS: readonly Fault[] = [
  ['locks that are missing', value(() => navigator, 'locks', undefined)],
  ['locks that throw when they are looked at', getter(() => navigator, 'locks', throwing)],
  ['locks whose request throws', value(locks, 'request', throwing)],
  ['locks whose request rejects', value(locks, 'request', rejecting)],
  ['locks whose request never answers', value(locks, 'request', silent)],
  ['locks whose query throws', value(locks, 'query', throwing)],
  ['locks whose query rejects', value(locks, 'query', rejecting)],
  ['locks whose query never answers', value(locks, 'query', silent)],
];
const CHANNELS: readonly Fault[] = [
  ['a channel that is missing', value(here, 'BroadcastChannel', undefined)],
  ['a channel that throws when it is looked at', getter(here, 'BroadcastChannel', throwing)],
  ['a channel that throws when it is made', value(here, 'BroadcastChannel', Refused)],
  ['a channel that throws when something is said', value(channel, 'postMessage', throwing)],
  ['a channel on which nothing is heard', value(channel, 'postMessage', () => undefined)],
];
const { open } = IDBFactory.prototype;

/** A request for a database that is answered by an error alone, or not at all. */
const answering = (isRefused: boolean) => (): IDBRequest => {
  const request = open.call(indexedDB, 'my-sessions refused');
  const listen = (type: string, listener: () => void): void => {
    if (isRefused && type === 'error') queueMicrotask(listener);
  };
  for (const [key, given] of Object.entries({ error: denied(), addEventListener: listen }))
    Object.defineProperty(request, key, { value: given });
  return request;
};

const DATABASES: readonly Fault[] = [
  ['a database that is missing', value(here, 'indexedDB', undefined)],
  ['a database that throws when it is looked at', getter(here, 'indexedDB', throwing)],
  ['a database that throws when it is opened', value(() => IDBFactory.prototype, 'open', throwing)],
  ['a database that refuses', value(() => IDBFactory.prototype, 'open', answering(true))],
  ['a database that never answers', value(() => IDBFactory.prototype, 'open', answering(false))],
];

describe('a browser that refuses what tabs share by', () => {
  const browser = new Browser();
  let backend: ScriptedBackend;
  let client: Client | undefined;
  let time: FakeTime | undefined;

  const enter = (storage: 'indexed-db' | 'memory', timings: Partial<HttpTimings> = {}): Client =>
    (client = new Client(backend, { isShared: true, storage, timings }));

  after(() => {
    indexedDB.deleteDatabase('my-sessions refused');
  });
  beforeEach(() => {
    backend = new ScriptedBackend();
  });
  afterEach(() => {
    time?.restore();
    time = undefined;
    client?.disconnect();
    browser.restore();
  });

  for (const [tried, faults] of [
    ['navigator.locks', LOCKS],
    ['BroadcastChannel', CHANNELS],
  ] as const)
    for (const [what, change] of faults)
      it(`leaves the tab a stream of its own, and says so once: ${what}`, async () => {
        change(browser);
        // What has to answer before a channel is tried is the browser's own, and takes its time on a busy machine.
        const own = enter('memory', tried === 'navigator.locks' ? { sharingMs: 60 } : {});
        const { gateway, rejections } = own;
        await own.live$();
        expect(await gateway.execute(tagging('c', 'sent'))).to.deep.equal({ ok: true });
        backend.happen(['one']);
        await own.until('one', () => own.tags.join() === 'one');
        expect(backend.streams).to.equal(1);
        expect(rejections.length).to.equal(1);
        expect(rejections[0])
          .to.match(/^This browser lets tabs share nothing \(/)
          .and.to.contain(`${tried}: `);
        await gateway.clearAgentData();
      });

  it('says nothing where all of it is there', async () => {
    const own = enter('memory');
    await own.live$();
    expect(own.rejections).to.deep.equal([]);
  });

  it('takes no busy page for a silent browser', async () => {
    const sharing = findSharing(HTTP_TIMINGS.sharingMs);
    for (const end = Date.now() + HTTP_TIMINGS.sharingMs + 100; Date.now() < end;);
    expect(await sharing).to.have.property('locks');
  });

  const isShared = (name: string): boolean => name.startsWith('my-sessions/1') && name.endsWith(' ana');
  const late: readonly Fault[] = [
    [
      'a lock',
      (own) => {
        const { request } = LockManager.prototype;
        const refuse = function (this: LockManager, name: string, options: LockOptions, hold: () => unknown): unknown {
          return isShared(name) ? rejecting() : request.call(this, name, options, hold);
        };
        own.replace(locks(), 'request', { value: refuse });
      },
    ],
    [
      'a channel',
      (own) => {
        const Refusing = class extends BroadcastChannel {
          constructor(name: string) {
            super(name);
            if (isShared(name)) throwing();
          }
        };
        own.replace(globalThis, 'BroadcastChannel', { value: Refusing });
      },
    ],
    [
      'a word',
      (own) => {
        const { postMessage } = BroadcastChannel.prototype;
        const refuse = function (this: BroadcastChannel, word: unknown): void {
          if (isShared(this.name)) throwing();
          postMessage.call(this, word);
        };
        own.replace(channel(), 'postMessage', { value: refuse });
      },
    ],
  ];
  for (const [what, change] of late)
    it(`may have granted what was tried first, and refuse ${what} then`, async () => {
      change(browser);
      const own = enter('memory');
      await own.live$();
      backend.happen(['one']);
      await own.until('one', () => own.tags.join() === 'one');
      expect([backend.streams, own.rejections.length]).to.deep.equal([1, 1]);
    });

  for (const [what, change] of DATABASES)
    it(`sends commands from memory, and says so once: ${what}`, async () => {
      change(browser);
      const own = enter('indexed-db');
      const { gateway, rejections } = own;
      await own.live$();
      expect(await gateway.execute(tagging('one', 'a'))).to.deep.equal({ ok: true });
      // The second does not wait again for a storage that does not answer: no time passes from here on.
      time = new FakeTime();
      expect(await gateway.execute(tagging('two', 'b'))).to.deep.equal({ ok: true });
      expect(backend.carriedOut).to.deep.equal(['one', 'two']);
      expect(rejections).to.deep.equal([
        'Commands cannot be kept on this device: those without a reply are lost on a reload.',
      ]);
    });

  for (const [what, given] of [
    ['missing', undefined],
    ['refused', throwing],
  ] as const)
    it(`gives ids without what only secure pages have: ${what}`, () => {
      value(() => crypto, 'randomUUID', given)(browser);
      expect(new Set(Array.from({ length: 100 }, newId)).size).to.equal(100);
    });
});

import { expect } from '@open-wc/testing';
import type { CommandReply, SessionCommand } from '../../../src/core/commands/command.js';
import type { KeptCommand } from '../../../src/gateways/http/command-storage.js';
import { Outbox } from '../../../src/gateways/http/outbox.js';
import type { Requests } from '../../../src/gateways/http/requests.js';
import { HTTP_TIMINGS } from '../../../src/gateways/http/timings.js';
import { FakeInterval } from '../../support/fake-interval.js';
import { TestStorage } from '../../support/http-client.js';
import { News, turn } from '../../support/news.js';

const tagging = (commandId: string, sessionId = 's'): SessionCommand => ({
  type: 'tags.change',
  sessionId,
  tags: [],
  commandId,
});
const BASE = 'https://outbox.example/api/';

interface Sent {
  readonly id: string;
  readonly agentId: string | undefined;
  readonly answer: (status?: 'ok' | 'signed-out') => Promise<void>;
}

/** Commands on their way to a backend that answers when a test says so. */
class Sending {
  readonly sent: Sent[] = [];
  readonly news = new News();

  readonly requests = {
    base: BASE,
    json: ({
      headers,
      query,
      signal,
    }: {
      headers: Record<string, string>;
      query: { agent?: string };
      signal: AbortSignal;
    }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve({ kind: 'retry' });
        });
        this.sent.push({
          id: headers['Idempotency-Key'] ?? '',
          agentId: query.agent,
          answer: async (status = 'ok') => {
            resolve({ kind: status, body: { v: 1, ok: true } });
            await turn();
          },
        });
        this.news.tell();
      }),
  } as unknown as Requests;

  get ids(): readonly string[] {
    return this.sent.map(({ id }) => id);
  }
}

/** Locks as other tabs hold them; what this tab asks for is granted at once. */
class TabLocks {
  readonly held: string[] = [];

  readonly manager = {
    request: async (name: string, work: () => Promise<void>) => {
      this.held.push(name);
      await work();
      this.held.splice(this.held.indexOf(name), 1);
    },
    query: () => Promise.resolve({ held: this.held.map((name) => ({ name })) }),
  } as unknown as LockManager;
}

/** Notes what storage is asked to do. */
class NotingStorage extends TestStorage {
  readonly asked: unknown[][] = [];
  isAlive: (owner: string) => boolean = () => false;
  /** Awaited before what other tabs left behind is handed over. */
  beforeAdopting: Promise<unknown> = Promise.resolve();

  override async adopt(
    base: string,
    agentId: string,
    owner: string,
    isAlive: (owner: string) => boolean,
  ): Promise<readonly KeptCommand[]> {
    this.asked.push(['adopt', base, agentId, owner]);
    this.isAlive = isAlive;
    const found = await super.adopt(base, agentId, owner, isAlive);
    await this.beforeAdopting;
    return found;
  }

  override purge(base: string, ...except: [string?]): Promise<void> {
    this.asked.push(['purge', base, ...except]);
    return super.purge(base, ...except);
  }
}

describe('commands on their way', () => {
  let interval: FakeInterval;
  let sending: Sending;
  let storage: NotingStorage;
  let locks: TabLocks;
  let outbox: Outbox;
  let pending: { readonly command: SessionCommand; readonly reply: Promise<CommandReply> }[];
  let failures: number;
  let signedOut: number;

  const open = (lockManager: LockManager | undefined): Outbox =>
    new Outbox(
      {
        pending: (command, reply) => pending.push({ command, reply }),
        storageFailed: () => (failures += 1),
        signedOut: () => (signedOut += 1),
        forbidden: () => undefined,
        discarded: () => undefined,
      },
      {
        ...{ storage, owner: 'me', locks: () => Promise.resolve(lockManager), requests: sending.requests },
        ...{ timings: HTTP_TIMINGS, random: () => 0.5 },
      },
    );

  beforeEach(() => {
    interval = new FakeInterval();
    sending = new Sending();
    storage = new NotingStorage();
    locks = new TabLocks();
    pending = [];
    failures = 0;
    signedOut = 0;
    outbox = open(locks.manager);
  });
  afterEach(() => {
    outbox.stop();
    interval.restore();
  });

  const ask = async (id: string, sessionId = 's'): Promise<Promise<CommandReply>[]> => {
    const reply = outbox.execute(tagging(id, sessionId));
    await turn();
    return [reply];
  };
  const orphan = (commandId: string, about: Partial<KeptCommand> = {}): void => {
    storage.kept.set(commandId, {
      ...{ commandId, command: tagging(commandId), base: BASE, agentId: 'ana', owner: 'closed tab' },
      ...{ createdAt: Date.now(), order: 1, ...about },
    });
  };
  const signIn = async (agentId = 'ana'): Promise<void> => {
    outbox.setAgent(agentId);
    await turn();
  };
  const adoptions = (): number => storage.asked.filter(([what]) => what === 'adopt').length;

  it('are kept as they were asked for, in the order of asking, under the name of their tab', async () => {
    await signIn();
    const start = Date.now();
    await ask('one');
    await ask('two', 't');
    const all = [...storage.kept.values()];
    expect(
      all.map(({ createdAt, ...rest }) => (expect(createdAt).to.be.within(start, Date.now()), rest)),
    ).to.deep.equal([
      { commandId: 'one', command: tagging('one'), base: BASE, agentId: 'ana', owner: 'me', order: 1 },
      {
        ...{ commandId: 'two', command: tagging('two', 't') },
        ...{ base: BASE, agentId: 'ana', owner: 'me', order: 2 },
      },
    ]);
    expect(sending.sent.map(({ agentId }) => agentId)).to.deep.equal(['ana', 'ana']);
  });

  it('are sent also before it is known whose they are, and then kept nowhere', async () => {
    const [reply] = await ask('early');
    expect(storage.kept.size).to.equal(0);
    expect(sending.sent[0]?.agentId).to.equal(undefined);
    await sending.sent[0]?.answer();
    expect(await reply).to.deep.equal({ ok: true });
  });

  it('are one command however often they are asked for, until they are answered', async () => {
    await signIn();
    const replies = [await ask('one'), await ask('one')].flat();
    expect(replies[0]).to.equal(replies[1]);
    expect(sending.ids).to.deep.equal(['one']);
    await sending.sent[0]?.answer();
    await ask('one');
    expect(sending.ids).to.deep.equal(['one', 'one']);
  });

  it('hold one lock that tells other tabs of theirs, and one timer, while their tab sends', async () => {
    for (let times = 0; times < 2; times += 1) {
      outbox.start();
      outbox.start();
      await turn();
      expect([locks.held.length, interval.running]).to.deep.equal([1, 1]);
      outbox.stop();
      await turn();
      expect([locks.held.length, interval.running]).to.deep.equal([0, 0]);
    }
  });

  it('wait while their tab does not send, and go on when it does', async () => {
    await signIn();
    outbox.start();
    const [reply] = await ask('one');
    outbox.stop();
    await turn();
    outbox.start();
    await turn();
    expect(sending.ids).to.deep.equal(['one', 'one']);
    await sending.sent[1]?.answer();
    expect(await reply).to.deep.equal({ ok: true });
  });

  it('that other tabs left behind are looked for when the agent is known, and from time to time', async () => {
    outbox.start();
    interval.tick();
    await turn();
    expect(storage.asked).to.deep.equal([]);
    await signIn();
    expect(storage.asked.at(-1)).to.deep.equal(['adopt', BASE, 'ana', 'me']);
    orphan('left');
    interval.tick();
    await turn();
    expect(pending.map(({ command }) => command)).to.deep.equal([tagging('left')]);
    expect(sending.sent.map(({ id, agentId }) => [id, agentId])).to.deep.equal([['left', 'ana']]);
    await sending.sent[0]?.answer();
    expect(await pending[0]?.reply).to.deep.equal({ ok: true });
    expect(storage.kept.size).to.equal(0);
  });

  it('that another tab left behind are looked for at once when somebody looks at this one', async () => {
    outbox.start();
    await signIn();
    orphan('left');
    outbox.start();
    await turn();
    expect(pending.map(({ command }) => command)).to.deep.equal([tagging('left')]);
    expect(sending.sent.map(({ id }) => id)).to.deep.equal(['left']);
  });

  it('of a tab that lives are its own: one that holds its lock, and this one', async () => {
    locks.held.push('my-sessions tab living', 'another lock');
    await signIn();
    const owners = ['living', 'me', 'closed', 'another lock', ''];
    expect(owners.map((owner) => storage.isAlive(owner))).to.deep.equal([true, true, false, false, false]);
    outbox = open(undefined);
    await signIn();
    expect(owners.map((owner) => storage.isAlive(owner))).to.deep.equal([false, true, false, false, false]);
  });

  it('that go on here already are not begun again', async () => {
    outbox.start();
    orphan('left');
    await signIn();
    interval.tick();
    await turn();
    expect([pending.length, sending.ids]).to.deep.equal([1, ['left']]);
  });

  it('are left alone until the backend has said who is signed in', async () => {
    outbox.start();
    await signIn();
    const known = adoptions();
    outbox.hold();
    interval.tick();
    await ask('held');
    expect([adoptions(), sending.ids]).to.deep.equal([known, []]);
    await signIn();
    expect([adoptions(), sending.ids]).to.deep.equal([known + 1, ['held']]);
  });

  it('of an agent are not begun when another has signed in meanwhile', async () => {
    orphan('of ana');
    let letGo = (): void => undefined;
    storage.beforeAdopting = new Promise<void>((resolve) => (letGo = resolve));
    await signIn('ana');
    await signIn('ben');
    letGo();
    await turn();
    expect([pending, sending.ids]).to.deep.equal([[], []]);
  });

  it('of everybody else are removed from the device when an agent signs in, once', async () => {
    for (const agentId of ['ana', 'ana', 'ben', 'ana']) await signIn(agentId);
    const purges = storage.asked.filter(([what]) => what === 'purge');
    expect(purges).to.deep.equal(['ana', 'ben', 'ana'].map((agentId) => ['purge', BASE, agentId]));
  });

  it('are given up when another agent signs in, and not when it is the same', async () => {
    await signIn();
    const [reply] = await ask('one');
    await signIn();
    await sending.sent[0]?.answer();
    expect(await reply).to.deep.equal({ ok: true });
    const [other] = await ask('two');
    await signIn('ben');
    expect(await other).to.deep.equal({ ok: false, failure: 'unreachable' });
  });

  it('are not given up when it shows for the first time whose they are', async () => {
    const [reply] = await ask('early');
    await signIn();
    await sending.sent[0]?.answer();
    expect(await reply).to.deep.equal({ ok: true });
  });

  it('that were given up do not let the next ones overtake each other', async () => {
    await signIn();
    await ask('given-up');
    await outbox.clear();
    expect(storage.asked.at(-1)).to.deep.equal(['purge', BASE]);
    await signIn();
    await ask('first');
    await sending.news.until('the first is sent', () => sending.ids.length === 2);
    await ask('second');
    expect(sending.ids).to.deep.equal(['given-up', 'first']);
    await sending.sent[1]?.answer();
    expect(sending.ids).to.deep.equal(['given-up', 'first', 'second']);
  });

  it('of one session wait for each other, of others they do not', async () => {
    await signIn();
    await ask('one');
    await ask('two');
    await ask('three', 't');
    expect(sending.ids).to.deep.equal(['one', 'three']);
    await sending.sent[0]?.answer();
    expect(sending.ids).to.deep.equal(['one', 'three', 'two']);
  });

  it('that cannot be kept are said to be so once, and again after they could', async () => {
    await signIn();
    const told: number[] = [];
    for (const [index, isFailing] of [true, true, false, true].entries()) {
      storage.isFailing = isFailing;
      await ask(`c${String(index)}`, `s${String(index)}`);
      told.push(failures);
    }
    expect(told).to.deep.equal([1, 1, 1, 2]);
    expect(sending.sent).to.have.length(4);
  });

  it('that were refused for want of a sign-in wait for it, and the page is told', async () => {
    await signIn();
    const [reply] = await ask('one');
    await sending.sent[0]?.answer('signed-out');
    expect([signedOut, sending.ids]).to.deep.equal([1, ['one']]);
    await signIn();
    expect(sending.ids).to.deep.equal(['one', 'one']);
    await sending.sent[1]?.answer();
    expect(await reply).to.deep.equal({ ok: true });
  });
});

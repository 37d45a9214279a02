import { expect } from '@open-wc/testing';
import { silentLogger } from '../../../src/core/ports/logger.js';
import { selectCommands } from '../../../src/core/selectors/select-commands.js';
import { selectConnection } from '../../../src/core/selectors/select-connection.js';
import { selectSession } from '../../../src/core/selectors/select-session.js';
import { createSessionStore } from '../../../src/core/store/create-session-store.js';
import { createHttpGateway } from '../../../src/gateways/http/http.js';
import { seededRandom } from '../../../src/gateways/in-memory/random.js';
import { Client, FAST, TestStorage, tagging } from '../../support/http-client.js';
import { ScriptedBackend, answerOf } from '../../support/scripted-backend.js';

describe('commands over HTTP', () => {
  let backend: ScriptedBackend;
  let clients: Client[] = [];

  const connect = async (...args: ConstructorParameters<typeof Client>): Promise<Client> => {
    const client = new Client(...args);
    clients.push(client);
    await client.live$();
    return client;
  };
  beforeEach(() => {
    backend = new ScriptedBackend();
    clients = [];
  });
  afterEach(() => {
    for (const client of clients) client.disconnect();
  });

  it('are carried out exactly once each: 1,000, with 30 % lost requests and 30 % lost replies', async () => {
    const random = seededRandom(3);
    backend.script = ({ route }) =>
      Promise.resolve(
        route !== 'commands'
          ? undefined
          : random.next() < 0.3
            ? 'lose-request'
            : random.next() < 0.3
              ? 'lose-reply'
              : undefined,
      );
    const client = await connect(backend, { timings: { firstRetryMs: 1, mostRetryMs: 2 } });
    const replies = await Promise.all(
      Array.from({ length: 1000 }, (_, index) =>
        client.gateway.execute({
          type: 'tags.change',
          sessionId: `s${String(index % 50)}`,
          tags: [String(index)],
          commandId: `c${String(index)}`,
        }),
      ),
    );
    expect(replies.every(({ ok }) => ok)).to.equal(true);
    expect(backend.executions.size).to.equal(1000);
    expect([...backend.executions.values()].every((count) => count === 1)).to.equal(true);
    expect(backend.count('commands')).to.be.above(1800);
  });

  it('reach the backend in the order of asking, however often each has to be sent', async () => {
    const random = seededRandom(4);
    backend.script = ({ route }) =>
      Promise.resolve(route === 'commands' && random.next() < 0.5 ? 'lose-request' : undefined);
    const client = await connect(backend, { timings: { firstRetryMs: 2, mostRetryMs: 4 } });
    const ids = Array.from({ length: 20 }, (_, index) => `c${String(index)}`);
    await Promise.all(ids.map((id) => client.gateway.execute(tagging(id, id))));
    expect(backend.carriedOut).to.deep.equal(ids);
  });

  it('are refused for good by the backend’s own word, which the agent can read', async () => {
    const client = await connect(backend);
    expect(await client.gateway.execute(tagging('c', 'refuse'))).to.deep.equal({
      ok: false,
      failure: 'not-allowed',
      message: 'Not now',
    });
    expect(backend.count('commands')).to.equal(1);
  });

  it('fail for good when they cannot be understood', async () => {
    const client = await connect(backend);
    backend.script = ({ route }) => Promise.resolve(route === 'commands' ? answerOf(400) : undefined);
    expect(await client.gateway.execute(tagging('c'))).to.deep.equal({ ok: false, failure: 'failed' });
  });

  for (const [what, answer] of [
    ['a proxy that is broken', () => answerOf(502)],
    ['too many requests', () => answerOf(429, '', { 'Retry-After': '0' })],
    ['one that is being carried out already', () => answerOf(409)],
    ['a truncated reply', () => answerOf(200, '{"o', { 'Content-Type': 'application/json' })],
  ] as const) {
    it(`are sent again after ${what}`, async () => {
      const client = await connect(backend);
      let left = 3;
      backend.script = ({ route }) => Promise.resolve(route === 'commands' && left-- > 0 ? answer() : undefined);
      expect(await client.gateway.execute(tagging('c', 'x'))).to.deep.equal({ ok: true });
      expect(backend.count('commands')).to.equal(4);
    });
  }

  it('wait while nobody is signed in, and go on by themselves', async () => {
    const client = await connect(backend);
    let isSignedOut = true;
    backend.script = () => Promise.resolve(isSignedOut ? answerOf(401) : undefined);
    const reply = client.gateway.execute(tagging('c', 'x'));
    await client.until('signed out', () => client.statuses.at(-1) === 'signed-out');
    isSignedOut = false;
    client.gateway.signIn();
    expect(await reply).to.deep.equal({ ok: true });
  });

  it('that the backend has put off go as soon as it can be reached again', async () => {
    const client = await connect(backend);
    let isBusy = true;
    backend.script = ({ route }) =>
      Promise.resolve(route === 'commands' && isBusy ? answerOf(503, '', { 'Retry-After': '60' }) : undefined);
    const reply = client.gateway.execute(tagging('c', 'x'));
    await client.until('the refusal', () => backend.count('commands') === 1);
    isBusy = false;
    backend.cut();
    expect(await reply).to.deep.equal({ ok: true });
    expect(client.statuses.slice(-2)).to.deep.equal(['reconnecting', 'live']);
  });

  it('of one agent are never sent for another', async () => {
    const storage = new TestStorage();
    const client = await connect(backend, { storage });
    backend.script = ({ route }) => Promise.resolve(route === 'commands' ? answerOf(401) : undefined);
    const reply = client.gateway.execute(tagging('of-ana', 'x'));
    await client.until('signed out', () => client.statuses.at(-1) === 'signed-out');
    backend.script = () => Promise.resolve(undefined);
    backend.agentId = 'ben';
    client.gateway.signIn();
    expect(await reply).to.deep.equal({ ok: false, failure: 'unreachable' });
    expect(backend.executions.size).to.equal(0);
    expect(storage.kept.size).to.equal(0);
  });

  it('are given up when they are too old to be meant', async () => {
    const client = await connect(backend, { timings: { commandLifeMs: 80 } });
    backend.script = ({ route }) => Promise.resolve(route === 'commands' ? 'lose-request' : undefined);
    expect(await client.gateway.execute(tagging('c'))).to.deep.equal({ ok: false, failure: 'unreachable' });
  });

  it('survive a reload: shown as pending, carried out once, and forgotten', async () => {
    const storage = new TestStorage();
    const before = await connect(backend, { storage });
    backend.script = ({ route }) => Promise.resolve(route === 'commands' ? 'lose-reply' : undefined);
    for (const id of ['one', 'two']) void before.gateway.execute(tagging(id, id));
    await before.until('kept', () => storage.kept.size === 2 && backend.executions.size === 1);
    before.disconnect();
    backend.script = () => Promise.resolve(undefined);
    const after = await connect(backend, { storage });
    await after.until('pending', () => after.pendingCommands.length === 2);
    const replies = await Promise.all(after.pendingCommands.map(({ reply }) => reply));
    expect(replies).to.deep.equal([{ ok: true }, { ok: true }]);
    expect([...backend.executions]).to.deep.equal([
      ['one', 1],
      ['two', 1],
    ]);
    expect(storage.kept.size).to.equal(0);
  });

  it('go on without storage, and say so once', async () => {
    const storage = new TestStorage();
    const client = await connect(backend, { storage });
    storage.isFailing = true;
    for (const id of ['one', 'two', 'three']) expect((await client.gateway.execute(tagging(id, id))).ok).to.equal(true);
    expect(client.rejections).to.have.length(1);
    expect(client.rejections[0]).to.include('cannot be kept on this device');
  });

  it('are removed from the device when the host says so', async () => {
    const storage = new TestStorage();
    const client = await connect(backend, { storage });
    backend.script = ({ route }) => Promise.resolve(route === 'commands' ? 'lose-request' : undefined);
    const reply = client.gateway.execute(tagging('canary', 'canary'));
    await client.until('kept', () => storage.kept.size === 1);
    await client.gateway.clearAgentData();
    expect(await reply).to.deep.equal({ ok: false, failure: 'unreachable' });
    expect(storage.kept.size).to.equal(0);
  });

  it('with ids that no header takes arrive, and their facts name them', async () => {
    const client = await connect(backend);
    for (const id of ['with space', 'ümlaut', '100%', '\ud800']) {
      expect((await client.gateway.execute(tagging(id, id))).ok, id).to.equal(true);
    }
    await client.until('all facts', () => client.live.length === 4);
    expect(client.live.slice(0, 3).map(({ causedBy }) => causedBy)).to.deep.equal(['with space', 'ümlaut', '100%']);
  });
});

describe('a command in all orders of what may follow it', () => {
  type Step = 'ack' | 'event' | 'resend' | 'reset' | 'cut';
  const permutations = <T>(items: readonly T[]): readonly (readonly T[])[] =>
    items.length === 0
      ? [[]]
      : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));

  const gate = (): { readonly passed: Promise<void>; readonly open: () => void } => {
    let open: () => void = () => undefined;
    return { passed: new Promise((resolve) => (open = resolve)), open: () => open() };
  };

  async function converge(steps: readonly Step[], isRefused: boolean): Promise<string> {
    const backend = new ScriptedBackend();
    backend.isHolding = true;
    const gates = [gate(), gate()] as const;
    let sent = 0;
    backend.script = async ({ route }) => {
      if (route !== 'commands') return undefined;
      sent += 1;
      backend.news.tell();
      const isFirst = sent === 1;
      await gates[isFirst ? 0 : 1].passed;
      return isFirst ? 'lose-reply' : undefined;
    };
    const gateway = createHttpGateway({
      url: '/api',
      fetch: backend.fetch,
      storage: 'memory',
      isShared: false,
      timings: { ...FAST, requestMs: 5000, silenceMs: 5000 },
    });
    const { clock } = gateway;
    let id = 0;
    const store = createSessionStore({ gateway, clock, logger: silentLogger, newId: () => String((id += 1)) });
    for (const selector of [selectSession('s'), selectCommands('s'), selectConnection])
      store.select<unknown>(selector).subscribe(backend.news.tell);
    const until = (what: string, condition: () => boolean): Promise<void> =>
      backend.news.until(`${what} in ${steps.join()}`, condition);
    const isTrue = (): boolean => store.read(selectSession('s'))?.tags.join() === backend.tags.join();
    await until('live', () => store.read(selectConnection)?.status === 'live');
    const wanted = isRefused ? 'refuse' : 'wanted';
    const reply = store.execute({ type: 'tags.change', sessionId: 's', tags: [wanted] });
    await until('sent', () => sent === 1);
    let isAcknowledged = false;
    let isResent = false;
    const acts: Readonly<Record<Step, () => Promise<unknown>>> = {
      async ack() {
        gates[0].open();
        isAcknowledged = true;
        await until('carried out', () => backend.executions.size === 1);
        if (isResent) await reply;
      },
      async event() {
        const isHeard = backend.streams > 0 && isAcknowledged;
        backend.release();
        if (isHeard) await until('shown', isTrue);
      },
      async resend() {
        gates[1].open();
        isResent = true;
        if (isAcknowledged) await reply;
      },
      async reset() {
        const snapshots = backend.count('snapshot');
        const isHeard = backend.streams > 0;
        backend.reset();
        if (isHeard) await until('another snapshot', () => backend.count('snapshot') > snapshots);
      },
      async cut() {
        const opened = backend.count('events');
        const isNoticed = backend.streams > 0;
        backend.cut();
        if (isNoticed) await until('another stream', () => backend.count('events') > opened);
      },
    };
    for (const step of steps) await acts[step]();
    backend.isHolding = false;
    backend.release();
    const { ok } = await reply;
    backend.beat();
    await until('the truth', () => isTrue() && backend.streams === 1);
    const commands = store.read(selectCommands('s'));
    const shown = store.read(selectSession('s'))?.tags.join() ?? 'nothing';
    const outcome = [ok, shown, commands.map(({ status }) => status).join(), [...backend.executions.values()].join()];
    store.dispose();
    return outcome.join(' / ');
  }

  it('ends as the backend says: carried out', async () => {
    const orders = permutations<Step>(['ack', 'event', 'resend', 'reset', 'cut']);
    expect(orders).to.have.length(120);
    const outcomes = await Promise.all(orders.map((steps) => converge(steps, false)));
    expect([...new Set(outcomes)]).to.deep.equal(['true / wanted /  / 1']);
  }).timeout(30_000);

  it('ends as the backend says: refused, with nothing changed and the reason on screen', async () => {
    const orders = permutations<Step>(['ack', 'resend', 'reset', 'cut']);
    const outcomes = await Promise.all(orders.map((steps) => converge(steps, true)));
    expect([...new Set(outcomes)]).to.deep.equal(['false /  / failed / 1']);
  }).timeout(30_000);
});

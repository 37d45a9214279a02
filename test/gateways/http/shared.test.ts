import { expect } from '@open-wc/testing';
import { FakeInterval } from '../../support/fake-interval.js';
import { Client, tagging } from '../../support/http-client.js';
import { ScriptedBackend, answerOf } from '../../support/scripted-backend.js';

/** The answer of the leading tab to a ping; whatever else tabs say meanwhile, of their own accord, is none. */
const answerOn = (channel: BroadcastChannel): Promise<object> =>
  new Promise((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<{ readonly kind: string }>) => {
      if (data.kind === 'state') resolve(data);
    };
    channel.postMessage({ kind: 'ping' });
  });

/** Where the tabs of one agent speak to each other. */
const CHANNEL = `my-sessions/1 ${new URL('/api/', location.href).href} ana`;

/** Two gateways of one page share a stream as two tabs do: the locks and the channel are the browser's. */
describe('a shared HTTP connection', () => {
  let backend: ScriptedBackend;
  let clients: Client[];
  const shared = { isShared: true };

  beforeEach(async () => {
    backend = new ScriptedBackend();
    clients = [];
    for (let count = 0; count < 3; count += 1) {
      const client = new Client(backend, shared);
      clients.push(client);
      await client.live$();
    }
  });
  afterEach(() => {
    for (const client of clients) client.disconnect();
  });

  const everybodyHas = (clientsThere: readonly Client[], tag: string): Promise<unknown> =>
    Promise.all(clientsThere.map((client) => client.until(tag, () => client.tags.join() === tag)));

  it('is one stream, and everybody hears of everything, live', async () => {
    expect(backend.count('events')).to.equal(1);
    backend.happen(['one']);
    await everybodyHas(clients, 'one');
    expect(clients.map(({ live }) => live.length)).to.deep.equal([1, 1, 1]);
    expect(backend.count('snapshot')).to.equal(3);
  });

  it('is taken over by another when the first goes, with nothing missed', async () => {
    const [leader, ...others] = clients;
    leader?.disconnect();
    backend.happen(['in between']);
    await everybodyHas(others, 'in between');
    expect(backend.streams).to.equal(1);
    expect(backend.count('snapshot')).to.equal(3);
  });

  it('tells everybody how it is', async () => {
    backend.script = ({ route }) => Promise.resolve(route === 'events' ? 'lose-request' : undefined);
    backend.cut();
    for (const client of clients) await client.until('lost', () => client.statuses.at(-1) === 'reconnecting');
    backend.script = () => Promise.resolve(undefined);
    for (const client of clients) await client.live$();
  });

  const SIGNED_OUT = (): Response => answerOf(401);
  const allSignedOut = async (): Promise<void> => {
    backend.script = () => Promise.resolve(SIGNED_OUT());
    backend.cut();
    for (const client of clients) await client.until('signed out', () => client.statuses.at(-1) === 'signed-out');
  };

  it('asks for every tab who is signed in, when the stream is refused to whoever that is', async () => {
    const refusal = (name: string): Response =>
      answerOf(403, JSON.stringify({ type: `urn:my-sessions:problem:${name}` }), {
        'Content-Type': 'application/problem+json',
      });
    backend.script = () => Promise.resolve(refusal('not-an-agent'));
    backend.cut();
    for (const client of clients) {
      await client.until('signed out', () => client.statuses.at(-1) === 'signed-out');
      expect(client.reasons.at(-1)).to.equal('not-an-agent');
    }
    backend.script = () => Promise.resolve(undefined);
    clients[0]?.gateway.signIn();
    for (const client of clients) await client.live$();
    backend.agentId = 'jonas';
    backend.script = ({ url }) => Promise.resolve(url.includes('agent=ana') ? refusal('foreign-agent') : undefined);
    backend.cut();
    for (const client of clients) {
      await client.until('another agent', () => client.state.workspace.agentId === 'jonas');
      await client.live$();
    }
    await everybodyHas(clients, '');
    backend.happen(['for jonas']);
    await everybodyHas(clients, 'for jonas');
    backend.agentId = 'ana';
  });

  it('lets everybody in again, also who hears late what the leader said before the sign-in', async () => {
    await allSignedOut();
    let letGo = (): void => undefined;
    const held = new Promise<undefined>((resolve) => {
      letGo = () => {
        resolve(undefined);
      };
    });
    backend.script = ({ route }) => (route === 'events' ? held : Promise.resolve(undefined));
    const [, follower, another] = clients;
    follower?.gateway.signIn();
    for (const client of clients) await client.until('let in', () => client.statuses.at(-1) === 'reconnecting');
    const channel = new BroadcastChannel(CHANNEL);
    const word = await answerOn(channel);
    expect(word).to.include({ kind: 'state', status: 'lost' });
    channel.postMessage({ ...word, status: 'signed-out' });
    for (const client of [follower, another])
      await client?.until('signed out', () => client.statuses.at(-1) === 'signed-out');
    letGo();
    for (const client of clients) await client.live$();
    channel.close();
  });

  it('tells the other tabs when it finds itself let in, whoever signed in', async () => {
    await allSignedOut();
    backend.script = () => Promise.resolve(undefined);
    const channel = new BroadcastChannel(CHANNEL);
    const kinds: unknown[] = [];
    const isTold = new Promise<void>((resolve) => {
      channel.onmessage = ({ data }: MessageEvent<{ kind: string }>) => {
        kinds.push(data.kind);
        if (data.kind === 'signed-in') resolve();
      };
    });
    window.dispatchEvent(new Event('focus'));
    await isTold;
    for (const client of clients) await client.live$();
    channel.close();
  });

  it('does not hear a tab that does not lead, or no longer', async () => {
    const channel = new BroadcastChannel(CHANNEL);
    const stale = { v: 1, epoch: 'a', seq: 1, prev: 0, ts: Date.now(), type: 'tags.changed', sessionId: 's' };
    const messages = [{ kind: 'fact', data: JSON.stringify({ ...stale, data: { tags: ['stale'] } }) }];
    channel.postMessage({ from: 'robbed', kind: 'messages', messages });
    channel.postMessage({ from: 'robbed', kind: 'state', status: 'signed-out', isNew: false });
    channel.postMessage({ from: 'robbed', kind: 'state', status: 'lost', isNew: false });
    // What is said later on the same channel is heard later.
    await answerOn(channel);
    backend.happen(['true']);
    await everybodyHas(clients, 'true');
    expect(clients.map(({ live }) => live.length)).to.deep.equal([1, 1, 1]);
    expect(clients.map(({ statuses }) => statuses.join())).to.deep.equal(['live', 'live', 'live']);
    channel.close();
  });

  it('hears whoever says that it leads now, and the one before no more', async () => {
    const channel = new BroadcastChannel(CHANNEL);
    const [, ...followers] = clients;
    channel.postMessage({ from: 'new leader', kind: 'state', status: 'lost', isNew: true });
    for (const client of followers) await client.until('lost', () => client.statuses.at(-1) === 'reconnecting');
    const snapshots = backend.count('snapshot');
    backend.happen(['of the old one']);
    await everybodyHas(clients.slice(0, 1), 'of the old one');
    channel.postMessage({ from: 'new leader', kind: 'state', status: 'open', isNew: false });
    channel.postMessage({ from: 'new leader', kind: 'settled' });
    for (const client of followers) await client.live$();
    expect(followers.map(({ tags }) => tags)).to.deep.equal([[], []]);
    // Where it stands shows them what they have not heard.
    channel.postMessage({
      ...{ from: 'new leader', kind: 'state', status: 'open', isNew: false },
      position: { epoch: 'a', seq: 1 },
    });
    await everybodyHas(followers, 'of the old one');
    expect(backend.count('snapshot')).to.equal(snapshots + 2);
    channel.close();
  });

  it('asks for nothing when the leader stands where everybody stands', async () => {
    backend.happen(['one']);
    await everybodyHas(clients, 'one');
    const asked = backend.requests.length;
    const channel = new BroadcastChannel(CHANNEL);
    expect(await answerOn(channel)).to.deep.include({ kind: 'state', status: 'open', isNew: false });
    backend.happen(['two']);
    await everybodyHas(clients, 'two');
    expect(backend.requests.length).to.equal(asked);
    channel.close();
  });

  it('replays to everybody what was missed', async () => {
    backend.cut();
    backend.happen(['missed'], undefined, Date.now() - 60_000);
    await everybodyHas(clients, 'missed');
    expect(clients.map(({ live }) => live.length)).to.deep.equal([0, 0, 0]);
  });

  it('carries the command of each, and brings its facts to all', async () => {
    const replies = await Promise.all(
      clients.map(({ gateway }, index) => gateway.execute(tagging(`c${String(index)}`, 'same'))),
    );
    expect(replies.every(({ ok }) => ok)).to.equal(true);
    await Promise.all(clients.map((client) => client.until('three facts', () => client.live.length === 3)));
    expect([...backend.executions.values()]).to.deep.equal([1, 1, 1]);
  });

  it('is not shared between agents', async () => {
    const other = new ScriptedBackend();
    other.agentId = 'ben';
    const client = new Client(other, shared);
    clients.push(client);
    await client.live$();
    backend.happen(['of ana']);
    await everybodyHas(clients.slice(0, 3), 'of ana');
    expect(client.tags).to.deep.equal([]);
    expect(other.streams).to.equal(1);
  });

  it('leaves no timer behind', async () => {
    for (const client of clients) client.disconnect();
    const interval = new FakeInterval();
    try {
      clients = [new Client(backend, shared), new Client(backend, shared)];
      for (const client of clients) await client.live$();
      expect(interval.running).to.be.above(0);
      for (const client of clients) client.disconnect();
      expect(interval.running).to.equal(0);
    } finally {
      interval.restore();
    }
  });

  it('leaves no stream, no lock and nobody waiting behind', async () => {
    for (const client of clients) client.disconnect();
    const ours = async (): Promise<readonly string[]> => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return [...held, ...pending].flatMap(({ name }) => (name?.startsWith('my-sessions') ? [name] : []));
    };
    // Granted when everybody who stood in front has let go.
    for (const name of await ours()) await navigator.locks.request(name, () => undefined);
    expect(await ours()).to.deep.equal([]);
    expect(backend.streams).to.equal(0);
    const asked = backend.requests.length;
    window.dispatchEvent(new Event('focus'));
    // Whoever asked because of that would have done so before somebody new has asked twice and been answered.
    const somebodyNew = new Client(backend);
    clients.push(somebodyNew);
    await somebodyNew.live$();
    expect(backend.requests.slice(asked).map(({ route }) => route)).to.deep.equal(['snapshot', 'events']);
  });
});

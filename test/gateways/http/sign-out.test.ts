import { expect } from '@open-wc/testing';
import { IndexedDbStorage } from '../../../src/gateways/http/command-storage.js';
import type { KeptCommand } from '../../../src/gateways/http/command-storage.js';
import { Client, tagging } from '../../support/http-client.js';
import { ScriptedBackend, answerOf } from '../../support/scripted-backend.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The clients' own backend, as they write it. */
const BASE = new URL('/api/', location.href).href;

describe('an agent who signs out', () => {
  let backend: ScriptedBackend;
  let clients: Client[] = [];
  const connect = async (options: ConstructorParameters<typeof Client>[1] = {}): Promise<Client> => {
    const client = new Client(backend, options);
    clients.push(client);
    await client.live$();
    return client;
  };
  const isEmpty = ({ state, statuses }: Client): boolean =>
    state.sessions.size === 0 && statuses.at(-1) === 'signed-out';

  beforeEach(() => {
    backend = new ScriptedBackend();
    clients = [];
  });
  afterEach(async () => {
    for (const client of clients) client.disconnect();
    await new IndexedDbStorage(DAY_MS).purge(BASE);
  });

  it('leaves nothing on screen, and nothing is asked until somebody signs in', async () => {
    let asksToSignIn = 0;
    const client = await connect({ onSignedOut: () => (asksToSignIn += 1) });
    expect(client.state.sessions.size).to.equal(1);
    await client.gateway.clearAgentData();
    expect(isEmpty(client)).to.equal(true);
    expect(client.state.workspace.agentId).to.equal('');
    expect(asksToSignIn).to.equal(0);

    const asked = backend.requests.length;
    window.dispatchEvent(new Event('focus'));
    backend.happen(['after the sign-out']);
    expect(await client.gateway.execute(tagging('late', 'late'))).to.deep.equal({ ok: false, failure: 'unreachable' });
    expect(backend.requests.length).to.equal(asked);

    client.gateway.signIn();
    await client.live$();
    expect(client.tags).to.deep.equal(['after the sign-out']);
  });

  it('and comes back is let in again by looking at the page, when a session of the login ends', async () => {
    const client = await connect();
    await client.gateway.clearAgentData();
    client.gateway.signIn();
    await client.live$();
    let isSignedOut = true;
    backend.script = () => Promise.resolve(isSignedOut ? answerOf(401) : undefined);
    backend.cut();
    await client.until('signed out', () => client.statuses.at(-1) === 'signed-out');
    isSignedOut = false;
    window.dispatchEvent(new Event('focus'));
    await client.live$();
  });

  it('leaves nothing on the other pages of the browser either, whose host is told', async () => {
    let asksToSignIn = 0;
    const here = await connect();
    const there = await connect({ onSignedOut: () => (asksToSignIn += 1) });
    await here.gateway.clearAgentData();
    await there.until('empty', () => isEmpty(there));
    await there.until('told', () => asksToSignIn === 1);
  });

  it('is not shown again by an answer that was under way', async () => {
    const client = await connect();
    let release: (session: object) => void = () => undefined;
    const session = new Promise<object>((resolve) => (release = resolve));
    backend.script = async ({ route }) => {
      if (route !== 'snapshot' && route !== 'history') return undefined;
      const body = { v: 1, sessions: [await session] };
      return route === 'snapshot'
        ? undefined
        : answerOf(200, JSON.stringify(body), { 'Content-Type': 'application/json' });
    };
    backend.reset();
    await client.until('asked for a snapshot', () => backend.count('snapshot') === 2);
    const older = client.gateway.older();
    await client.gateway.clearAgentData();
    release({
      ...{ id: 'of ana', serviceId: 'line', modality: 'im', direction: 'inbound', state: 'ended', since: 1 },
      ...{ times: { ended: 1 }, participants: [], parameters: [], tags: [], unread: 0, isSelected: false },
    });
    expect(await older).to.equal(true);
    expect(isEmpty(client)).to.equal(true);
  });

  it('hears how much could not be sent, of this page and of closed ones', async () => {
    await new IndexedDbStorage(DAY_MS).keep(keptBy('ana', 'of a closed page', 'alive'));
    const client = await connect({ storage: 'indexed-db' });
    backend.script = ({ route }) => Promise.resolve(route === 'commands' ? 'lose-request' : undefined);
    const reply = client.gateway.execute(tagging('waiting', 'x'));
    await client.until('sent', () => backend.count('commands') > 0);
    expect(await client.gateway.clearAgentData()).to.equal(2);
    expect(await reply).to.deep.equal({ ok: false, failure: 'unreachable' });
    expect(await new IndexedDbStorage(DAY_MS).adopt(BASE, 'ana', 'me', () => false)).to.deep.equal([]);
  });

  it('is told at the next sign-in what went while another agent worked here, once', async () => {
    backend.agentId = 'ben';
    await new IndexedDbStorage(DAY_MS).keep(keptBy('ana', 'of ana'));
    const ofBen = await connect({ storage: 'indexed-db' });
    const left = new IndexedDbStorage(DAY_MS);
    await ofBen.until('asked', () => ofBen.state.workspace.agentId === 'ben');
    ofBen.disconnect();
    backend.agentId = 'ana';
    const ofAna = await connect({ storage: 'indexed-db' });
    await ofAna.until('told', () => ofAna.state.connections.get('')?.discarded === 1);
    expect(ofAna.state.connections.get('')?.status).to.equal('live');
    expect(await left.discarded(BASE, 'ana')).to.equal(0);

    backend.agentId = 'ben';
    ofAna.gateway.signIn();
    await ofAna.until('ben', () => ofAna.state.workspace.agentId === 'ben' && ofAna.statuses.at(-1) === 'live');
    expect(ofAna.state.connections.get('')?.discarded, 'to ben').to.equal(undefined);
  });
});

describe('commands that nobody sent in time', () => {
  const kept = (id: string, ageMs: number, base: string): KeptCommand => ({
    ...keptBy('ana', id),
    createdAt: Date.now() - ageMs,
    base,
  });

  it('are removed by the next page, whatever backend it is for, and are counted for their owner', async () => {
    const before = new IndexedDbStorage(Number.POSITIVE_INFINITY);
    await before.keep(kept('old', 2 * DAY_MS, BASE));
    await before.keep(kept('old elsewhere', 2 * DAY_MS, 'https://elsewhere.example/'));
    await before.keep(kept('young', DAY_MS / 2, BASE));
    const after = new IndexedDbStorage(DAY_MS);
    const found = [
      ...(await after.adopt(BASE, 'ana', 'me', () => false)),
      ...(await after.adopt('https://elsewhere.example/', 'ana', 'me', () => false)),
    ];
    expect(found.map(({ commandId }) => commandId)).to.deep.equal(['young']);
    expect(await after.discarded('https://elsewhere.example/', 'ana')).to.equal(1);
    expect([await after.discarded(BASE, 'ben'), await after.discarded(BASE, 'ana')]).to.deep.equal([0, 1]);
    expect(await after.discarded(BASE, 'ana')).to.equal(0);
    await after.purge(BASE);
  });
});

const keptBy = (agentId: string, commandId: string, owner = 'closed page'): KeptCommand => ({
  commandId,
  command: { type: 'session.park', sessionId: 's', commandId },
  base: BASE,
  agentId,
  owner,
  createdAt: Date.now(),
  order: 1,
});

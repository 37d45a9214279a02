import { expect } from '@open-wc/testing';
import type { HttpGatewayOptions } from '../../../src/gateways/http/http.js';
import { Client } from '../../support/http-client.js';
import { ScriptedBackend, answerOf } from '../../support/scripted-backend.js';

const ended = (id: string, about: object = {}): object => ({
  id,
  serviceId: 'line',
  modality: 'im',
  direction: 'inbound',
  state: 'ended',
  since: 1,
  times: { ended: 1 },
  participants: [],
  parameters: [],
  tags: ['of the page'],
  unread: 0,
  isSelected: false,
  ...about,
});
const pageOf = (sessions: readonly object[], next?: string): Response =>
  answerOf(200, JSON.stringify({ v: 1, sessions, ...(next === undefined ? {} : { next }) }), {
    'Content-Type': 'application/json',
  });

describe('older sessions over HTTP', () => {
  let backend: ScriptedBackend;
  let client: Client;
  /** Pages by the cursor that leads to them; the first is at `start`. */
  let pages: Readonly<Record<string, () => Response>>;
  /** The query of every page that was asked for. */
  const asked = (): string[] =>
    backend.requests.filter(({ route }) => route === 'history').map(({ url }) => new URL(url).search);
  const shown = (id: string): readonly string[] | undefined => client.state.sessions.get(id)?.tags;

  const connect = async (options: Partial<HttpGatewayOptions> = {}): Promise<void> => {
    client = new Client(backend, { historyPageSize: 2, ...options });
    await client.live$();
  };
  beforeEach(() => {
    backend = new ScriptedBackend();
    pages = {};
    backend.script = ({ route, url }) =>
      Promise.resolve(route === 'history' ? pages[new URL(url).searchParams.get('before') ?? 'start']?.() : undefined);
  });
  afterEach(() => {
    client.disconnect();
  });

  it('come page by page, each from where the one before ended', async () => {
    pages = { start: () => pageOf([ended('one'), ended('two')], 'c2'), c2: () => pageOf([ended('three')]) };
    await connect();
    expect(await client.gateway.older()).to.equal(true);
    expect(['one', 'two', 'three'].filter((id) => shown(id))).to.deep.equal(['one', 'two']);
    expect(await client.gateway.older()).to.equal(false);
    expect(shown('three')).to.deep.equal(['of the page']);
    expect(asked()).to.deep.equal(['?limit=2', '?limit=2&before=c2']);
  });

  it('never take the place of what is known: the page may be older than what has happened since', async () => {
    pages = { start: () => pageOf([ended('s'), ended('one')]) };
    await connect();
    backend.happen(['just now']);
    await client.until('the tag', () => client.tags.join() === 'just now');
    await client.gateway.older();
    expect(client.tags).to.deep.equal(['just now']);
    expect(client.state.sessions.get('s')?.state).to.equal('active');
    expect(shown('one')).to.deep.equal(['of the page']);
  });

  it('never take the place of a session that has begun since the page was made', async () => {
    pages = { start: () => pageOf([ended('new'), ended('one')]) };
    await connect();
    const offer = { serviceId: 'line', modality: 'im', direction: 'inbound' };
    const at = { v: 1, epoch: backend.epoch, seq: backend.head + 1, prev: backend.head, ts: Date.now() };
    backend.send({ ...at, type: 'session.offered', sessionId: 'new', data: { offer } });
    backend.head += 1;
    await client.until('the offer', () => client.state.sessions.has('new'));
    await client.gateway.older();
    expect(client.state.sessions.get('new')?.state).to.equal('offered');
    expect(shown('one')).to.deep.equal(['of the page']);
  });

  it('do not come back over what happened to them after they were loaded', async () => {
    pages = {
      start: () => pageOf([ended('one')], 'c2'),
      c2: () => pageOf([ended('one', { tags: ['old'] }), ended('two')]),
    };
    await connect();
    await client.gateway.older();
    await client.gateway.older();
    expect(shown('one')).to.deep.equal(['of the page']);
    expect(shown('two')).to.deep.equal(['of the page']);
  });

  it('are looked for on the next page when one holds nothing new', async () => {
    pages = {
      start: () => pageOf([ended('s')], 'c2'),
      c2: () => pageOf([], 'c3'),
      c3: () => pageOf([ended('one')], 'c4'),
    };
    await connect();
    expect(await client.gateway.older()).to.equal(true);
    expect(shown('one')).to.deep.equal(['of the page']);
    expect(asked()).to.deep.equal(['?limit=2', '?limit=2&before=c2', '?limit=2&before=c3']);
  });

  it('are not looked for without end', async () => {
    backend.script = ({ route }) => Promise.resolve(route === 'history' ? pageOf([ended('s')], 'more') : undefined);
    await connect();
    expect(await client.gateway.older()).to.equal(true);
    expect(asked()).to.have.length(20);
  });

  it('that cannot be loaded are asked for again from the same place', async () => {
    let isBroken = true;
    pages = {
      start: () => pageOf([ended('one')], 'c2'),
      c2: () => (isBroken ? answerOf(500) : pageOf([ended('two')])),
    };
    await connect();
    await client.gateway.older();
    let failure: unknown;
    await client.gateway.older().catch((error: unknown) => (failure = error));
    expect(failure).to.be.an('error');
    isBroken = false;
    expect(await client.gateway.older()).to.equal(false);
    expect(shown('two')).to.deep.equal(['of the page']);
  });

  it('in the wrong shape are no history', async () => {
    pages = { start: () => answerOf(200, '{"v":1,"sessions":7}', { 'Content-Type': 'application/json' }) };
    await connect();
    let failure: unknown;
    await client.gateway.older().catch((error: unknown) => (failure = error));
    expect(failure).to.be.an('error');
  });

  it('come without the one that cannot be read, which is counted', async () => {
    pages = { start: () => pageOf([{ id: 'broken' }, ended('one')]) };
    await connect();
    await client.gateway.older();
    expect(shown('one')).to.deep.equal(['of the page']);
    expect(client.rejections).to.have.length(1);
    expect(client.rejections[0]).to.match(/^history: /);
  });

  it('that are asked for twice at once are loaded once', async () => {
    pages = { start: () => pageOf([ended('one')], 'c2'), c2: () => pageOf([ended('two')]) };
    await connect();
    expect(await Promise.all([client.gateway.older(), client.gateway.older()])).to.deep.equal([true, true]);
    expect(asked()).to.have.length(1);
  });

  it('begin with the latest again for another agent', async () => {
    pages = { start: () => pageOf([ended('one')], 'c2') };
    await connect();
    await client.gateway.older();
    backend.agentId = 'ben';
    client.gateway.signIn();
    await client.until('ben', () => client.state.workspace.agentId === 'ben' && client.statuses.at(-1) === 'live');
    expect(shown('one')).to.equal(undefined);
    expect(await client.gateway.older()).to.equal(true);
    expect(shown('one')).to.deep.equal(['of the page']);
    expect(asked()).to.deep.equal(['?limit=2', '?limit=2']);
  });

  it('are fifty at a time where nobody says otherwise, and no news to anybody', async () => {
    pages = { start: () => pageOf([ended('one')]) };
    await connect({ historyPageSize: undefined });
    await client.gateway.older();
    expect(asked()).to.deep.equal(['?limit=50']);
    expect(client.live).to.deep.equal([]);
  });
});

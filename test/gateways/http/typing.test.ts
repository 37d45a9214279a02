import { expect } from '@open-wc/testing';
import { InMemoryBackend } from '../../../src/gateways/in-memory/in-memory-backend.js';
import { createHttpGateway } from '../../../src/gateways/http/http.js';
import type { HttpGateway } from '../../../src/gateways/http/http.js';
import { USERS, SERVICES, builtInConfiguration } from '../../../src/gateways/in-memory/built-in-configuration.js';
import { News } from '../../support/news.js';
import { fetchOf, serverOver } from '../../support/in-page-server.js';
import type { Passage } from '../../support/in-page-server.js';

interface Line {
  readonly gateway: HttpGateway;
  readonly backend: InMemoryBackend;
  /** What reached the gateway behind the server. */
  readonly told: string[];
  /** Bodies of the requests for `typing`. */
  readonly asked: string[];
  readonly until: (condition: () => boolean) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A chat of Maren's, over a real server that runs in the page. */
async function aLine(takesTyping: boolean, passageOf: (request: Request) => Passage = () => ({})): Promise<Line> {
  const news = new News();
  const told: string[] = [];
  const asked: string[] = [];
  const backend = new InMemoryBackend({ agentId: USERS.agent, configuration: builtInConfiguration });
  backend.offer('s1', { serviceId: SERVICES.orders, modality: 'im', direction: 'inbound', messaging: { takesTyping } });
  const typing = backend.typing.bind(backend);
  backend.typing = (sessionId, isTyping) => {
    typing(sessionId, isTyping);
    told.push(`${sessionId} ${String(isTyping)}`);
    news.tell();
  };
  const server = serverOver(backend);
  const gateway = createHttpGateway({
    url: '/api',
    storage: 'memory',
    isShared: false,
    fetch: fetchOf(server.handle.bind(server), (request) => {
      if (request.url.includes('/typing')) {
        void request
          .clone()
          .text()
          .then((text) => {
            asked.push(text);
            news.tell();
          });
      }
      return passageOf(request);
    }),
  });
  let isLive = false;
  const disconnect = gateway.connect({
    facts(events) {
      isLive ||= events.some((event) => event.type === 'connection.changed' && event.status === 'live');
      news.tell();
    },
    pending: () => undefined,
    rejected: () => undefined,
  });
  const until = (condition: () => boolean): Promise<void> => news.until('it is so', condition, () => told.join());
  await until(() => isLive);
  await gateway.execute({ type: 'session.accept', sessionId: 's1', commandId: 'accept' });
  return {
    ...{ gateway, backend, told, asked, until },
    async end() {
      disconnect();
      await server.close();
    },
  };
}

const isTyping = (request: Request): boolean => new URL(request.url).pathname.endsWith('/typing');

describe('typing over HTTP', () => {
  it('reaches the backend, and nothing but that', async () => {
    const { gateway, told, asked, until, end } = await aLine(true);
    gateway.typing('s1', true);
    await until(() => told.length === 1);
    gateway.typing('s1', false);
    await until(() => told.length === 2 && asked.length === 2);
    expect(told).to.deep.equal(['s1 true', 's1 false']);
    expect(asked.map((text) => JSON.parse(text) as unknown)).to.deep.equal([
      { v: 1, sessionId: 's1', isTyping: true },
      { v: 1, sessionId: 's1', isTyping: false },
    ]);
    await end();
  });

  it('has one note under way, however often it is said, and ends with the last word', async () => {
    const { gateway, told, asked, until, end } = await aLine(true);
    for (let count = 0; count < 1000; count += 1) gateway.typing('s1', count % 2 === 0);
    await until(() => told.at(-1) === 's1 false');
    expect(asked.length).to.be.at.most(2);
    await end();
  });

  it('reaches no session whose channel does not take it', async () => {
    const { gateway, told, asked, until, end } = await aLine(false);
    gateway.typing('s1', true);
    gateway.typing('nobody', true);
    await until(() => asked.length === 2);
    await gateway.execute({ type: 'tags.change', sessionId: 's1', tags: ['after'], commandId: 'tags' });
    expect(told).to.deep.equal([]);
    await end();
  });

  it('is not said again to a backend that knows no such thing', async () => {
    const { gateway, asked, until, end } = await aLine(true, (request) =>
      isTyping(request)
        ? {
            answer: Response.json(
              { type: 'urn:my-sessions:problem:not-found', title: 'There is nothing here.', status: 404 },
              { status: 404, headers: { 'content-type': 'application/problem+json' } },
            ),
          }
        : {},
    );
    gateway.typing('s1', true);
    await until(() => asked.length === 1);
    await gateway.execute({ type: 'tags.change', sessionId: 's1', tags: ['after'], commandId: 'tags' });
    gateway.typing('s1', false);
    await gateway.execute({ type: 'tags.change', sessionId: 's1', tags: ['later'], commandId: 'tags 2' });
    expect(asked).to.have.length(1);
    await end();
  });

  it('is lost where the request is, and the next one goes', async () => {
    let isLost = true;
    const { gateway, told, until, end } = await aLine(true, (request) => {
      if (!isTyping(request) || !isLost) return {};
      isLost = false;
      return { isRequestLost: true };
    });
    gateway.typing('s1', true);
    gateway.typing('s1', false);
    await until(() => told.length === 1);
    expect(told).to.deep.equal(['s1 false']);
    await end();
  });

  it('is refused where it is too much', async () => {
    const { backend, end } = await aLine(true);
    const server = serverOver(backend);
    const send = fetchOf(server.handle.bind(server));
    const statuses: number[] = [];
    for (let count = 0; count < 45; count += 1)
      statuses.push(
        (
          await send('http://localhost/api/typing', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ v: 1, sessionId: 's1', isTyping: true }),
          })
        ).status,
      );
    expect(statuses.filter((status) => status === 200)).to.have.length(40);
    expect(statuses.slice(40)).to.deep.equal([429, 429, 429, 429, 429]);
    await server.close();
    await end();
  });
});

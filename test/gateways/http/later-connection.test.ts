import { expect } from '@open-wc/testing';
import type { HttpConnection, HttpConnectionOptions } from '../../../src/gateways/http/http-connection.js';
import { HttpConnection as Connection } from '../../../src/gateways/http/http-connection.js';
import { GatewayShell } from '../../../src/gateways/http/gateway-shell.js';
import type { HttpGatewayOptions } from '../../../src/gateways/http/http.js';
import { FakeTime } from '../../support/fake-time.js';
import { Client, tagging } from '../../support/http-client.js';
import { News } from '../../support/news.js';
import { ScriptedBackend } from '../../support/scripted-backend.js';

/** The rest of a gateway, which comes or fails when a test says so. */
class Loader {
  /** How often it was asked for. */
  tries = 0;
  readonly news = new News();
  #settle: ((isThere: boolean) => void) | undefined;

  readonly create = (options: HttpGatewayOptions): GatewayShell => new GatewayShell(options, (own) => this.#load(own));

  come(): void {
    this.#settle?.(true);
  }

  fail(): void {
    this.#settle?.(false);
  }

  #load(options: HttpConnectionOptions): Promise<HttpConnection> {
    this.tries += 1;
    this.news.tell();
    return new Promise((resolve, reject) => {
      this.#settle = (isThere) => {
        if (isThere) resolve(new Connection(options));
        else reject(new TypeError('Failed to fetch'));
      };
    });
  }
}

const FILE = { name: 'a.txt', type: 'text/plain', size: 1, arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) };
const UNREACHABLE = { ok: false, failure: 'unreachable' };

describe('a gateway over HTTP before all of it is loaded', () => {
  let backend: ScriptedBackend;
  let loader: Loader;
  let client: Client;

  beforeEach(() => {
    backend = new ScriptedBackend();
    loader = new Loader();
    client = new Client(backend, {}, loader.create);
  });
  afterEach(() => {
    client.disconnect();
  });

  it('is asked for as soon as it is made, and does then what it was asked meanwhile, in that order', async () => {
    expect(loader.tries).to.equal(1);
    const replies = ['one', 'two', 'three'].map((id) => client.gateway.execute(tagging(id, id)));
    const older = client.gateway.older();
    expect(backend.requests).to.deep.equal([]);
    loader.come();
    expect(await Promise.all(replies)).to.deep.equal([{ ok: true }, { ok: true }, { ok: true }]);
    expect(backend.carriedOut).to.have.length(3);
    expect(await older).to.be.a('boolean');
    await client.until('the last tag', () => client.tags.join() === 'three');
    expect(loader.tries).to.equal(1);
  });

  it('leaves nothing behind when nobody listens any more', async () => {
    const time = new FakeTime();
    try {
      client.disconnect();
      client = new Client(backend, {}, loader.create);
      client.disconnect();
      await time.elapse(0);
      expect(time.running, 'timers').to.equal(0);
      loader.come();
      await time.elapse(60_000);
      expect(time.running, 'timers').to.equal(0);
    } finally {
      time.restore();
    }
    expect(backend.requests).to.deep.equal([]);
    expect([client.statuses, client.rejections]).to.deep.equal([[], []]);
  });

  it('sends nothing for whoever has gone, and goes on when somebody listens again', async () => {
    const reply = client.gateway.execute(tagging('one', 'one'));
    client.disconnect();
    loader.come();
    const other = new Client(backend);
    await other.live$();
    other.disconnect();
    expect(backend.count('commands')).to.equal(0);
    const disconnect = client.gateway.connect(client);
    expect(await reply).to.deep.equal({ ok: true });
    disconnect();
  });

  it('says that it cannot be loaded, answers what waits for an answer, and tries again', async () => {
    const { gateway } = client;
    const asked = [
      gateway.execute(tagging('one', 'one')),
      gateway.upload('s', FILE),
      ...[
        gateway.older(),
        gateway.session('s'),
        gateway.openItems({ limit: 20 }),
        gateway.letGo(['s']),
        gateway.clearAgentData(),
      ].map((promise) => promise.catch(String)),
    ];
    loader.fail();
    expect(await Promise.all(asked)).to.deep.equal([
      UNREACHABLE,
      UNREACHABLE,
      ...Array.from({ length: 5 }, () => 'TypeError: Failed to fetch'),
    ]);
    expect(client.statuses).to.deep.equal(['connecting']);
    expect(client.rejections).to.deep.equal([
      'A part of the gateway could not be loaded, and is tried again: TypeError: Failed to fetch',
    ]);
    await loader.news.until('a second try', () => loader.tries === 2);
    loader.come();
    await client.live$();
    expect(client.statuses).to.deep.equal(['connecting', 'live']);
    expect(backend.carriedOut, 'what was given up').to.deep.equal([]);
  });

  it('is tried again at once when somebody asks for something', async () => {
    loader.fail();
    await client.until('told', () => client.rejections.length === 1);
    const reply = client.gateway.execute(tagging('one', 'one'));
    loader.come();
    expect(await reply).to.deep.equal({ ok: true });
  });

  it('says that it is connecting when it takes its time', async () => {
    client.disconnect();
    client = new Client(backend, { timings: { noticeMs: 5 } }, loader.create);
    await client.until('told', () => client.statuses.length > 0);
    expect(client.statuses).to.deep.equal(['connecting']);
    loader.come();
    await client.live$();
  });

  it('gives up what waits when the agent signs out, and says how much that was', async () => {
    const reply = client.gateway.execute(tagging('one', 'one'));
    const cleared = client.gateway.clearAgentData();
    loader.come();
    expect(await cleared).to.equal(1);
    expect(await reply).to.deep.equal(UNREACHABLE);
    expect(client.statuses).to.deep.equal(['signed-out']);
  });
});

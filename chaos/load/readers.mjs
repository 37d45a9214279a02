// Readers of many streams, in a process of their own, so that they take no time from the gateway's loop. Each takes a
// snapshot, opens its stream there and checks the chain; a stream that breaks comes back by its position, as the client
// of the package does, but at once.
import { Agent, request } from 'node:http';
import { now, part } from './figures.mjs';

/** Streams that are opened at the same time; more than the listener's backlog would only measure retries. */
const AT_ONCE = 100;
const TELL_MS = 200;
const AGAIN_MS = 250;

const connections = new Agent({ maxSockets: Infinity });

class Reader {
  received = 0;
  broken = 0;
  refused = 0;
  delays = [];
  #url;
  #headers;
  #cursor;
  #seq;
  #request;
  #isClosed = false;

  constructor(url, agentId) {
    this.#url = url;
    this.#headers = { authorization: `Bearer ${agentId}` };
  }

  async open() {
    const { epoch, seq } = JSON.parse(await this.#snapshot());
    this.#seq = seq;
    this.#cursor = `${epoch}:${seq}`;
    await this.#follow();
  }

  /** Breaks the connection, as a network does. */
  cut() {
    this.#isClosed = true;
    this.#request.destroy();
  }

  async comeBack() {
    this.#isClosed = false;
    await this.#follow();
  }

  #get(path, headers) {
    return new Promise((resolve, reject) => {
      this.#request = request(`${this.#url}${path}`, { agent: connections, headers }, resolve);
      this.#request.on('error', reject).end();
    });
  }

  async #snapshot() {
    const response = await this.#get('/snapshot', this.#headers);
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} for a snapshot`);
    let text = '';
    for await (const more of response.setEncoding('utf8')) text += more;
    return text;
  }

  /** Tries until the stream is there and has said something. */
  async #follow() {
    for (;;) {
      const response = await this.#get('/events', { ...this.#headers, 'last-event-id': this.#cursor }).catch(
        () => null,
      );
      if (response?.statusCode === 200) return this.#listen(response);
      response?.resume();
      this.refused += 1;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  #listen(response) {
    let text = '';
    return new Promise((resolve) => {
      response.setEncoding('utf8').on('data', (more) => {
        text += more;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          this.#take(text.slice(0, end));
          text = text.slice(end + 2);
        }
        resolve();
      });
      response.on('error', () => undefined).on('close', () => this.#isClosed || (this.broken += 1));
    });
  }

  #take(event) {
    if (event.startsWith('event: reset')) this.broken += 1;
    if (!event.startsWith('event: fact')) return;
    const { epoch, seq, prev, ts } = JSON.parse(event.slice(event.indexOf('data: ') + 'data: '.length));
    if (prev !== this.#seq) this.broken += 1;
    this.#seq = seq;
    this.#cursor = `${epoch}:${seq}`;
    this.received += 1;
    this.delays.push(now() - ts);
  }
}

/** Speaks with the process that started it, in both directions by messages. */
export async function readAll({ url, agentIds }) {
  const readers = agentIds.map((agentId) => new Reader(url, agentId));
  const sum = (own) => readers.reduce((total, reader) => total + own(reader), 0);
  const said = () => ({ received: sum(({ received }) => received) });

  const orders = {
    async comeBack() {
      const start = performance.now();
      for (const reader of readers) reader.delays = [];
      const times = await Promise.all(readers.map((reader) => reader.comeBack().then(() => performance.now() - start)));
      return {
        allLive: Math.max(...times),
        halfLive: part(
          times.sort((one, other) => one - other),
          0.5,
        ),
      };
    },
    async cut() {
      for (const reader of readers) reader.cut();
      return { cut: readers.length };
    },
    async report() {
      const sorted = readers.flatMap(({ delays }) => delays).sort((one, other) => one - other);
      const [p50, p99, longest] = [part(sorted, 0.5), part(sorted, 0.99), sorted.at(-1)];
      const [broken, refused] = [sum((reader) => reader.broken), sum((reader) => reader.refused)];
      return { broken, refused, p50, p99, longest };
    },
  };

  for (let start = 0; start < readers.length; start += AT_ONCE)
    await Promise.all(readers.slice(start, start + AT_ONCE).map((reader) => reader.open()));
  // Who has ended hears no more.
  const tell = (more) => process.send({ ...more, ...said() }, () => undefined);
  process.on('message', async (order) => tell({ done: order, ...(await orders[order]()) }));
  process.on('disconnect', () => process.exit());
  setInterval(tell, TELL_MS);
  tell({ done: 'open' });
}

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { EventStream } from './event-stream.mjs';
import { Finding, expect, shown } from './finding.mjs';

/** The longest a single answer may take. */
const ANSWER_MS = 10_000;

/** The backend under test: its routes, as one signed-in agent calls them. */
export class Target {
  #open = new Set();
  #longest = 0;
  #turn = 0;

  constructor(options) {
    this.options = options;
    this.base = options.url.replace(/\/+$/, '');
  }

  get credentials() {
    const { token, cookie } = this.options;
    return { ...(token && { authorization: `Bearer ${token}` }), ...(cookie && { cookie }) };
  }

  /** Calls a route. Nothing is followed and nothing is sent but what is given here and the credentials. */
  call(path, init) {
    return this.fetch(this.base + path, init);
  }

  /** The same, of any address on the origin of the backend. */
  async fetch(url, { headers, as = this.credentials, ...init } = {}) {
    const answer = fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: { ...as, ...headers },
      ...init,
    });
    const response = await answer.catch((error) => {
      throw new Finding({
        // Without the query: one case puts the token there.
        expected: `an answer to ${init.method ?? 'GET'} ${url.replace(this.base, '').split('?')[0]}`,
        found: error.cause?.code ?? error.name,
        fix: 'The backend has to answer every request, also one that it refuses.',
      });
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, type: typeOf(response), text, body: json(text) };
  }

  /** The snapshot's body, for cases that only build on it. */
  async snapshot(as) {
    const answer = await this.call('/snapshot', { as });
    expect(answer.status === 200 && answer.body !== undefined, {
      expected: '200 with JSON from GET /snapshot',
      found: `${answer.status} ${shown(answer.text)}`,
      fix: 'Without a snapshot no reader can begin; mend this one first.',
    });
    return answer.body;
  }

  /** Opens a stream at a position (or, undefined, without one). It is closed when the case ends. */
  async events(position, { as = this.credentials, headers } = {}) {
    const id = typeof position === 'object' ? `${position.epoch}:${position.seq}` : position;
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), ANSWER_MS);
    try {
      const response = await fetch(`${this.base}/events`, {
        redirect: 'manual',
        signal: controller.signal,
        headers: {
          accept: 'text/event-stream',
          // Only one case is about compression, and fetch would ask for it by itself.
          'accept-encoding': 'identity',
          ...(id && { 'last-event-id': id }),
          ...as,
          ...headers,
        },
      });
      const stream = new EventStream(response, controller);
      this.#open.add(stream);
      return stream;
    } catch (error) {
      throw new Finding({
        expected: 'the head of the answer to GET /events at once',
        found: error.cause?.code ?? error.name,
        fix: 'Send status and headers before there is any event, and flush them.',
      });
    } finally {
      clearTimeout(timer);
    }
  }

  closeStreams() {
    for (const stream of this.#open) stream.close();
    this.#longest = this.longestEvent;
    this.#open.clear();
  }

  /** The longest data of an event on any stream so far, in UTF-16 units. */
  get longestEvent() {
    return Math.max(this.#longest, ...[...this.#open].map(({ longest }) => longest));
  }

  /** Sends a command. `body` may be anything, `key` undefined sends none. */
  send(body, { key = randomUUID(), headers, query = '', ...more } = {}) {
    return this.call(`/commands${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== null && { 'idempotency-key': key }), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...more,
    });
  }

  /** The next of the wishes that the host allows, in turn: two in a row differ where it named several. */
  wish() {
    const { wishes } = this.options;
    return { v: 1, ...wishes[this.#turn++ % wishes.length] };
  }

  /** Makes something happen to the agent, so that a fact follows. */
  async happen() {
    const { trigger } = this.options;
    if (trigger) await run(trigger, '--trigger');
    else {
      const answer = await this.send(this.wish());
      expect(answer.status === 200 && answer.body?.ok === true, {
        expected: 'the wish of --command to be carried out',
        found: `${answer.status} ${shown(answer.text)}`,
        fix: 'Name a wish that is allowed at any time, such as a change of presence.',
      });
    }
  }

  /** Makes something happen that is larger than an event may be. */
  async happenLarge() {
    await run(this.options.large, '--large');
  }

  /** Makes the event log forget everything, where the host has said how. */
  async wipe() {
    const { wipe } = this.options;
    if (/^https?:/.test(wipe)) await fetch(wipe, { method: 'POST', signal: AbortSignal.timeout(ANSWER_MS) });
    else await runInShell(wipe, '--wipe');
  }
}

const typeOf = ({ headers }) => (headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase();

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Calls a URL or runs a command that the host has named. */
async function run(what, option) {
  if (!/^https?:/.test(what)) return runInShell(what, option);
  const { ok, status } = await fetch(what, { method: 'POST', signal: AbortSignal.timeout(ANSWER_MS) });
  expect(ok, { expected: `${option} to answer 2xx`, found: status, fix: `Correct ${option}.` });
}

function runInShell(command, option) {
  return new Promise((resolve, reject) => {
    spawn(command, { shell: true, stdio: 'ignore' }).on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Finding({ expected: `${option} to end with 0`, found: `exit code ${code}`, fix: `Correct ${option}.` }),
        );
    });
  });
}

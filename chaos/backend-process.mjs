import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('backend.mjs', import.meta.url));
const START_MS = 30_000;

/**
 * The server process, and what survives it: the host's facts, in order. A fact is kept here before it is published, as a
 * host commits before it tells; what was not confirmed when the process died is published again under the same key.
 */
export class BackendProcess {
  /** Everything the process printed, for the search of secrets. */
  output = '';
  kills = 0;
  #options;
  #facts;
  #keys = new Set();
  #child;
  #port = 0;
  #asked = 0;
  #answers = new Map();
  #isClosed = false;
  #revival = Promise.resolve();

  /** `opening` is what is true at the start, as `{ agentId, fact }`. */
  constructor({ opening, ...options }) {
    this.#options = options;
    this.#facts = [...opening];
  }

  get port() {
    return this.#port;
  }

  async start() {
    const child = fork(PROGRAM, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (this.output += text));
    const isListening = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`The server did not start: ${this.output}`)), START_MS);
      child.on('message', (message) => {
        if (message.type !== 'listening') return this.#settle(message);
        clearTimeout(timer);
        this.#port = message.port;
        resolve();
      });
      child.on('exit', () => {
        clearTimeout(timer);
        reject(new Error(`The server ended: ${this.output}`));
        for (const { reject: fail } of this.#answers.values()) fail(new Error('killed'));
        this.#answers.clear();
      });
    });
    child.send({ ...this.#options, seed: this.#facts, port: this.#port });
    await isListening;
  }

  /** Publishes, over as many lives of the process as it takes. */
  async publish(agentId, facts, key) {
    if (!this.#keys.has(key)) this.#facts.push(...facts.map((fact) => ({ agentId, fact })));
    this.#keys.add(key);
    for (;;) {
      try {
        return await this.ask('publish', { agentId, facts, key });
      } catch (error) {
        if (this.#isClosed || error.message !== 'killed') throw error;
        await this.#revival;
      }
    }
  }

  /** Kills the process in the middle of whatever it does, and starts another on the same port. */
  async kill() {
    this.kills += 1;
    const { exitCode } = this.#child;
    const isGone = exitCode === null ? new Promise((resolve) => this.#child.once('exit', resolve)) : undefined;
    this.#revival = (async () => {
      this.#child.kill('SIGKILL');
      await isGone;
      await this.start();
    })();
    await this.#revival;
  }

  ask(type, rest = {}) {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      if (!this.#child.connected) return reject(new Error('killed'));
      this.#answers.set(id, { resolve, reject });
      this.#child.send({ id, type, ...rest }, (failure) => {
        if (failure && this.#answers.delete(id)) reject(new Error('killed'));
      });
    });
  }

  async close() {
    if (this.#isClosed || !this.#child) return;
    this.#isClosed = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const isGone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await isGone;
  }

  #settle({ id, value, failure }) {
    const asked = this.#answers.get(id);
    this.#answers.delete(id);
    if (failure === undefined) asked?.resolve(value);
    else asked?.reject(new Error(failure));
  }
}

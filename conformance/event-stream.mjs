import { createParser } from 'eventsource-parser';
import { Finding, shown } from './finding.mjs';

/**
 * One open stream of events, as a reader sees it. What arrived is kept, so a case may ask for it after the fact: every
 * question begins where the last one ended.
 */
export class EventStream {
  /** All server-sent events so far: `{ event, id, data }`, with `data` parsed where it is JSON. */
  messages = [];
  isEnded = false;
  /** The longest data of an event so far, in UTF-16 units. */
  longest = 0;
  #asked = 0;
  #waiting = new Set();
  #controller;

  constructor(response, controller) {
    this.response = response;
    this.#controller = controller;
    void this.#read();
  }

  /** The next message that `matches`; those before it are passed over. Undefined after `ms`, or when the stream ends. */
  async next(matches, ms) {
    const until = performance.now() + ms;
    for (;;) {
      while (this.#asked < this.messages.length) {
        const message = this.messages[this.#asked++];
        if (matches(message)) return message;
      }
      const left = until - performance.now();
      if (this.isEnded || left <= 0) return undefined;
      await this.#news(left);
    }
  }

  /** Like `next`, but its absence is a finding. */
  async need(matches, ms, finding) {
    const found = await this.next(matches, ms);
    if (found) return found;
    const kinds = this.messages.map(({ event, data }) => `${event} ${shown(data)}`);
    const seen = kinds.length === 0 ? 'nothing' : `${kinds.length} others, the last: ${kinds.at(-1)}`;
    throw new Finding({ found: `${seen} within ${ms} ms${this.isEnded ? ', then the stream ended' : ''}`, ...finding });
  }

  /** Whether the server ends the stream within `ms`. */
  async ends(ms) {
    const until = performance.now() + ms;
    while (!this.isEnded && performance.now() < until) await this.#news(until - performance.now());
    return this.isEnded;
  }

  close() {
    this.#controller.abort();
  }

  #news(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(wake, ms);
      const waiting = this.#waiting;
      function wake() {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      }
      waiting.add(wake);
    });
  }

  #wake() {
    for (const wake of [...this.#waiting]) wake();
  }

  async #read() {
    const parser = createParser({
      onEvent: ({ event = 'message', id, data }) => {
        this.longest = Math.max(this.longest, data.length);
        this.messages.push({ event, id, data: parsed(data) });
      },
    });
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body) {
        parser.feed(decoder.decode(chunk, { stream: true }));
        this.#wake();
      }
    } catch {
      // cut by either side: what arrived until then is what a case is about
    }
    this.isEnded = true;
    this.#wake();
  }
}

function parsed(data) {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

export const isFact = ({ event }) => event === 'fact';
export const isHeartbeat = ({ event }) => event === 'heartbeat';
export const isReset = ({ event }) => event === 'reset';

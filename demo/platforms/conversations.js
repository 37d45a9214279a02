const AGAIN_MS = 500;

class Emitter {
  #listeners = new Map();

  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  removeListener(event, listener) {
    const all = this.#listeners.get(event) ?? [];
    this.#listeners.set(
      event,
      all.filter((one) => one !== listener),
    );
  }

  emit(event, told) {
    for (const listener of this.#listeners.get(event) ?? []) listener(told);
  }
}

const dated = (message) => ({ ...message, dateCreated: new Date(message.dateCreated) });

/**
 * Stands in for a client of `@twilio/conversations`, which speaks to Twilio alone: of what that does, what the gateway
 * uses, at the stub.
 */
export class Conversations extends Emitter {
  user = { identity: 'ada' };
  #url;
  #socket;
  #open;
  #all = new Map();
  #asked = new Map();

  constructor(url) {
    super();
    this.#url = url;
    this.#connect();
  }

  async getConversationBySid(sid) {
    const known = this.#all.get(sid) ?? new Conversation(sid, (act, ...given) => this.#ask({ sid, act, given }));
    Object.assign(known, await this.#ask({ sid, act: 'read' }));
    this.#all.set(sid, known);
    return known;
  }

  async updateToken() {
    return this;
  }

  #connect() {
    this.#socket = new window.WebSocket(this.#url);
    this.#open = new Promise((resolve) => (this.#socket.onopen = resolve));
    void this.#open.then(() => this.emit('connectionStateChanged', 'connected'));
    this.#socket.onmessage = ({ data }) => this.#heard(JSON.parse(data));
    this.#socket.onclose = () => {
      for (const { reject } of this.#asked.values()) reject(new Error('The connection was lost.'));
      this.#asked.clear();
      setTimeout(() => this.#connect(), AGAIN_MS);
    };
  }

  #heard({ id, answer, problem, sid, event, told }) {
    if (id === undefined) {
      this.#all.get(sid)?.emit(event, event === 'messageAdded' ? dated(told) : told);
      return;
    }
    const { resolve, reject } = this.#asked.get(id) ?? {};
    this.#asked.delete(id);
    if (problem === undefined) resolve?.(answer);
    else reject?.(new Error(problem));
  }

  async #ask(asked) {
    await this.#open;
    const id = crypto.randomUUID();
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, ...asked }));
    });
  }
}

class Conversation extends Emitter {
  lastReadMessageIndex = null;
  state = { current: 'active' };
  #ask;

  constructor(sid, ask) {
    super();
    this.sid = sid;
    this.#ask = ask;
  }

  async getMessages() {
    const messages = await this.#ask('getMessages');
    return { items: messages.map(dated), hasPrevPage: false };
  }

  getParticipants() {
    return this.#ask('getParticipants');
  }

  sendMessage(text, attributes) {
    return this.#ask('sendMessage', text, attributes);
  }

  async advanceLastReadMessageIndex(index) {
    this.lastReadMessageIndex = index;
    return this.#ask('advanceLastReadMessageIndex', index);
  }

  typing() {
    return this.#ask('typing');
  }
}

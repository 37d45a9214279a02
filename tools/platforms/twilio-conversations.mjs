// A client of Twilio Conversations that is this page's alone: what its objects do, by the types of its SDK.
import { EventEmitter } from 'node:events';

export class Conversations extends EventEmitter {
  user = { identity: 'ada' };
  tokens = [];
  all = new Map();
  #timeOf;

  /** @param timeOf when a message is written, by its index, in ms since the epoch */
  constructor(timeOf = (index) => 1_750_000_000_000 + index * 1000) {
    super();
    this.#timeOf = timeOf;
  }

  async getConversationBySid(sid) {
    const conversation = this.all.get(sid);
    if (!conversation) throw new Error('Conversation not found');
    return conversation;
  }

  async updateToken(token) {
    this.tokens.push(token);
  }

  begin(sid, customer = 'cy') {
    const conversation = new Conversation(sid, { identity: this.user.identity, customer, timeOf: this.#timeOf });
    this.all.set(sid, conversation);
    return conversation;
  }
}

class Conversation extends EventEmitter {
  lastReadMessageIndex = null;
  state = { current: 'active' };
  messages = [];
  participants = new Map();
  typed = 0;
  #identity;
  #customer;
  #timeOf;
  #index = 0;

  constructor(sid, { identity, customer, timeOf }) {
    super();
    this.sid = sid;
    this.#identity = identity;
    this.#customer = customer;
    this.#timeOf = timeOf;
    this.participants.set(identity, { sid: 'MB-own', identity, lastReadMessageIndex: null });
    this.participants.set(customer, { sid: 'MB-customer', identity: customer, lastReadMessageIndex: null });
  }

  /** Somebody writes. While the connection is lost it is not told. */
  write(body, { author = this.#customer, isTold = true, attributes = {}, ...rest } = {}) {
    const index = this.#index++;
    const message = {
      sid: `IM${index}`,
      index,
      author,
      body,
      attributes,
      dateCreated: new Date(this.#timeOf(index)),
      attachedMedia: null,
      aggregatedDeliveryReceipt: null,
      ...rest,
    };
    this.messages.push(message);
    if (isTold) this.emit('messageAdded', message);
    return message;
  }

  update(message, changes, isTold = true) {
    Object.assign(message, changes);
    if (isTold) this.emit('messageUpdated', { message, updateReasons: [] });
  }

  remove(message, isTold = true) {
    this.messages = this.messages.filter((one) => one !== message);
    if (isTold) this.emit('messageRemoved', message);
  }

  /** Somebody has read up to a message. */
  read(identity, lastReadMessageIndex) {
    const participant = { ...this.participants.get(identity), lastReadMessageIndex };
    this.participants.set(identity, participant);
    this.emit('participantUpdated', { participant, updateReasons: [] });
  }

  async sendMessage(body, attributes) {
    if (this.refusal) throw this.refusal;
    return this.write(body, { author: this.#identity, attributes }).index;
  }

  async advanceLastReadMessageIndex(index) {
    this.lastReadMessageIndex = index;
    return 0;
  }

  async getParticipants() {
    return [...this.participants.values()];
  }

  async typing() {
    this.typed += 1;
  }

  async getMessages(pageSize = 30) {
    return this.#page(this.messages.length, pageSize);
  }

  #page(end, pageSize) {
    const start = Math.max(0, end - pageSize);
    return {
      items: this.messages.slice(start, end),
      hasPrevPage: start > 0,
      prevPage: async () => this.#page(start, pageSize),
    };
  }
}

// A platform that answers as Genesys Cloud does, on this machine: REST for its client, and a notification channel that
// says whole conversations. What people and machines do there is done by the methods of `GenesysPlatform`.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

export const AGENT = 'agent-7';
export const QUEUES = { billing: 'queue-billing', advice: 'queue-advice' };

const PRESENCES = [
  ['def-on', 'On Queue', 'On Queue'],
  ['def-available', 'Available', 'Available'],
  ['def-away', 'Away', 'Away'],
  ['def-lunch', 'Meal', 'Lunch'],
  ['def-busy', 'Busy', 'Busy'],
  ['def-offline', 'Offline', 'Offline'],
].map(([id, systemPresence, label]) => ({ id, systemPresence, languageLabels: { en_US: label } }));

const KINDS = { calls: 'call', messages: 'message', emails: 'email', callbacks: 'callback' };

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET,POST,PUT,PATCH,DELETE',
  'access-control-expose-headers': 'retry-after',
};

class Refusal extends Error {
  constructor(status, message, headers = {}) {
    super(message);
    Object.assign(this, { status, headers });
  }
}

export class GenesysPlatform {
  conversations = new Map();
  texts = new Map();
  /** Every request: method, path and body. */
  asked = [];
  /** How the next requests are refused: a list of `Refusal`. */
  refusals = [];
  token = 'valid';
  presence = PRESENCES[0];
  routing = 'IDLE';
  channelLife = 86_400_000;
  /** How far its clock is ahead of the machine's, ms. */
  ahead = 0;
  /** Whether pings are answered. */
  isResponsive = true;
  /**
   * What becomes of a request, by its method, path and body; nothing, where it is answered as always. `silent`: it is never
   * answered; `cut`: the connection is, without anything being done; `lost`: what is asked for is done, and the answer cut in
   * its middle. Otherwise the answer itself: `{ status, text, headers }`.
   */
  fault = () => undefined;
  /** Called before the answer to `GET /conversations` is made. */
  onRead = () => undefined;
  #name;
  #channels = new Map();
  #count = 0;
  #server;
  #sockets;

  constructor({ name = 'Ada Berg' } = {}) {
    this.#name = name;
  }

  /** What time it is by its clock, or will be in so many ms. */
  stamp(inMs = 0) {
    return new Date(Date.now() + this.ahead + inMs).toISOString();
  }

  /** Opens a port, any that is free without one. */
  async start(wanted = 0) {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
    this.#sockets = new WebSocketServer({ server: this.#server });
    this.#sockets.on('connection', (socket, { url }) => {
      this.#opened(socket, url.split('/').at(-1));
    });
    await new Promise((resolve) => this.#server.listen(wanted, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  async stop() {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get openSockets() {
    return this.#sockets.clients.size;
  }

  /** Whether work is given to the agent: connected, on queue, and answering. */
  get isRouting() {
    return this.openSockets > 0 && this.presence === PRESENCES[0] && this.routing !== 'NOT_RESPONDING';
  }

  get channels() {
    return [...this.#channels.values()];
  }

  // What happens there.

  /** A conversation comes from a queue. Answers with its id. */
  offer(kind = 'messages', { id = `c-${(this.#count += 1)}`, queueId = QUEUES.billing, ...said } = {}) {
    const customer = {
      id: `${id}/customer`,
      purpose: 'customer',
      name: 'Hanne Riis',
      address: kind === 'calls' ? 'tel:+4721550100' : undefined,
      attributes: { tier: 'gold' },
      ...said.customer,
      [kind]: [{ id: `${id}/c`, state: 'connected', direction: 'inbound', messages: [] }],
    };
    const queue = { id: `${id}/queue`, purpose: 'acd', queueId, [kind]: [{ id: `${id}/q`, state: 'disconnected' }] };
    this.conversations.set(id, { id, startTime: this.stamp(), participants: [customer, queue] });
    this.alert(id, kind, queueId, said.agent, said.media);
    return id;
  }

  /** It rings at the agent, as a participant of its own. */
  alert(id, kind = this.kindOf(id), queueId = QUEUES.billing, agent = {}, media = {}) {
    const { participants } = this.conversations.get(id);
    participants.push({
      id: `${id}/agent-${participants.length}`,
      purpose: 'agent',
      userId: AGENT,
      queueId,
      wrapupRequired: true,
      wrapupPrompt: 'timeout',
      wrapupTimeoutMs: 60_000,
      alertingTimeoutMs: 20_000,
      attributes: {},
      ...agent,
      [kind]: [
        {
          id: `${id}/a-${participants.length}`,
          state: 'alerting',
          direction: 'inbound',
          held: false,
          startAlertingTime: this.stamp(),
          messages: [],
          ...media,
        },
      ],
    });
    this.tell(id);
  }

  kindOf(id) {
    return Object.keys(KINDS).find((kind) => this.conversations.get(id).participants[0][kind]);
  }

  agentOf(id) {
    return this.conversations.get(id).participants.findLast(({ userId }) => userId === AGENT);
  }

  mediaOf(id) {
    return this.agentOf(id)[this.kindOf(id)][0];
  }

  /** The part of the agent changes as it is said. */
  set(id, change) {
    Object.assign(this.mediaOf(id), change);
    this.tell(id);
  }

  connect(id) {
    this.set(id, { state: 'connected', connectedTime: this.stamp() });
  }

  /** The part of the agent is over. */
  leave(id, disconnectType) {
    const media = this.mediaOf(id);
    if (media.state === 'connected') media.afterCallWork = { state: 'pending', startTime: this.stamp() };
    this.set(id, { state: 'disconnected', disconnectType, disconnectedTime: this.stamp() });
  }

  customerLeaves(id) {
    Object.assign(this.conversations.get(id).participants[0][this.kindOf(id)][0], {
      state: 'disconnected',
      disconnectType: 'client',
    });
    this.leave(id, 'peer');
  }

  /** Nobody has answered: the agent is not responding. */
  miss(id) {
    this.leave(id, 'client');
    this.route('NOT_RESPONDING');
  }

  /** Nobody has answered in time by the platform's clock, or the offer has been taken back. */
  withdraw(id) {
    this.leave(id, 'system');
  }

  write(id, text, { from = this.conversations.get(id).participants[0], status = 'received', files = [] } = {}) {
    const messageId = `m-${(this.#count += 1)}`;
    const content = files.map((attachment) => ({ contentType: 'Attachment', attachment }));
    const normalizedMessage = { type: 'Text', text, ...(files.length > 0 && { content }) };
    this.texts.set(messageId, { id: messageId, timestamp: this.stamp(), normalizedMessage });
    from.messages[0].messages.push({ messageId, messageStatus: status, messageTime: this.stamp(), media: [] });
    this.tell(id);
    return messageId;
  }

  speak(id, transcripts) {
    this.publish(`v2.conversations.${id}.transcription`, { conversationId: id, transcripts });
  }

  route(status) {
    this.routing = status;
    this.publish(`v2.users.${AGENT}.routingStatus`, { id: AGENT, routingStatus: { status, startTime: this.stamp() } });
  }

  choose(id) {
    this.presence = PRESENCES.find((one) => one.id === id) ?? this.#refuse(400, 'There is no such presence.');
    const { languageLabels: _, ...presenceDefinition } = this.presence;
    this.publish(`v2.users.${AGENT}.presence`, { source: 'PURECLOUD', presenceDefinition });
    this.route(id === 'def-on' ? 'IDLE' : 'OFF_QUEUE');
  }

  tell(id) {
    this.publish(`v2.users.${AGENT}.conversations`, this.conversations.get(id));
  }

  publish(topicName, eventBody) {
    for (const { topics, socket } of this.#channels.values())
      if (topics.has(topicName)) socket?.send(JSON.stringify({ topicName, version: '2', eventBody }));
  }

  /** To every socket, whatever it has subscribed to. */
  raw(text) {
    for (const { socket } of this.#channels.values()) socket?.send(text);
  }

  announceEnd() {
    this.raw(JSON.stringify({ topicName: 'v2.system.socket_closing', eventBody: {} }));
  }

  drop() {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  /** Nobody hears what `act` does. */
  unheard(act) {
    const sockets = this.channels.map((channel) => [channel, channel.socket]);
    for (const [channel] of sockets) channel.socket = undefined;
    act();
    for (const [channel, socket] of sockets) channel.socket = socket;
  }

  refuseNext(status, message, headers) {
    this.refusals.push(new Refusal(status, message, headers));
  }

  // How it is asked.

  #refuse(status, message) {
    throw new Refusal(status, message);
  }

  #opened(socket, id) {
    const channel = this.#channels.get(id);
    if (!channel) return socket.close(1008);
    channel.socket?.close(1000);
    channel.socket = socket;
    socket.on('close', () => {
      if (channel.socket === socket) channel.socket = undefined;
    });
    socket.on('message', (text) => {
      const { message } = JSON.parse(text);
      if (message === 'ping' && this.isResponsive)
        socket.send('{"topicName":"channel.metadata","eventBody":{"message":"pong"}}');
    });
  }

  async #serve(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const send = (status, body, headers = {}) => {
      response.writeHead(status, { ...CORS, 'content-type': 'application/json', ...headers });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    if (request.method === 'OPTIONS') return send(204);
    const path = new URL(request.url, this.origin).pathname.replace(/^.*\/api\/v2/, '');
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
    this.asked.push({ method: request.method, path, body });
    const fault = this.fault({ method: request.method, path, body });
    if (fault === 'silent') return undefined;
    if (fault === 'cut') return response.destroy();
    if (typeof fault === 'object') {
      response.writeHead(fault.status ?? 200, { ...CORS, 'content-type': 'text/html', ...fault.headers });
      return response.end(fault.text);
    }
    try {
      if (request.headers.authorization !== `Bearer ${this.token}`) this.#refuse(401, 'Invalid login credentials.');
      const refusal = this.refusals.shift();
      if (refusal) throw refusal;
      const answer = this.#answer(request.method, path.split('/').slice(1).map(decodeURIComponent), body);
      if (fault === 'lost') {
        response.writeHead(200, { ...CORS, 'content-type': 'application/json', 'content-length': 1000 });
        return response.write('{"id":', () => response.destroy());
      }
      send(200, answer ?? {});
    } catch (error) {
      const status = error.status ?? 500;
      send(status, { status, code: 'refused', message: error.message }, error.headers);
    }
  }

  #answer(method, [root, ...rest], body) {
    switch (`${method} ${root}`) {
      case 'GET users':
        return {
          id: AGENT,
          name: this.#name,
          presence: { presenceDefinition: this.presence },
          routingStatus: { status: this.routing },
        };
      case 'PATCH users':
        return this.choose(body.presenceDefinition.id);
      case 'PUT users':
        return this.route(body.status);
      case 'GET presencedefinitions':
      case 'GET presence':
        return { entities: PRESENCES };
      case 'GET routing':
        return { utilization: { call: { maximumCapacity: 2 }, message: { maximumCapacity: 5 } } };
      case 'POST notifications': {
        const id = `channel-${(this.#count += 1)}`;
        this.#channels.set(id, { id, topics: new Set() });
        const expires = this.stamp(this.channelLife);
        return { id, expires, connectUri: `${this.origin.replace('http', 'ws')}/channels/${id}` };
      }
      case 'PUT notifications':
        this.#channels.get(rest[1]).topics = new Set(body.map(({ id }) => id));
        return { entities: body };
      default:
        return this.#conversation(method, rest, body);
    }
  }

  #conversation(method, rest, body) {
    if (method === 'GET' && rest.length === 0) {
      this.onRead();
      const isOpen = ({ participants }) =>
        participants.some(
          (one) =>
            one.userId === AGENT &&
            this.#media(one) !== undefined &&
            (this.#media(one).state !== 'disconnected' || this.#media(one).afterCallWork?.state === 'pending'),
        );
      return { entities: [...this.conversations.values()].filter(isOpen) };
    }
    const kind = Object.hasOwn(KINDS, rest[0]) ? rest.shift() : undefined;
    const conversation = this.conversations.get(rest[0]) ?? this.#refuse(404, 'There is no such conversation.');
    const [id, what, whose, act] = rest;
    if (method === 'GET' && what === undefined) return conversation;
    if (method === 'GET' && act === 'wrapupcodes')
      return [
        { id: 'code-refund', name: 'Refund' },
        { id: 'code-other', name: 'Other' },
      ];
    if (method === 'POST' && whose === 'bulk') return { entities: body.flatMap((one) => this.texts.get(one) ?? []) };
    if (method === 'POST' && act === 'messages') {
      const messageId = this.write(id, body.textBody, { from: this.agentOf(id), status: 'sent' });
      return this.texts.get(messageId);
    }
    if (method === 'POST' && act === 'typing') return {};
    const participant =
      conversation.participants.find((one) => one.id === whose) ?? this.#refuse(404, 'There is no such participant.');
    if (method === 'POST' && act === 'replace') return this.#replace(id, participant);
    if (act === 'parkingstate') return this.#park(id, participant, kind, body);
    return this.#patch(id, participant, body);
  }

  #media(participant) {
    return Object.keys(KINDS).flatMap((kind) => participant[kind] ?? [])[0];
  }

  #replace(id, participant) {
    if (this.#media(participant).state !== 'connected') this.#refuse(400, 'Only who talks can transfer.');
    this.leave(id, 'transfer');
  }

  #park(id, participant, kind, { state }) {
    const media = this.#media(participant);
    if (kind === 'calls' || media.state !== 'connected') this.#refuse(409, 'This cannot be parked.');
    Object.assign(media, { parkTime: state === 'parked' ? this.stamp() : undefined });
    this.tell(id);
  }

  #patch(id, participant, { state, held, wrapup, wrapupSkipped }) {
    const media = this.#media(participant);
    if (state === 'connected') {
      if (media.state !== 'alerting') this.#refuse(409, 'This conversation rings no more.');
      Object.assign(media, { state, connectedTime: this.stamp() });
    }
    if (state === 'disconnected') {
      if (media.state === 'disconnected') this.#refuse(409, 'This conversation is over.');
      const wasOffer = media.state === 'alerting';
      if (!wasOffer) media.afterCallWork = { state: 'pending', startTime: this.stamp() };
      Object.assign(media, { state, disconnectType: 'client', disconnectedTime: this.stamp() });
      if (wasOffer) this.route('NOT_RESPONDING');
    }
    if (held !== undefined) media.held = held;
    if (wrapup) participant.wrapup = wrapup;
    if (wrapupSkipped) participant.wrapupSkipped = true;
    if ((wrapup && !wrapup.provisional) || wrapupSkipped)
      media.afterCallWork = { ...media.afterCallWork, state: wrapupSkipped ? 'skipped' : 'complete' };
    this.tell(id);
    return { accepted: true };
  }
}

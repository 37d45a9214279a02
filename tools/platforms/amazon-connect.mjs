// What Amazon Connect is to its SDK: the page in the frame that Streams talks to, as far as a gateway can tell. It takes what
// Streams posts and answers what a frame posts back. Times, words of errors and the order of what it says are its own.
const ARN = 'arn:aws:connect:eu-central-1:000000000000:instance/11111111-2222-3333-4444-555555555555';
const arn = (kind, id) => `${ARN}/${kind}/${id}`;
const queueOf = (id, name) => ({ name, queueARN: arn('queue', id), queueId: arn('queue', id) });

/** Queues by their ids, with names as an instance calls them. */
export const queuesOf = (names) =>
  Object.fromEntries(Object.entries(names).map(([id, name]) => [id, queueOf(id, name)]));

export const QUEUES = { sales: queueOf('sales', 'Sales'), claims: queueOf('claims', 'Claims') };

const STATUSES = [
  { agentStateARN: arn('agent-state', 'available'), type: 'routable', name: 'Available' },
  { agentStateARN: arn('agent-state', 'lunch'), type: 'not_routable', name: 'Lunch' },
  { agentStateARN: arn('agent-state', 'training'), type: 'not_routable', name: 'Training' },
  { agentStateARN: arn('agent-state', 'offline'), type: 'offline', name: 'Offline' },
];

/** Where the agent can transfer to: every queue but the one that work comes from by itself, and a colleague. */
const quickConnectsOf = ([, ...queues]) => [
  ...queues.map(([id, { name, queueARN }]) => ({
    endpointARN: arn('transfer-destination', id),
    type: 'queue',
    name,
    queue: queueARN,
  })),
  { endpointARN: arn('transfer-destination', 'idris'), type: 'agent', name: 'Idris', agentLogin: 'idris' },
];

class Refusal extends Error {
  constructor(type, message) {
    super(message);
    this.type = type;
  }
}

const isCall = ({ type }) => type === 'voice' || type === 'queue_callback';
const isWork = ({ state: { type } }) => !['ended', 'missed', 'rejected', 'error'].includes(type);

export class ConnectPlatform {
  /** Everybody who listens, each by a function that takes what is posted. */
  #pages = new Set();
  #contacts = new Map();
  #status = this.#begun(STATUSES[0]);
  #chosen = this.#status;
  #next = null;
  #items = 0;
  #transcripts = new Map();
  /**
   * What was asked for, in order.
   *
   * @type {{ method: string }[]}
   */
  calls = [];
  /** What to refuse next. */
  #refusals = [];
  isSilent = false;
  concurrency = { VOICE: 2, CHAT: 3, TASK: 5, EMAIL: 2 };
  skew = 0;
  #name;
  #queues;

  constructor({ name = 'Maren Holt', queues = QUEUES } = {}) {
    this.#name = name;
    this.#queues = queues;
  }

  join(post) {
    this.#pages.add(post);
    post({ event: 'acknowledge', data: { id: 'stub' } });
  }

  leaveFrame(post) {
    this.#pages.delete(post);
  }

  get pages() {
    return this.#pages.size;
  }

  /** Whether work is given to the agent: signed in, with a status that takes it. */
  get isRouting() {
    return this.pages > 0 && this.#chosen.type === 'routable' && this.#status.type !== 'error';
  }

  /** What Streams has posted to the frame. */
  receive({ event, data } = {}) {
    if (event === 'synchronize') this.tell('acknowledge', { id: 'stub' });
    else if (event === 'configure') this.update();
    else if (event === 'broadcast') this.tell(data.event, data.data);
    else if (event === 'api_request') this.#answer(data);
  }

  tell(event, data = {}) {
    for (const post of this.#pages) post({ event, data });
  }

  /** Tells all there is, as the platform does after each change. */
  update() {
    if (!this.isSilent) this.tell('agent::update', this.snapshot);
  }

  get snapshot() {
    return {
      configuration: {
        name: this.#name,
        username: 'maren',
        agentARN: arn('agent', 'maren'),
        extension: '',
        permissions: [],
        dialableCountries: [],
        softphoneEnabled: false,
        softphoneAutoAccept: false,
        agentStates: STATUSES,
        routingProfile: {
          name: 'All',
          routingProfileARN: arn('routing-profile', 'all'),
          routingProfileId: arn('routing-profile', 'all'),
          // Each agent has a queue, too, by which the SDK knows who it is.
          queues: [...Object.values(this.#queues), { name: null, queueARN: arn('queue', 'agent/maren'), queueId: '' }],
          defaultOutboundQueue: this.#usual,
          channelConcurrencyMap: this.concurrency,
        },
      },
      snapshot: {
        state: this.#status,
        nextState: this.#next,
        agentAvailabilityState: { state: this.#chosen.name, timeStamp: this.#chosen.startTimestamp },
        contacts: [...this.#contacts.values()],
        localTimestamp: Date.now(),
        skew: this.skew,
      },
    };
  }

  /**
   * @param {string} id
   * @returns {{ state: { type: string }, connections: { connectionId: string, state: { type: string } }[] }}
   */
  contact(id) {
    const contact = this.#contacts.get(id);
    if (!contact) throw new Refusal('ContactNotFoundException', `Contact not found: ${id}`);
    return contact;
  }

  /** @returns {string[]} */
  get ids() {
    return [...this.#contacts.keys()];
  }

  /** The next call of this method is refused with this reason. */
  refuse(method, type, message) {
    this.#refusals.push({ method, type, message });
  }

  // What happens there.

  /**
   * @param {string} id
   * @param {string} [type]
   * @param {Record<string, unknown>} [fields] of the contact, and the number of who calls
   * @returns {string}
   */
  offer(id, type = 'chat', { phoneNumber = '+4721550100', ...fields } = {}) {
    const side = (suffix, kind, initial, state, endpoint) => ({
      contactId: id,
      connectionId: `${id}-${suffix}`,
      type: kind,
      initial,
      state: { type: state, timestamp: new Date() },
      endpoint,
    });
    const agent = side('agent', 'agent', false, 'connecting', { type: 'agent', agentLogin: 'maren' });
    if (type === 'chat')
      agent.chatMediaInfo = { connectionData: JSON.stringify({ ConnectionAuthenticationToken: `token of ${id}` }) };
    this.#contacts.set(id, {
      contactId: id,
      initialContactId: null,
      type,
      attributes: {},
      segmentAttributes: {},
      references: {},
      initiationMethod: type === 'queue_callback' ? 'callback' : 'inbound',
      queue: this.#usual,
      queueTimestamp: new Date(Date.now() - 30_000),
      state: { type: type === 'queue_callback' ? 'incoming' : 'connecting', timestamp: new Date() },
      connections: [agent, side('customer', 'inbound', true, 'connected', { type: 'phone_number', phoneNumber })],
      ...fields,
    });
    this.update();
    return id;
  }

  /** Changes a contact by hand, and tells it. */
  change(id, act) {
    act(this.contact(id));
    this.update();
  }

  /** Calls are missed; a chat, task or mail that is missed fails. */
  miss(id) {
    const contact = this.contact(id);
    this.#into(contact, isCall(contact) ? 'missed' : 'error');
    this.#side(contact, 'agent', 'disconnected');
    this.#during(contact, 'MissedCallAgent', 'error');
    this.update();
  }

  /** The other side leaves. */
  leave(id) {
    this.#end(this.contact(id));
    this.update();
  }

  /** No longer the agent's, without having ended here. */
  vanish(...ids) {
    for (const id of ids) this.#contacts.delete(id);
    this.update();
  }

  choose(name) {
    const found = STATUSES.find((status) => status.name === name);
    this.#chosen = this.#status = this.#begun(found);
    this.update();
  }

  /** Something is written in a chat. Answers its id. */
  write(id, fields, isTold = true) {
    const item = {
      Id: `item-${String((this.#items += 1))}`,
      AbsoluteTime: new Date().toISOString(),
      ContactId: id,
      InitialContactId: id,
      Type: 'MESSAGE',
      ContentType: 'text/plain',
      ParticipantRole: 'CUSTOMER',
      ParticipantId: `${id}-customer`,
      DisplayName: 'Grace Oduya',
      ...fields,
    };
    const isFleeting = item.Type === 'EVENT' && item.ContentType.endsWith('.typing');
    if (!isFleeting) this.#transcripts.set(id, [...this.transcriptOf(id), item]);
    if (isTold)
      this.tell('webSocket::all_message', {
        topic: 'aws/chat',
        content: JSON.stringify(item),
        contentType: 'application/json',
      });
    return item;
  }

  /**
   * @param {string} id
   * @returns {{ Id: string }[]}
   */
  transcriptOf(id) {
    return this.#transcripts.get(id) ?? [];
  }

  /** The service that chats are written through: what it answers a path, for a token of a connection, with what body. */
  participant(action, token, body) {
    const id = token.replace('connection token of ', '').replace(/-agent$/, '');
    this.calls.push({ method: `participant/${action}`, contactId: id, ...body });
    this.#refuse(`participant/${action}`);
    const own = { ParticipantRole: 'AGENT', ParticipantId: `${id}-agent`, DisplayName: this.#name };
    switch (action) {
      case 'transcript':
        return { InitialContactId: id, Transcript: this.transcriptOf(id) };
      case 'message': {
        if (!this.#contacts.has(id)) throw new Refusal('AccessDeniedException', 'The chat is over');
        const item = this.write(id, { ...own, ContentType: body.ContentType, Content: body.Content });
        return { Id: item.Id, AbsoluteTime: item.AbsoluteTime };
      }
      case 'event':
        return { Id: `item-${String((this.#items += 1))}`, AbsoluteTime: new Date().toISOString() };
      case 'start-attachment-upload':
        this.attachment = {
          AttachmentId: 'file-1',
          AttachmentName: body.AttachmentName,
          ContentType: body.ContentType,
        };
        return {
          AttachmentId: 'file-1',
          UploadMetadata: { Url: `${this.origin}/participant/put`, UrlExpiry: later(), HeadersToInclude: {} },
        };
      case 'complete-attachment-upload':
        this.write(id, {
          ...own,
          Type: 'ATTACHMENT',
          ContentType: undefined,
          Attachments: [{ ...this.attachment, Status: 'APPROVED' }],
        });
        return {};
      case 'attachment':
        return { Url: `${this.origin}/files/${body.AttachmentId}`, UrlExpiry: later() };
      default:
        return {};
    }
  }

  /** Where the service is reached by its pages. */
  origin = '';

  #answer({ method, params, requestId }) {
    const reply = (problem, data) =>
      this.tell('api_response', { event: 'api_response', requestId, ['err']: problem, data });
    const known = this.#methods[method];
    this.calls.push({ method, ...params });
    try {
      this.#refuse(method);
      const data = known?.(params) ?? {};
      reply(null, data);
      if (known && !ASKED_ONLY.has(method)) this.update();
    } catch (error) {
      reply(error.type ?? 'InternalServiceException', { type: error.type, message: error.message });
    }
  }

  #refuse(method) {
    const refused = this.#refusals.findIndex((one) => one.method === method);
    if (refused < 0) return;
    const [{ type, message }] = this.#refusals.splice(refused, 1);
    throw new Refusal(type, message);
  }

  #methods = {
    acceptContact: ({ contactId }) => {
      const contact = this.contact(contactId);
      if (!['connecting', 'incoming'].includes(contact.state.type))
        throw new Refusal('InvalidStateException', 'The contact does not ring');
      this.#into(contact, 'connected');
      this.#side(contact, 'agent', 'connected');
      this.#during(contact, 'Busy', 'routable');
    },
    rejectContact: ({ contactId }) => {
      this.#into(this.contact(contactId), 'rejected');
    },
    clearContact: ({ contactId }) => {
      if (isWork(this.contact(contactId))) throw new Refusal('InvalidStateException', 'The contact is not over');
      this.#contacts.delete(contactId);
      if ([...this.#contacts.values()].some(isCall)) return;
      if (this.#contacts.size === 0 && this.#next) this.#chosen = this.#begun(this.#next);
      if (this.#contacts.size === 0) this.#next = null;
      this.#status = this.#chosen;
    },
    pauseContact: ({ contactId }) => {
      const contact = this.contact(contactId);
      if (contact.type !== 'task') throw new Refusal('InvalidContactTypeException', 'Only tasks can be paused');
      this.#into(contact, 'paused');
    },
    resumeContact: ({ contactId }) => {
      this.#into(this.contact(contactId), 'connected');
    },
    holdConnection: ({ contactId, connectionId }) => {
      this.#connection(contactId, connectionId).state = { type: 'hold', timestamp: new Date() };
    },
    resumeConnection: ({ contactId, connectionId }) => {
      this.#connection(contactId, connectionId).state = { type: 'connected', timestamp: new Date() };
    },
    destroyConnection: ({ contactId }) => {
      this.#end(this.contact(contactId));
    },
    transferContact: ({ contactId }) => {
      this.#end(this.contact(contactId));
    },
    createAdditionalConnection: ({ contactId, endpoint }) => {
      const contact = this.contact(contactId);
      this.#side(contact, 'customer', 'hold');
      contact.connections = [
        ...contact.connections,
        {
          contactId,
          connectionId: `${contactId}-third`,
          type: 'outbound',
          initial: false,
          state: { type: 'connected', timestamp: new Date() },
          endpoint,
        },
      ];
    },
    createTransport: ({ participantId }) => ({
      chatTokenTransport: { participantToken: `connection token of ${participantId}`, expiry: later() },
    }),
    getEndpoints: () => ({ endpoints: quickConnectsOf(Object.entries(this.#queues)), nextToken: null }),
    putAgentState: ({ state, enqueueNextState }) => {
      if ([...this.#contacts.values()].some(isWork) && enqueueNextState) this.#next = state;
      else this.#chosen = this.#status = this.#begun(state);
    },
  };

  get #usual() {
    return Object.values(this.#queues)[0];
  }

  #begun(status) {
    return { ...status, startTimestamp: new Date() };
  }

  /** A new object each time, as what is sent is a copy. */
  #into(contact, type) {
    contact.state = { type, timestamp: new Date() };
  }

  #side(contact, suffix, type) {
    this.#connection(contact.contactId, `${contact.contactId}-${suffix}`).state = { type, timestamp: new Date() };
  }

  #connection(contactId, connectionId) {
    const found = this.contact(contactId).connections.find((one) => one.connectionId === connectionId);
    if (!found) throw new Refusal('ConnectionNotFoundException', 'There is no such connection');
    return found;
  }

  /** Only calls make something else of the status that was chosen. */
  #during(contact, name, type) {
    if (isCall(contact)) this.#status = { agentStateARN: null, name, type, startTimestamp: new Date() };
  }

  #end(contact) {
    const wasOffered = ['connecting', 'incoming'].includes(contact.state.type);
    this.#into(contact, 'ended');
    for (const one of contact.connections) one.state = { type: 'disconnected', timestamp: new Date() };
    if (!wasOffered) this.#during(contact, 'AfterCallWork', 'system');
  }
}

const ASKED_ONLY = new Set(['getEndpoints', 'createTransport']);

const later = () => new Date(Date.now() + 3_600_000).toISOString();

/**
 * What is used of the vendor's SDKs (`amazon-connect-streams` 2, `amazon-connect-chatjs` 5), which a host hands over. What
 * they answer is read before it is believed: hence `unknown`.
 */

/** How Streams answers a call: one of the two, once. */
export interface ConnectCallbacks {
  readonly success: (data?: unknown) => void;
  readonly failure: (error?: unknown, data?: unknown) => void;
}

/** One side of a contact (`connect.BaseConnection`). */
export interface ConnectConnection {
  getConnectionId(): unknown;
  getType(): unknown;
  getStatus(): unknown;
  isInitialConnection(): unknown;
  getEndpoint(): unknown;
  hold(callbacks: ConnectCallbacks): void;
  resume(callbacks: ConnectCallbacks): void;
  destroy(callbacks: ConnectCallbacks): void;
  /** Of a chat, while it goes on: the one that Streams itself has, connected. */
  getMediaController?(): PromiseLike<ConnectChat>;
}

/** A contact of the agent (`connect.Contact`). */
export interface ConnectContact {
  getContactId(): unknown;
  getType(): unknown;
  getStatus(): unknown;
  getQueue(): unknown;
  getQueueTimestamp(): unknown;
  getInitiationMethod(): unknown;
  getName(): unknown;
  getDescription(): unknown;
  getReferences(): unknown;
  getAttributes(): unknown;
  getSegmentAttributes(): unknown;
  getCustomerEndpoint?(): unknown;
  /** No getter: it starts the media of chats and tasks, and throws for tasks without `amazon-connect-taskjs`. */
  getConnections(): readonly ConnectConnection[];
  /** The same holds for it. */
  getAgentConnection(): ConnectConnection;
  accept(callbacks: ConnectCallbacks): void;
  reject(callbacks: ConnectCallbacks): void;
  clear(callbacks: ConnectCallbacks): void;
  pause(callbacks: ConnectCallbacks): void;
  resume(callbacks: ConnectCallbacks): void;
  transfer(endpoint: never, callbacks: ConnectCallbacks): void;
  addConnection(endpoint: never, callbacks: ConnectCallbacks): void;
}

/** The agent who is signed in (`connect.Agent`). */
export interface ConnectAgent {
  getContacts(): readonly ConnectContact[];
  getConfiguration(): unknown;
  getState(): unknown;
  getAvailabilityState(): unknown;
  getNextState(): unknown;
  getAgentStates(): unknown;
  getChannelConcurrency(): unknown;
  getAllQueueARNs(): string[];
  getEndpoints(queueARNs: string[], callbacks: ConnectCallbacks): void;
  setState(state: never, callbacks: ConnectCallbacks, options: { readonly enqueueNextState: boolean }): void;
  onRefresh(heard: (agent: ConnectAgent) => void): unknown;
  onWebSocketConnectionLost(heard: () => void): unknown;
  onWebSocketConnectionGained(heard: () => void): unknown;
}

/** `window.connect` after `initCCP`. */
export interface Connect {
  /** Asked for each agent who signs in, and at once where one is. */
  agent(use: (agent: ConnectAgent) => void): unknown;
  readonly core: {
    /** Where Streams says, among all else, that a sign-in is over. */
    getEventBus(): { subscribe(word: string, heard: () => void): unknown };
    /** By how much the platform's clock is ahead of the machine's, in ms. */
    getSkew?(): number;
  };
  /** There with `amazon-connect-taskjs`, without which the agent cannot end a task. */
  readonly TaskSession?: unknown;
}

/** One chat of the agent, as `amazon-connect-chatjs` makes it (`AgentChatSession`), connected. */
export interface ConnectChat {
  getChatDetails(): unknown;
  getTranscript(query: {
    readonly maxResults: number;
    readonly sortOrder: 'ASCENDING';
    readonly nextToken?: string;
  }): Promise<unknown>;
  sendMessage(message: {
    readonly contentType: 'text/plain' | 'text/markdown';
    readonly message: string;
    /** What comes twice under it is one message. */
    readonly clientToken?: string;
  }): Promise<unknown>;
  sendEvent(event: {
    readonly contentType:
      'application/vnd.amazonaws.connect.event.typing' | 'application/vnd.amazonaws.connect.event.message.read';
    readonly content?: string;
  }): Promise<unknown>;
  sendAttachment(file: { readonly attachment: never }): Promise<unknown>;
  getAttachmentURL(which: { readonly attachmentId: string }): Promise<unknown>;
  onMessage(heard: (event: unknown) => void): unknown;
  onTyping(heard: (event: unknown) => void): unknown;
  onReadReceipt(heard: (event: unknown) => void): unknown;
  onDeliveredReceipt(heard: (event: unknown) => void): unknown;
  onConnectionEstablished(heard: (event: unknown) => void): unknown;
  /** It hears nothing any more, and will not. */
  onConnectionBroken?(heard: (event: unknown) => void): unknown;
}

/** Ends what Streams has begun to tell. Nothing that it hands out may keep the rest from ending. */
export function unsubscribed(subscription: unknown): void {
  const { unsubscribe } = (subscription ?? {}) as { readonly unsubscribe?: unknown };
  if (typeof unsubscribe === 'function') unsubscribe.call(subscription);
}

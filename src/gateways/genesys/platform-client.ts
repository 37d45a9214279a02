/**
 * What is used of `purecloud-platform-client-v2`, by its own names. Answers are read as they come: nothing is promised of
 * their shape, and a host may have them wrapped (`setReturnExtendedResponses`).
 */
export interface GenesysPlatformClient {
  readonly ApiClient: { readonly instance: GenesysApiClient };
  readonly ConversationsApi: new () => GenesysConversationsApi;
  readonly NotificationsApi: new () => GenesysNotificationsApi;
  readonly PresenceApi: new () => GenesysPresenceApi;
  readonly RoutingApi: new () => GenesysRoutingApi;
  readonly UsersApi: new () => GenesysUsersApi;
}

/** The one client of a page, which the host has signed in. */
export interface GenesysApiClient {
  /** The client's own HTTP: its refusals tell for how long to wait, which it does not hand on. */
  getHttpClient?(): unknown;
}

type Call<A extends readonly unknown[]> = (...given: A) => Promise<unknown>;
type OnParticipant = Call<[conversationId: string, participantId: string, body: object]>;

export interface GenesysConversationsApi {
  readonly getConversations: Call<[]>;
  readonly getConversation: Call<[conversationId: string]>;
  readonly getConversationParticipantWrapupcodes: Call<[conversationId: string, participantId: string]>;
  readonly patchConversationParticipant: OnParticipant;
  readonly patchConversationsCallParticipant: OnParticipant;
  readonly patchConversationsCallbackParticipant: OnParticipant;
  readonly patchConversationsEmailParticipant: OnParticipant;
  readonly patchConversationsMessageParticipant: Call<
    [conversationId: string, participantId: string, options: { readonly body: object }]
  >;
  readonly patchConversationsEmailParticipantParkingstate: OnParticipant;
  readonly patchConversationsMessageParticipantParkingstate: OnParticipant;
  readonly postConversationParticipantReplace: OnParticipant;
  readonly postConversationsMessageMessagesBulk: Call<
    [conversationId: string, options: { readonly body: readonly string[] }]
  >;
  readonly postConversationsMessageCommunicationMessages: Call<
    [conversationId: string, communicationId: string, body: { readonly textBody: string }]
  >;
  readonly postConversationsMessageCommunicationTyping: Call<
    [conversationId: string, communicationId: string, body: { readonly typing: { readonly type: 'On' } }]
  >;
}

export interface GenesysNotificationsApi {
  readonly postNotificationsChannels: Call<[]>;
  readonly putNotificationsChannelSubscriptions: Call<
    [channelId: string, topics: { readonly id: string }[], options: GenesysSubscribing]
  >;
}

/** Whether topics that the agent may not hear are left out; otherwise all are refused for one. */
export interface GenesysSubscribing {
  readonly ignoreErrors?: boolean;
}

export interface GenesysPresenceApi {
  readonly getPresencedefinitions: Call<[]>;
  readonly patchUserPresencesPurecloud: Call<
    [userId: string, body: { readonly presenceDefinition: { readonly id: string } }]
  >;
}

export interface GenesysRoutingApi {
  readonly getRoutingUserUtilization: Call<[userId: string]>;
}

export interface GenesysUsersApi {
  readonly getUsersMe: Call<[options: { readonly expand: ('presence' | 'routingStatus')[] }]>;
  readonly putUserRoutingstatus: Call<[userId: string, body: { readonly status: string }]>;
}

/** What is used of a `WebSocket`, of a browser or of a package such as `ws`. */
export interface GenesysSocket {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(): void;
}

export type GenesysSocketClass = new (url: string) => GenesysSocket;

/** Ids of the built-in services. */
export const SERVICES = {
  cards: 'cards',
  orders: 'orders',
  claims: 'claims',
  dispatch: 'dispatch',
  reception: 'reception',
  savings: 'savings',
} as const;

/** Ids of the built-in users; `agent` is the one who is signed in. */
export const USERS = { agent: 'maren', teammates: ['idris', 'sofia'], newcomer: 'jonas' } as const;

/**
 * The configuration that simulator and replay run on: a document like any service owner's. Six services, each set up
 * differently, so that what an agent sees changes from session to session.
 */
export const builtInConfiguration = {
  version: 1,
  sessionPolicy: 'single-active',
  sentimentThreshold: 'slightly-negative',
  tenant: {
    name: 'Harbour & Hill Group',
    companionLicences: true,
    codes: [
      { id: 'card-lost', label: 'Card lost or stolen' },
      { id: 'card-blocked', label: 'Card blocked' },
      { id: 'charge-disputed', label: 'Charge disputed' },
      { id: 'limit-changed', label: 'Limit changed' },
      { id: 'order-status', label: 'Where is my order' },
      { id: 'order-return', label: 'Return or exchange' },
      { id: 'order-advice', label: 'Advice before buying' },
      { id: 'claim-new', label: 'New claim' },
      { id: 'claim-documents', label: 'Documents added' },
      { id: 'claim-complaint', label: 'Complaint' },
      { id: 'visit-booked', label: 'Visit booked' },
      { id: 'visit-moved', label: 'Visit moved' },
      { id: 'savings-advice', label: 'Savings advice' },
      { id: 'solved', label: 'Solved at once' },
      { id: 'passed-on', label: 'Passed on' },
      { id: 'call-back', label: 'Will be called back' },
      { id: 'open', label: 'Still open' },
    ],
    contextItems: [
      { id: 'customer-record', label: 'Customer record', url: 'https://crm.example/customers/$(Customer.Id)' },
      { id: 'card-guide', label: 'Card service guide', url: 'https://guide.example/cards' },
      { id: 'order-page', label: 'Order', url: 'https://shop.example/orders/$(OrderNumber)' },
      { id: 'claim-file', label: 'Claim file', url: 'https://claims.example/files/$(ClaimNumber)' },
    ],
  },
  services: [
    {
      id: SERVICES.cards,
      name: 'Card Service Line',
      licence: 'contact-center',
      extensions: {
        widgets: [
          'transcript-view',
          'session-details',
          'codes-tags',
          'session-notes',
          'conversation-context',
          'embedded-context',
          'live-caption',
          'session-summary',
        ],
        sessionDetails: { parameters: ['CustomerNumber', 'CardEnding', 'LastLogin', 'RelationshipManager'] },
        primaryCodes: ['card-lost', 'card-blocked', 'charge-disputed', 'limit-changed'],
        secondaryCodes: ['solved', 'passed-on', 'call-back', 'open'],
        tagSuggestions: ['travel', 'fraud check', 'replacement card', 'identity confirmed', 'first contact'],
        conversationContext: ['customer-record', 'card-guide'],
        embeddedContext: 'customer-record',
        storeContextData: true,
        endedContextUrl: 'as-it-was',
      },
      companion: {
        recognizer: true,
        transcription: true,
        liveCaption: true,
        summarization: true,
        codeSuggestions: true,
      },
      afterCallWork: { enabled: true, durationSeconds: 20, earlyEnd: true, maxExtensionSeconds: 60 },
    },
    {
      id: SERVICES.orders,
      name: 'Order Desk',
      licence: 'contact-center',
      release: 'waiting',
      extensions: {
        widgets: [
          'companion-chat',
          'transcript-view',
          'session-details',
          'codes-tags',
          'session-notes',
          'conversation-context',
          'session-map',
        ],
        sessionDetails: { parameters: ['OrderNumber', 'Basket', 'DeliveryTown'] },
        primaryCodes: ['order-status', 'order-return', 'order-advice'],
        secondaryCodes: ['solved', 'passed-on', 'open'],
        tagSuggestions: ['late delivery', 'size', 'gift', 'voucher', 'damaged in transit'],
        conversationContext: ['order-page'],
        mapParameter: 'DeliveryTown',
        storeContextData: true,
      },
      companion: {
        transcription: true,
        quickReplies: [
          { id: 'greeting', title: 'Greeting', text: 'Hello, this is the **order desk**. How can I help?' },
          {
            id: 'order-number',
            title: 'Order number',
            text: 'Do you have the order number at hand? It begins with `HH`.',
          },
          { id: 'moment', title: 'One moment', text: 'One moment please, I look that up for you.' },
          {
            id: 'return',
            title: 'How to return',
            text: 'You have *60 days*:\n\n1. print the [return label](https://shop.example/returns)\n2. put it on the parcel\n3. hand it in at any shop',
          },
          { id: 'goodbye', title: 'Goodbye', text: 'Thank you for writing to us. Have a good day!' },
        ],
      },
      afterCallWork: { enabled: true, durationSeconds: 15 },
    },
    {
      id: SERVICES.claims,
      name: 'Claims Mailbox',
      licence: 'enterprise-routing',
      release: 'queue',
      extensions: {
        widgets: ['companion-chat', 'session-details', 'codes-tags', 'session-notes', 'embedded-context'],
        sessionDetails: { parameters: ['ClaimNumber', 'PolicyNumber'] },
        primaryCodes: ['claim-new', 'claim-documents', 'claim-complaint'],
        secondaryCodes: ['solved', 'passed-on', 'open'],
        tagSuggestions: ['water damage', 'storm', 'bicycle', 'photos missing'],
        embeddedContext: 'claim-file',
      },
    },
    {
      id: SERVICES.dispatch,
      name: 'Field Dispatch',
      licence: 'enterprise-routing',
      release: 'queue',
      extensions: {
        widgets: ['companion-chat', 'session-details', 'session-map', 'codes-tags', 'session-notes'],
        sessionDetails: { parameters: ['JobNumber', 'SiteAddress', 'Technician'] },
        primaryCodes: ['visit-booked', 'visit-moved'],
        tagSuggestions: ['heating', 'lift', 'access code', 'urgent'],
        mapParameter: 'SiteAddress',
        storeContextData: true,
      },
    },
    {
      id: SERVICES.reception,
      name: 'Reception',
      licence: 'advanced-routing',
      extensions: { widgets: ['session-details', 'codes-tags', 'transcript-view'] },
      companion: { transcription: true },
    },
    {
      id: SERVICES.savings,
      name: 'Savings Advice',
      licence: 'contact-center',
      extensions: {
        widgets: ['session-details', 'codes-tags', 'transcript-view'],
        sessionDetails: { parameters: ['CustomerNumber', 'RelationshipManager'] },
        primaryCodes: ['savings-advice', 'limit-changed'],
        secondaryCodes: ['solved', 'call-back'],
        tagSuggestions: ['first home', 'retirement', 'appointment'],
      },
      companion: { transcription: false },
      afterCallWork: { enabled: true, durationSeconds: 30, earlyEnd: false },
    },
  ],
  users: [
    {
      id: USERS.agent,
      name: 'Maren Falk',
      companionLicence: true,
      taskParallelization: {
        enabled: true,
        total: 5,
        perModality: { 'audio-video': 2, im: 2, email: 2, external: 1 },
      },
    },
    {
      id: USERS.teammates[0],
      name: 'Idris Bello',
      companionLicence: true,
      taskParallelization: { enabled: true, total: 4, perModality: { 'audio-video': 1, im: 3, email: 2, external: 1 } },
    },
    {
      id: USERS.teammates[1],
      name: 'Sofia Lindqvist',
      modalities: ['audio-video', 'im'],
      taskParallelization: { enabled: true, total: 3, perModality: { 'audio-video': 1, im: 2 } },
    },
    { id: USERS.newcomer, name: 'Jonas Weiss', modalities: ['audio-video', 'email'] },
  ],
} as const;

// The platform's own client against a platform of this machine, and the gateway on top; without a wait by the clock.
import platformClient from 'purecloud-platform-client-v2';
import { WebSocket } from 'ws';
import { createGenesysGateway } from 'my-sessions/gateways/genesys';
import { GenesysPlatform, QUEUES } from '../../tools/platforms/genesys.mjs';
import { source } from './source.mjs';

const { StateTables } = await source('core/store/state-tables.ts');
const { transcriptStep } = await source('core/state/transcript-step.ts');

// How long a part takes to be loaded is the business of no test but the one about that.
for (const part of ['happenings', 'transcription'])
  await import(new URL(`${part}.js`, import.meta.resolve('my-sessions/gateways/genesys')));

const configuration = {
  version: 1,
  sessionPolicy: 'multi-active',
  tenant: { name: 'Centre' },
  services: [
    { id: 'bills', name: 'Bills', licence: 'contact-center' },
    { id: 'rest', name: 'Everything else', licence: 'contact-center' },
  ],
  users: [],
};

/** Hears everything, and knows what a page would show. */
class Page {
  batches = [];
  rejections = [];
  state = new StateTables(() => undefined, transcriptStep);

  facts(events, delivery) {
    this.batches.push({ events, delivery });
    for (const event of events) this.state.apply(event);
  }

  rejected(reason) {
    this.rejections.push(reason);
  }

  pending() {}

  get live() {
    return this.batches.filter(({ delivery }) => delivery === 'live').flatMap(({ events }) => events);
  }

  get sessions() {
    return [...this.state.sessions.values()];
  }

  /** The latest session of a conversation. */
  of(conversationId) {
    return this.sessions.findLast(({ id }) => id.startsWith(`${conversationId}/`));
  }

  get connection() {
    return this.state.connections.get('')?.status;
  }

  get presence() {
    return this.state.users.get(this.state.workspace.agentId)?.presence;
  }

  texts(sessionId) {
    return [...(this.state.transcripts.get(sessionId) ?? [])].map(({ text }) => text);
  }
}

/** What one turn counts for at the most, in ms: who waits longer for it waits for the machine, or is at work. */
const MOST_MS = 20;

/**
 * Resolves when `isSo` holds; asks after whatever has come in. The limit is of the time that this process has had, without
 * what a busy machine took between two of its turns.
 */
export async function until(isSo, what = String(isSo), limitMs = 4000) {
  let last = performance.now();
  for (let had = 0; !isSo();) {
    if (had > limitMs) throw new Error(`Not so after ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    const now = performance.now();
    had += Math.min(now - last, MOST_MS);
    last = now;
  }
}

/** A gateway at a platform of its own. */
export async function makeDesk(context, { timings, ...options } = {}) {
  const platform = await new GenesysPlatform().start();
  const client = platformClient.ApiClient.instance;
  const { hostname: host, port } = new URL(platform.origin);
  client.setGateway({ host, protocol: 'http', port, path_params_login: 'login', path_params_api: 'api' });
  client.setAccessToken('valid');
  const sockets = new Set();
  let underway = 0;
  let mark = 0;
  const counted = (api) =>
    class extends api {
      constructor() {
        super();
        return new Proxy(this, {
          get: (target, name) => {
            const member = target[name];
            if (typeof member !== 'function') return member;
            return async (...given) => {
              underway += 1;
              try {
                return await member.apply(target, given);
              } finally {
                // What follows of an answer is begun before it counts as over.
                setImmediate(() => (underway -= 1));
              }
            };
          },
        });
      }
    };
  const names = ['ConversationsApi', 'NotificationsApi', 'PresenceApi', 'RoutingApi', 'UsersApi'];
  const counting = {
    ApiClient: platformClient.ApiClient,
    ...Object.fromEntries(names.map((name) => [name, counted(platformClient[name])])),
  };
  class Socket extends WebSocket {
    mark = 0;

    constructor(...given) {
      super(...given);
      sockets.add(this);
      this.on('message', (text) => {
        this.mark = Number(/"mark (\d+)"/.exec(text)?.[1] ?? this.mark);
      });
      this.on('close', () => sockets.delete(this));
    }
  }
  const inner = createGenesysGateway({
    platformClient: counting,
    WebSocket: Socket,
    configuration,
    services: { [QUEUES.billing]: 'bills' },
    defaultService: 'rest',
    timings: { firstRetryMs: 5, mostRetryMs: 20, missedMs: 60, ...timings },
    ...options,
  });
  /** What each was told of the connection last, by what ends it. */
  const connections = new Map();
  const gateway = {
    ...inner,
    async execute(command) {
      underway += 1;
      try {
        return await inner.execute(command);
      } finally {
        setImmediate(() => (underway -= 1));
      }
    },
    connect(receiver) {
      const end = () => {
        connections.delete(end);
        disconnect();
      };
      const hearing = Object.create(receiver, {
        facts: {
          value(events, ...more) {
            for (const { type, status } of events)
              if (type === 'connection.changed' && connections.has(end)) connections.set(end, status);
            receiver.facts(events, ...more);
          },
        },
      });
      connections.set(end, undefined);
      const disconnect = inner.connect(hearing);
      return end;
    },
  };
  /** Whoever is still connecting has yet to ask, or is about to; what comes before it is live waits in its channel. */
  const isConnected = () =>
    connections.size === 0 ||
    (sockets.size > 0 &&
      [...sockets].every(({ readyState }) => readyState !== 0) &&
      [...connections.values()].every((status) => status !== undefined && status !== 'reconnecting'));
  const desk = {
    platform,
    gateway,
    client,
    connect(page = new Page()) {
      return Object.assign(page, { disconnect: gateway.connect(page) });
    },
    /** A page that knows what is true. */
    async open() {
      const page = desk.connect();
      await until(() => page.connection === 'live', 'the page is live');
      return page;
    },
    /** For how long the platform's client waits for an answer, ms. */
    waitFor: (ms) => client.getHttpClient().setTimeout(ms),
    /** Resolves when nothing is under way: every socket open, every request and command answered, every event heard. */
    async settle() {
      for (let quiet = 0; quiet < 3; quiet += 1) {
        const before = platform.asked.length;
        await until(isConnected, 'a socket is open');
        await until(() => underway === 0, 'every request is answered');
        mark += 1;
        const sent = mark;
        const open = [...sockets].filter(({ readyState }) => readyState === 1);
        platform.raw(`{"topicName":"channel.metadata","eventBody":{"message":"mark ${sent}"}}`);
        await until(() => open.every((one) => one.readyState !== 1 || one.mark >= sent), 'every event is heard');
        await new Promise((resolve) => setImmediate(resolve));
        if (underway > 0 || platform.asked.length !== before || !isConnected()) quiet = -1;
      }
    },
    ask: (type, sessionId, more = {}) =>
      gateway.execute({ type, sessionId, commandId: `${type} ${Math.random()}`, ...more }),
    async close() {
      for (const end of [...connections.keys()]) end();
      await platform.stop();
      client.setAccessToken('valid');
      client.getHttpClient().setTimeout(client.timeout);
    },
  };
  context?.after(() => desk.close());
  return desk;
}

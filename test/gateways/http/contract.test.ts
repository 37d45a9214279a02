import type { ContractSubject } from '../../../src/gateways/contract/contract.js';
import { gatewayContract } from '../../../src/gateways/contract/contract.js';
import { createHttpGateway } from '../../../src/gateways/http/http.js';
import { keyOf } from '../../../src/gateways/http/idempotency-key.js';
import { ManualScheduler } from '../../support/manual-scheduler.js';
import { createSimulator } from '../../../src/gateways/simulator/simulator.js';
import { createMemoryLog } from '../../../src/server/memory-log.js';
import { fetchOf, serverOver } from '../../support/in-page-server.js';
import { News, turn } from '../../support/news.js';

/** How far a command has come that has no reply yet. */
interface Underway {
  readonly sessionId: string | undefined;
  /** Whether the simulator is at it, so that only the scheduler leads on. */
  isCarriedOut: boolean;
}

/** The simulator behind the real server behind the real client: what the simulator keeps, HTTP has to keep. */
function subject(): ContractSubject {
  const scheduler = new ManualScheduler();
  const simulator = createSimulator({ scheduler, scenario: 'quiet' });
  const news = new News();
  const log = createMemoryLog();
  let head = 0;
  log.follow('maren', (seq) => {
    head = seq;
    news.tell();
  });
  const streams = new Set<{ seq: number }>();
  const receivers = new Set<{ isLive: boolean }>();
  const underway = new Map<string, Underway>();

  const server = serverOver(
    {
      ...(simulator.clock ? { clock: simulator.clock } : {}),
      connect: (receiver) => simulator.connect(receiver),
      openItems: (query) => simulator.openItems?.(query) ?? Promise.resolve(undefined),
      async execute(command) {
        const own = underway.get(command.commandId);
        if (own) own.isCarriedOut = true;
        news.tell();
        const reply = await simulator.execute(command);
        if (own) own.isCarriedOut = false;
        return reply;
      },
    },
    log,
  );
  const fetching = fetchOf(server.handle);
  const inner = createHttpGateway({
    url: '/api',
    storage: 'memory',
    isShared: false,
    fetch: async (input, init) => {
      const response = await fetching(input, init);
      if (!response.body || !response.headers.get('Content-Type')?.startsWith('text/event-stream')) return response;
      const stream = { seq: Number(new Headers(init?.headers).get('Last-Event-ID')?.split(':').at(-1)) };
      streams.add(stream);
      init?.signal?.addEventListener('abort', () => streams.delete(stream));
      return new Response(watched(response.body, stream), response);
    },
  });
  /** Notes how far the client has heard: it asks for more when it has told its receiver of all that came before. */
  const watched = (body: ReadableStream<Uint8Array>, stream: { seq: number }): ReadableStream<Uint8Array> => {
    const reader = body.getReader();
    let passed = stream.seq;
    return new ReadableStream(
      {
        async pull(controller) {
          stream.seq = passed;
          news.tell();
          const { done, value } = await reader.read();
          if (done) {
            controller.close();
            return;
          }
          const ids = [...new TextDecoder().decode(value).matchAll(/^id: .*:(\d+)$/gm)];
          passed = Number(ids.at(-1)?.[1] ?? passed);
          controller.enqueue(value);
        },
        cancel: () => reader.cancel(),
      },
      { highWaterMark: 0 },
    );
  };

  /** Commands of one session go one after another: behind one that is being carried out they wait. */
  const isWaiting = ({ sessionId, isCarriedOut }: Underway): boolean =>
    isCarriedOut || [...underway.values()].some((other) => other.isCarriedOut && other.sessionId === sessionId);
  /** Nothing is on its way between receivers and simulator. */
  const isQuiet = (): boolean =>
    [...receivers].every(({ isLive }) => isLive) &&
    streams.size >= receivers.size &&
    [...streams].every(({ seq }) => seq === head) &&
    [...underway.values()].every(isWaiting);
  const quiet = async (): Promise<void> => {
    // What was just asked for sets out, and what has just come is heard, in the turns before and after.
    await turn();
    await news.until('quiet', isQuiet);
    await turn();
    if (!isQuiet()) await quiet();
  };
  const disconnects: (() => void)[] = [];
  return {
    gateway: {
      clock: inner.clock,
      openItems: (query) => inner.openItems(query),
      execute(command) {
        const reply = inner.execute(command);
        const key = keyOf(command.commandId);
        const sessionId = 'sessionId' in command ? command.sessionId : undefined;
        if (!underway.has(key)) underway.set(key, { sessionId, isCarriedOut: false });
        void reply.then(() => {
          underway.delete(key);
          news.tell();
        });
        return reply;
      },
      connect(receiver) {
        const own = { isLive: false };
        receivers.add(own);
        const disconnect = inner.connect({
          facts(events, delivery) {
            const status = events.findLast(({ type }) => type === 'connection.changed');
            if (status?.type === 'connection.changed') own.isLive = status.status === 'live';
            receiver.facts(events, delivery);
            news.tell();
          },
          pending: receiver.pending.bind(receiver),
          rejected: receiver.rejected.bind(receiver),
        });
        const end = (): void => {
          receivers.delete(own);
          disconnect();
          news.tell();
        };
        disconnects.push(end);
        return end;
      },
    },
    // An offer that is made while the receiver still connects is part of its snapshot, and nothing that happens live.
    async offer(modality) {
      await quiet();
      const sessionId = simulator.offer(modality);
      if (sessionId === undefined) throw new Error(`Nothing to offer for ${modality}`);
      return sessionId;
    },
    async queue() {
      await quiet();
      return simulator.queue();
    },
    async settle() {
      for (let step = 0; step < 40; step += 1) {
        await quiet();
        scheduler.advance(250);
      }
      await quiet();
    },
    async dispose() {
      for (const disconnect of disconnects) disconnect();
      await server.close();
    },
  };
}

describe('gateway contract: http', () => {
  for (const { name, run } of gatewayContract) it(name, () => run({ make: subject }));
});

// What `my-sessions/server/jetstream` exports: apart from the server, so that only who uses NATS needs its client.
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { EventLog } from '../event-log.js';
import { LONGEST_TIMER_MS, checkLimit } from '../limits.js';
import { JetStreamLog } from './jetstream-log.js';
import { Publisher } from './publisher.js';
import { StreamKeeper } from './stream-keeper.js';
import { Tail } from './tail.js';

/** The engine counts in nanoseconds. */
const LONGEST_AGE_MS = Number.MAX_SAFE_INTEGER / 1e6;

export interface JetStreamLogOptions {
  /** A connection of `@nats-io/transport-node` (or of another transport). It stays the host's, who closes it. */
  readonly connection: Parameters<typeof jetstream>[0];
  /** The stream, made when it does not exist (`MY_SESSIONS`). */
  readonly stream?: string;
  /** Each agent has the subject `${prefix}.${agent id, base64url}` (`my-sessions.agents`). */
  readonly prefix?: string;
  /** Replicas of a stream that is made here (1). In production 3, in separate failure domains. */
  readonly replicas?: number;
  /** How long facts are kept, in ms (24 h). */
  readonly maxAgeMs?: number;
  /**
   * How much a stream that is made here may hold, in bytes (256 MiB); the engine sets so much aside. Beyond that the
   * oldest is let go, and readers who stand behind it take a snapshot.
   */
  readonly maxBytes?: number;
  /** How long opening and appending are tried while the engine does not answer or elects a leader, in ms (30 s). */
  readonly patienceMs?: number;
}

/**
 * A log on one NATS JetStream stream, shared by any number of gateway processes. Its epoch is the identity of the
 * stream, `seq` the stream's sequence; `prev` is kept with each message, and the engine accepts a message only where
 * that is true. Needs nats-server 2.9 or later. Rejects when the engine does not answer in time, and with a RangeError
 * where a limit is none.
 */
export async function createJetStreamLog({
  connection,
  stream = 'MY_SESSIONS',
  prefix = 'my-sessions.agents',
  replicas = 1,
  maxAgeMs = 86_400_000,
  maxBytes = 256 * 1024 * 1024,
  patienceMs = 30_000,
}: JetStreamLogOptions): Promise<EventLog> {
  checkLimit('replicas', replicas);
  checkLimit('maxAgeMs', maxAgeMs, LONGEST_AGE_MS);
  checkLimit('maxBytes', maxBytes);
  checkLimit('patienceMs', patienceMs, LONGEST_TIMER_MS, 0);
  const manager = await jetstreamManager(connection, { checkAPI: false });
  const client = jetstream(connection);
  const keeper = new StreamKeeper(manager, { stream, prefix, replicas, maxAgeMs, maxBytes });
  const publisher = new Publisher(client, keeper, {
    patienceMs,
    mostBytes: () => connection.info?.max_payload ?? Number.POSITIVE_INFINITY,
  });
  const log = new JetStreamLog({ client, keeper, publisher, tail: new Tail(client, keeper) });
  await log.open(patienceMs);
  return log;
}

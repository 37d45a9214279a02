// Parts of the server that are no entry of the package, from one graph of modules, so that they know each other's errors.
export { CommandLedger, digestOf } from '../../src/server/command-ledger.js';
export { EventStream } from '../../src/server/event-stream.js';
export { HostFailure } from '../../src/server/host-calls.js';
export { JetStreamLog } from '../../src/server/jetstream/jetstream-log.js';
export { Publisher } from '../../src/server/jetstream/publisher.js';
export { StreamKeeper } from '../../src/server/jetstream/stream-keeper.js';
export { Tail, entryOf } from '../../src/server/jetstream/tail.js';
export { limitsOf } from '../../src/server/limits.js';
export { OpenStreams } from '../../src/server/open-streams.js';
export { Snapshots } from '../../src/server/snapshots.js';

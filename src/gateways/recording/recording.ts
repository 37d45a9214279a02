export { recordGateway } from './record-gateway.js';
export type { RecordedGateway, RecordOptions } from './record-gateway.js';
export { isGatewayRecording, readGatewayRecording } from './read-recording.js';
export type { EntriesRead, EntryProblem } from './read-recording.js';
export type { RecordedFacts } from './entries.js';
export { createPlayback } from './playback.js';
export type { PlaybackOptions } from './playback.js';

// What `my-sessions/server` exports. For Node; the pages of a portal use `my-sessions/gateways/http`.
export { answerFile } from './answer-file.js';
export type { ServedFile } from './answer-file.js';
export type { Limits } from './limits.js';
export type { EventLog, LogEntry, LogPage, ResetReason } from './event-log.js';
export { MARK } from './event-log.js';
export { createGatewayServer } from './gateway-backend.js';
export type { GatewayServerOptions } from './gateway-backend.js';
export { createMemoryLog } from './memory-log.js';
export type { MemoryLogOptions } from './memory-log.js';
export { toNodeListener } from './node-listener.js';
export type { Handle } from './node-listener.js';
export type {
  Caller,
  HistoryPage,
  HistoryQuery,
  HostContext,
  HostSnapshot,
  IncomingFile,
  PastSession,
  SessionHost,
  SessionServer,
  SessionServerOptions,
  ServerSettings,
} from './options.js';
export { createSessionServer } from './session-server.js';
export type { OpenItem, OpenItemPage, OpenItemQuery } from '../core/model/open-item.js';
export type { CommandReply, SessionCommand } from '../core/commands/command.js';
export type { UploadFailure, UploadReply } from '../core/ports/upload.js';
export type { Position, WireFact, WorkspaceSnapshot } from '../core/wire/contract.js';

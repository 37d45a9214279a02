import type { CommandFailure, CommandReply } from '../../core/commands/command.js';

export const OK: CommandReply = { ok: true };

export const refused = (message: string, failure: CommandFailure = 'not-allowed'): CommandReply => ({
  ok: false,
  failure,
  message,
});

/** What the SDK writes before the platform's own words. */
const PREFIX = /^(?:Request failed|Server responded) with status code (\d{3})\. */;

/** What the SDK's refusals are in our words; the reason is the platform's. */
export function replyOf(error: unknown): CommandReply {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const status = Number(PREFIX.exec(message)?.[1]);
  const reason = message.replace(PREFIX, '') || message;
  if (name === 'NETWORK_ERROR') return refused(reason, 'unreachable');
  // Too many requests, and a token that is no good, have nothing to do with what was asked for.
  return refused(reason, status >= 400 && status < 500 && status !== 429 && status !== 401 ? 'not-allowed' : 'failed');
}

import type { CommandReply } from '../../core/commands/command.js';
import { Refused } from './requests.js';
import type { GenesysWords } from './words.js';

/** A refusal in our words, with the platform's reason where it gives one. */
export function replyOf(error: unknown, words: GenesysWords): CommandReply {
  const { status, message } = error instanceof Refused ? error : new Refused(-1, undefined);
  if (status === 0) return { ok: false, failure: 'unreachable', message: words.unreachable };
  if (status === 401) return { ok: false, failure: 'not-allowed', message: words.signedOut };
  if (status === 404) return { ok: false, failure: 'unknown-session', message: message || words.unknownSession };
  if (status === 429) return { ok: false, failure: 'failed', message: words.busy };
  if (status >= 400 && status < 500) return { ok: false, failure: 'not-allowed', message: message || words.notNow };
  return { ok: false, failure: 'failed', ...(message && { message }) };
}

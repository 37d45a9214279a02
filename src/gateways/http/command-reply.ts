import type { CommandFailure, CommandReply } from '../../core/commands/command.js';

const FAILURES: ReadonlyMap<unknown, CommandFailure> = new Map(
  (['not-allowed', 'at-capacity', 'unknown-session', 'unreachable', 'failed'] as const).map((word) => [word, word]),
);

/** What is read of a body; anything else in it is for a reader of tomorrow. */
const fieldsOf = (body: unknown): { readonly ok?: unknown; readonly failure?: unknown; readonly detail?: unknown } =>
  typeof body === 'object' && body !== null ? body : {};

/** The reply that a body of status 200 stands for. */
export const grantedReply = (body: unknown): CommandReply =>
  fieldsOf(body).ok === true ? { ok: true } : { ok: false, failure: 'failed' };

/**
 * The reply that a refusal stands for. Without the backend's own word on the wish it may be none: `under-way` when the
 * same command is being carried out already, `signed-out` when it is not this agent who is signed in.
 */
export function refusedReply(status: number, body: unknown): CommandReply | 'under-way' | 'signed-out' {
  const { failure, detail } = fieldsOf(body);
  const known = FAILURES.get(failure);
  if (known === undefined && status === 409) return 'under-way';
  if (known === undefined && status === 403) return 'signed-out';
  return { ok: false, failure: known ?? 'failed', ...(known && typeof detail === 'string' ? { message: detail } : {}) };
}

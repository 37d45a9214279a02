import type { CommandFailure, CommandReply } from '../../core/commands/command.js';
import type { Misfit } from './misfits.js';

const FAILURES: ReadonlyMap<unknown, CommandFailure> = new Map(
  (['not-allowed', 'at-capacity', 'unknown-session', 'unreachable', 'failed'] as const).map((word) => [word, word]),
);

/** What is read of a body; anything else in it is for a reader of tomorrow. */
const fieldsOf = (
  body: unknown,
): { readonly ok?: unknown; readonly failure?: unknown; readonly detail?: unknown; readonly type?: unknown } =>
  typeof body === 'object' && body !== null ? body : {};

/** What the problems of the contract are called by. */
const PROBLEM = 'urn:my-sessions:problem:';

const REFUSE = 'refuse a wish with 409 and "failure": "not-allowed", "at-capacity" or "failed"';

/** The reply that a body of status 200 stands for. */
export const grantedReply = (body: unknown): CommandReply =>
  fieldsOf(body).ok === true ? { ok: true } : refusalIn(body);

/** What is wrong with an answer in JSON for whoever serves it. */
export function misfitOfReply(status: number, body: unknown): Misfit | undefined {
  const { ok, failure, type } = fieldsOf(body);
  if (status === 200 && ok !== true)
    return {
      problem:
        'answered 200 without "ok": true, which grants nothing. Grant a wish with {"v":1,"ok":true}, refuse it with 409 and a problem document',
      isSure: true,
    };
  if (status === 200 || FAILURES.has(failure)) return undefined;
  if (status === 409)
    return {
      problem: `answered 409 without a "failure", which means that the same command is still under way. It is asked again; ${REFUSE}`,
      isSure: false,
    };
  if (typeof type === 'string' && type.startsWith(PROBLEM)) return undefined;
  const means =
    status === 403
      ? 'means that somebody else is signed in. A snapshot is asked for, and the command once more'
      : 'tells the agent that it has failed, and not why';
  return { problem: `answered ${String(status)} without a "failure", which ${means}; ${REFUSE}`, isSure: true };
}

/**
 * The reply that a refusal stands for. Without the backend's own word on the wish it may be none: `under-way` when the
 * same command is being carried out already, `forbidden` when it may not be this agent who is signed in.
 */
export function refusedReply(status: number, body: unknown): CommandReply | 'under-way' | 'forbidden' {
  const known = FAILURES.get(fieldsOf(body).failure);
  if (known === undefined && status === 409) return 'under-way';
  if (known === undefined && status === 403) return 'forbidden';
  return refusalIn(body);
}

function refusalIn(body: unknown): CommandReply {
  const { failure, detail } = fieldsOf(body);
  const known = FAILURES.get(failure);
  return { ok: false, failure: known ?? 'failed', ...(known && typeof detail === 'string' ? { message: detail } : {}) };
}

import type { CommandFailure } from '../core/commands/command.js';
import type { ProblemDocument } from '../core/wire/contract.js';
import { WIRE_VERSION } from '../core/wire/contract.js';

/** Every refusal of the contract: its name, its status, and what it says. */
const PROBLEMS = {
  malformed: [400, 'The request cannot be read.'],
  'unsupported-version': [400, 'This version of the contract is not supported.'],
  'signed-out': [401, 'Sign in first.'],
  'foreign-agent': [403, 'This is the workspace of another agent.'],
  'not-an-agent': [403, 'There is no workspace for this user.'],
  'not-found': [404, 'There is nothing here.'],
  'method-not-allowed': [405, 'This route does not answer that method.'],
  refused: [409, 'The command was refused.'],
  'unknown-session': [404, 'There is no such session.'],
  'too-large': [413, 'The body is too large.'],
  'not-json': [415, 'Send application/json.'],
  'not-taken': [415, 'Such a file is not taken.'],
  'key-reused': [422, 'This idempotency key belongs to another command.'],
  'too-many': [429, 'Too much at the same time.'],
  unavailable: [503, 'The backend cannot be reached at the moment.'],
  closing: [503, 'This server is being stopped.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemName = keyof typeof PROBLEMS;

/** A refusal on its way out. */
export class Problem extends Error {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    name: ProblemName,
    more: Partial<Pick<ProblemDocument, 'detail' | 'failure' | 'supported'>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    const [status, title] = PROBLEMS[name];
    super(title);
    this.document = { type: `urn:my-sessions:problem:${name}`, title, status, ...more };
    this.headers = headers;
  }
}

export const unsupportedVersion = (): Problem => new Problem('unsupported-version', { supported: [WIRE_VERSION] });

/** What a command's failure is on the wire. `message` is for the agent to read. */
export function problemOf(failure: CommandFailure, message: string | undefined): Problem {
  const more = { failure, ...(message === undefined ? {} : { detail: message }) };
  if (failure === 'unknown-session') return new Problem('unknown-session', more);
  if (failure === 'unreachable') return new Problem('unavailable', more, { 'retry-after': '1' });
  return new Problem('refused', more);
}

const PRIVATE = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** `body` is JSON. */
export const answer = (body: string): Response =>
  new Response(body, { headers: { ...PRIVATE, 'content-type': 'application/json' } });

export const answerProblem = ({ document, headers }: Problem): Response =>
  new Response(JSON.stringify(document), {
    status: document.status,
    headers: { ...PRIVATE, 'content-type': 'application/problem+json', ...headers },
  });

export const answerStream = (body: ReadableStream<Uint8Array>): Response =>
  new Response(body, {
    headers: {
      ...PRIVATE,
      // No proxy may keep it, pack it or hold it back.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'content-type': 'text/event-stream; charset=utf-8',
    },
  });

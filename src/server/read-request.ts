import type { AgentWish } from '../core/commands/command.js';
import type { Position } from '../core/wire/contract.js';
import { WIRE_VERSION } from '../core/wire/contract.js';
import { positionOf } from '../core/wire/position.js';
import { readCommand } from '../core/wire/read-command.js';
import type { TypingNote } from '../core/wire/read-typing.js';
import { readTyping } from '../core/wire/read-typing.js';
import type { Reading } from '../core/wire/reading.js';
import { isRecord } from '../core/wire/reading.js';
import { Problem, unsupportedVersion } from './problem.js';

const KEY = /^[\x21-\x7e]{1,200}$/;
const JSON_TYPE = /^application\/json\s*(;|$)/i;
/** How often the limit is still read and thrown away, so that the sender gets to hear of the refusal. */
const DISCARDED = 256;

/** The idempotency key of a command. Throws a Problem. */
export function keyOf(request: Request): string {
  const key = request.headers.get('idempotency-key') ?? '';
  if (!KEY.test(key))
    throw new Problem('malformed', { detail: 'Idempotency-Key: Expected 1 to 200 visible characters' });
  return key;
}

/** What a request shows of who sent it; '' where that is nothing that is known here. */
export function credentialsOf({ headers }: Request): string {
  const shown = [headers.get('authorization'), headers.get('cookie')];
  return shown.every((value) => value === null) ? '' : JSON.stringify(shown);
}

/** How much a body may hold, and how long it may take, in ms. */
interface BodyLimit {
  readonly bytes: number;
  readonly ms: number;
}

/** The wish in the body of a command. Throws a Problem. */
export const wishOf = (request: Request, limit: BodyLimit): Promise<AgentWish> => bodyOf(request, limit, readCommand);

/** What the body of a typing note says. Throws a Problem. */
export const typingOf = (request: Request, limit: BodyLimit): Promise<TypingNote> => bodyOf(request, limit, readTyping);

async function bodyOf<T>(request: Request, limit: BodyLimit, read: (body: unknown) => Reading<T>): Promise<T> {
  // Anything else could be sent by a form of a foreign page, with the agent's cookie.
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) throw new Problem('not-json');
  const body = parse(await textOf(request, limit));
  if (isRecord(body) && body['v'] !== WIRE_VERSION) throw unsupportedVersion();
  const value = read(body);
  if (!value.ok) throw new Problem('malformed', { detail: value.reason });
  return value.value;
}

/** Where a reader stands; undefined when it does not say. What a browser repeats by itself comes before the URL. */
export function readerPosition(request: Request, query: URLSearchParams): Position | undefined {
  const cursor = request.headers.get('last-event-id') ?? query.get('after');
  if (cursor === null || cursor === '') return undefined;
  const position = positionOf(cursor);
  if (!position) throw new Problem('malformed', { detail: 'Last-Event-ID: Expected epoch:seq' });
  return position;
}

/** How many sessions a page may hold. Throws a Problem. */
export function pageSize(query: URLSearchParams, most: number): number {
  const text = query.get('limit');
  if (text === null) return most;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Problem('malformed', { detail: 'limit: Expected a whole number from 1' });
  return Math.min(Number(text), most);
}

async function textOf({ body, headers }: Request, { bytes: limit, ms }: BodyLimit): Promise<string> {
  const isAnnounced = Number(headers.get('content-length') ?? 0) > limit;
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body)
    for await (const chunk of chunksOf(body, ms)) {
      size += chunk.byteLength;
      if (size > limit * DISCARDED) break;
      if (size <= limit && !isAnnounced) chunks.push(chunk);
    }
  if (isAnnounced || size > limit) throw new Problem('too-large');
  const bytes = new Uint8Array(size);
  chunks.reduce((at, chunk) => {
    bytes.set(chunk, at);
    return at + chunk.byteLength;
  }, 0);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('malformed', { detail: 'Expected UTF-8' });
  }
}

/** Not every browser's typings know that streams can be iterated. Throws a Problem where the end does not come. */
async function* chunksOf(body: ReadableStream<Uint8Array>, ms: number): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    reader.cancel().catch(() => undefined);
  }, ms);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    // What was cancelled just ends.
    if (isLate as boolean) throw new Problem('unavailable', {}, { 'retry-after': '1' });
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => undefined);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('malformed', { detail: 'Expected JSON' });
  }
}

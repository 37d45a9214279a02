import type { CommandFailure, CommandReply } from '../core/commands/command.js';
import { UPLOAD_FAILURES } from '../core/ports/upload.js';
import type { UploadReply } from '../core/ports/upload.js';
import type { Position } from '../core/wire/contract.js';
import { cursorOf, positionOf } from '../core/wire/position.js';
import type { Reading } from '../core/wire/reading.js';
import { isRecord, refuse } from '../core/wire/reading.js';
import type { LogPage, ResetReason } from './event-log.js';
import { kindOf } from './host-calls.js';
import type { Caller } from './options.js';

// What a host and its log answer, read as if it came from a stranger: hosts are written in JavaScript, too.

/** Longest text for the agent in the reply to a command, in UTF-16 units; what is longer is cut. */
const LONGEST_MESSAGE = 2000;
const BLANK = /^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
const ILL_FORMED = /\p{Surrogate}/u;
const FAILURES: readonly unknown[] = [
  'not-allowed',
  'at-capacity',
  'unknown-session',
  'unreachable',
  'failed',
] satisfies CommandFailure[];
const RESETS: readonly unknown[] = ['other-epoch', 'out-of-window', 'ahead'] satisfies ResetReason[];

const read = <T>(value: T): Reading<T> => ({ ok: true, value });

/** An id that stands for somebody: text that shows, and that is the same text everywhere. */
export const isAgentId = (value: unknown): value is string =>
  typeof value === 'string' && !BLANK.test(value) && !ILL_FORMED.test(value);

/** Whose request it is. What is none of the answers stands for nobody. */
export function readCaller(answer: unknown): Reading<Caller | 'forbidden' | undefined> {
  if (answer === undefined || answer === null) return read(undefined);
  if (answer === 'forbidden') return read('forbidden');
  const agentId: unknown = isRecord(answer) ? answer['agentId'] : undefined;
  return isAgentId(agentId) ? read({ agentId }) : refuse("Expected { agentId: text }, 'forbidden' or undefined");
}

export function readReply(answer: unknown): Reading<CommandReply> {
  if (!isRecord(answer)) return refuse('Expected { ok }');
  const { ok, failure, message } = answer;
  if (ok === true) return read({ ok });
  if (ok !== false) return refuse('ok: Expected true or false');
  if (!FAILURES.includes(failure)) return refuse(`failure: Expected one of ${FAILURES.join(', ')}`);
  if (message !== undefined && message !== null && typeof message !== 'string') return refuse('message: Expected text');
  const text = typeof message === 'string' ? { message: cut(message) } : {};
  return read({ ok, failure: failure as CommandFailure, ...text });
}

export function readUploadReply(answer: unknown): Reading<UploadReply> {
  if (!isRecord(answer)) return refuse('Expected { ok }');
  const { ok, attachmentId, failure, message } = answer;
  if (ok === true)
    return typeof attachmentId === 'string' && attachmentId !== ''
      ? read({ ok, attachmentId })
      : refuse('attachmentId: Expected text');
  const known = UPLOAD_FAILURES.find((word) => word === failure);
  if (ok !== false || known === undefined) return refuse(`failure: Expected one of ${UPLOAD_FAILURES.join(', ')}`);
  return read({ ok, failure: known, ...(typeof message === 'string' ? { message: cut(message) } : {}) });
}

/** A state as JSON, and where it stands. */
export interface WrittenSnapshot {
  readonly state: string;
  readonly position?: Position;
}

export function readHostSnapshot(answer: unknown, agentId: string): Reading<WrittenSnapshot> {
  if (!isRecord(answer)) return refuse('Expected { state }');
  const { state, position } = answer;
  const written = writtenJson(state);
  if (!written.ok) return refuse(`state: ${written.reason}`);
  const wrong = wrongInState(state, agentId) && wrongInState(JSON.parse(written.value), agentId);
  if (wrong) return refuse(wrong);
  if (position === undefined || position === null) return read({ state: written.value });
  const place = readPosition(position);
  return place.ok ? read({ state: written.value, position: place.value }) : refuse(`position: ${place.reason}`);
}

/** A page of history as the members of a JSON object. Undefined: no such cursor. */
export function readHistoryPage(answer: unknown): Reading<string | undefined> {
  if (answer === undefined || answer === null) return read(undefined);
  if (!isRecord(answer)) return refuse('Expected { sessions }');
  const { sessions, next } = answer;
  if (!Array.isArray(sessions)) return refuse('sessions: Expected a list');
  if (next !== undefined && next !== null && typeof next !== 'string') return refuse('next: Expected text');
  const written = writtenJson({ sessions, ...(typeof next === 'string' ? { next } : {}) });
  return written.ok ? read(written.value.slice(1, -1)) : written;
}

/** A page of what waits to be picked as the members of a JSON object. Undefined: this agent picks nothing. */
export function readOpenItemPage(answer: unknown): Reading<string | undefined> {
  if (answer === undefined || answer === null) return read(undefined);
  if (!isRecord(answer)) return refuse('Expected { items }');
  const { items, next } = answer;
  if (!Array.isArray(items)) return refuse('items: Expected a list');
  if (next !== undefined && next !== null && typeof next !== 'string') return refuse('next: Expected text');
  const written = writtenJson({ items, ...(typeof next === 'string' ? { next } : {}) });
  return written.ok ? read(written.value.slice(1, -1)) : written;
}

/** One session that is over as the members of a JSON object. Undefined: there is none. */
export function readPastSession(answer: unknown, sessionId: string): Reading<string | undefined> {
  if (answer === undefined || answer === null) return read(undefined);
  if (!isRecord(answer)) return refuse('Expected { session }');
  const { session, segments = [] } = answer;
  if (!isRecord(session) || session['id'] !== sessionId) return refuse('session: Expected the one that was asked for');
  if (session['state'] !== 'ended') return refuse('session.state: Expected ended');
  if (!Array.isArray(segments)) return refuse('segments: Expected a list');
  const written = writtenJson({ session, segments });
  return written.ok ? read(written.value.slice(1, -1)) : written;
}

export function readPosition(answer: unknown): Reading<Position> {
  if (!isRecord(answer)) return refuse('Expected { epoch, seq }');
  const { epoch, seq } = answer;
  const isPosition = typeof epoch === 'string' && typeof seq === 'number' && positionOf(cursorOf({ epoch, seq }));
  return isPosition ? read({ epoch, seq }) : refuse('Expected an epoch and a whole number');
}

export function readLogPage(answer: unknown): Reading<LogPage> {
  if (!isRecord(answer)) return refuse('Expected a page');
  const { ok, reason, entries } = answer;
  if (ok === false && RESETS.includes(reason)) return read({ ok, reason: reason as ResetReason });
  if (ok !== true || !Array.isArray(entries)) return refuse('Expected entries, or a reason');
  if (!entries.every(isEntry)) return refuse('entries: Expected seq, prev and one line of JSON');
  return read({ ok, entries });
}

const isEntry = (value: unknown): boolean =>
  isRecord(value) &&
  Number.isSafeInteger(value['seq']) &&
  Number.isSafeInteger(value['prev']) &&
  typeof value['text'] === 'string' &&
  value['text'].startsWith('{') &&
  !/[\r\n]/.test(value['text']);

function writtenJson(value: unknown): Reading<string> {
  try {
    const text: unknown = JSON.stringify(value);
    return typeof text === 'string' && text.startsWith('{') ? read(text) : refuse('Expected an object');
  } catch (error) {
    return refuse(`Expected what JSON can hold (${kindOf(error)})`);
  }
}

function wrongInState(state: unknown, agentId: string): string | undefined {
  if (!isRecord(state)) return 'state: Expected an object';
  if (state['agentId'] !== agentId) return 'state.agentId: Expected the id that authenticate answered';
  return Array.isArray(state['sessions']) ? undefined : 'state.sessions: Expected a list';
}

const cut = (text: string): string =>
  text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

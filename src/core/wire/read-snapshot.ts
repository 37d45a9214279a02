import { parseConfiguration } from '../configuration/parse-configuration.js';
import type { ConfigurationProblem } from '../configuration/parse-configuration.js';
import type { SessionEvent } from '../events/session-event.js';
import type { Session } from '../model/session.js';
import { factWith, problem, session } from '../reading/fact-shapes.js';
import { readOpenItems } from '../reading/open-items.js';
import type { ReadOpenItems } from '../reading/open-items.js';
import type { Read } from '../reading/read-value.js';
import type { Position, WorkspaceSnapshot } from './contract.js';
import type { Reading } from './reading.js';
import { isInSeconds, isRecord, present, readVersioned, refuse, unreadable, withoutNulls } from './reading.js';
import { historyOutline, openItemsOutline, sessionOutline, snapshotOutline } from './snapshot-schemas.js';

type Snapshot = WorkspaceSnapshot;
const presence = factWith('userId presence since');
const usage = factWith('userId usage');
const transcript = factWith('sessionId segments');

/** What is true for one agent, as facts in an order in which they can be taken in. */
export interface ReadSnapshot {
  readonly position: Position;
  readonly serverTime: number;
  readonly agentId: string;
  /** Begins with `workspace.reset`. */
  readonly events: readonly SessionEvent[];
  /** What was left out: where, and why. */
  readonly rejected: readonly string[];
}

/** A page of history as facts. */
export interface ReadHistory {
  readonly events: readonly SessionEvent[];
  readonly next?: string;
  readonly rejected: readonly string[];
}

/**
 * Reads the body of `GET /snapshot`. What cannot be read of a session, transcript, presence or usage is left out, all of
 * it where the rest makes no sense, and named in `rejected`; only an unusable outline is refused as a whole.
 */
export function readSnapshot(body: unknown): Reading<ReadSnapshot> {
  const outline = readVersioned(snapshotOutline, isRecord(body) ? present({ ...body, ...stateOf(body) }) : body);
  if (!outline.ok) return outline;
  const { epoch, seq, serverTime, state } = outline.value;
  const rejected: string[] = [];
  const items = (name: string, read: Read, list: readonly unknown[]): readonly unknown[] =>
    itemsOf(`state.${name}`, read, list, rejected, 'snapshot');
  const problems = items(
    'configurationProblems',
    problem,
    state.configurationProblems,
  ) as readonly ConfigurationProblem[];
  if (state.configuration === undefined && problems.length === 0)
    rejected.push('state.configuration: Missing; no service is known without it. Send the configuration document');
  tellOfOdd(state.sessions, rejected);
  const sessions = items('sessions', session, state.sessions) as readonly Session[];
  const events: readonly SessionEvent[] = [
    { type: 'workspace.reset', agentId: state.agentId, at: serverTime },
    ...configurationFacts(state.configuration, problems, serverTime),
    // After the one that stays in force, which would take the problems off the screen.
    ...(problems.length > 0 ? [{ type: 'configuration.rejected', problems, at: serverTime } as const] : []),
    ...(items('presences', presence, state.presences) as Snapshot['presences']).map(
      ({ since, ...shown }): SessionEvent => ({
        type: 'presence.changed',
        ...shown,
        at: since,
      }),
    ),
    ...(items('usages', usage, state.usages) as Snapshot['usages']).map((own): SessionEvent => ({
      type: 'usage.reported',
      ...own,
      at: serverTime,
    })),
    // Transcripts come before their sessions: messages after a session would count as unread once more.
    ...(items('transcripts', transcript, state.transcripts) as Snapshot['transcripts']).map((own): SessionEvent => ({
      type: 'transcript.appended',
      ...own,
      at: serverTime,
    })),
    ...sessionFacts(sessions, serverTime),
  ];
  return { ok: true, value: { position: { epoch, seq }, serverTime, agentId: state.agentId, events, rejected } };
}

/** Reads the body of `GET /history`. What cannot be read of its sessions is left out and named in `rejected`. */
export function readHistory(body: unknown, at: number): Reading<ReadHistory> {
  const outline = readVersioned(historyOutline, isRecord(body) ? present(body) : body);
  if (!outline.ok) return outline;
  const { sessions, next } = outline.value;
  const rejected: string[] = [];
  const events = sessionFacts(itemsOf('sessions', session, sessions, rejected, 'history') as readonly Session[], at);
  return { ok: true, value: { events, rejected, ...(next === undefined ? {} : { next }) } };
}

/**
 * Reads the body of `GET /session`: what was said in it, then its record. What cannot be read of the segments is left out
 * and named in `rejected`. Refused where the record cannot be read, is of another session than the one that was asked
 * for, or of one that is not over: what is going on is told by facts alone.
 */
export function readPastSession(body: unknown, sessionId: string, at: number): Reading<Omit<ReadHistory, 'next'>> {
  const outline = readVersioned(sessionOutline, isRecord(body) ? present(body) : body);
  if (!outline.ok) return outline;
  const rejected: string[] = [];
  const [own] = itemsOf('session', session, [outline.value.session], rejected, 'session') as readonly Session[];
  if (own?.id !== sessionId || own.state !== 'ended')
    return refuse('session: Expected the one that was asked for, ended');
  const said = itemsOf('', transcript, [{ sessionId, segments: outline.value.segments }], rejected, 'session');
  const events: readonly SessionEvent[] = [
    ...(said as Snapshot['transcripts']).map((one): SessionEvent => ({ type: 'transcript.appended', ...one, at })),
    ...sessionFacts([own], at),
  ];
  return { ok: true, value: { events, rejected } };
}

/** Reads the body of `GET /work-items`. What cannot be read of its items is left out and named in `rejected`. */
export function readWorkItems(body: unknown): Reading<ReadOpenItems> {
  const outline = readVersioned(openItemsOutline, isRecord(body) ? present(body) : body);
  return outline.ok ? { ok: true, value: readOpenItems(outline.value.items, outline.value.next) } : outline;
}

const stateOf = ({ state }: Readonly<Record<string, unknown>>): object =>
  isRecord(state) ? { state: present(state) } : {};

function itemsOf(
  name: string,
  read: Read,
  list: readonly unknown[],
  rejected: string[],
  schema: string,
): readonly unknown[] {
  return list.flatMap((value, index) => {
    const lost: string[] = [];
    const item = read(value, { lost, isForeign: true });
    const place = `${name}[${String(index)}]`;
    if (item === undefined && lost.length === 0) lost.push('');
    for (const own of lost) rejected.push(`${place}${own && `.${own}`}: ${unreadable(schema)}`);
    return item ?? [];
  });
}

const sessionFacts = (sessions: readonly Session[], at: number): readonly SessionEvent[] =>
  sessions.map((own) => ({ type: 'session.snapshot', session: own, at }));

/** What can be read, and cannot be meant. */
function tellOfOdd(sessions: readonly unknown[], rejected: string[]): void {
  const ids = new Set<unknown>();
  for (const [index, own] of sessions.entries()) {
    if (!isRecord(own)) continue;
    const { id, since } = own;
    if (ids.has(id)) rejected.push(`state.sessions[${String(index)}].id: Stands there twice; the later session counts`);
    ids.add(id);
    if (isInSeconds(since))
      rejected.push(`state.sessions[${String(index)}].since: Expected milliseconds since 1970, found seconds`);
  }
}

/** Of a configuration that is not there the backend may have said itself what is wrong with it. */
function configurationFacts(
  document: unknown,
  { length: known }: readonly ConfigurationProblem[],
  at: number,
): readonly SessionEvent[] {
  if (document === undefined && known > 0) return [];
  const parsed = parseConfiguration(withoutNulls(document));
  return parsed.ok
    ? [{ type: 'configuration.loaded', configuration: parsed.configuration, at }]
    : [{ type: 'configuration.rejected', problems: parsed.problems, at }];
}

import type * as v from 'valibot';
import { parseConfiguration } from '../configuration/parse-configuration.js';
import type { SessionEvent } from '../events/session-event.js';
import type { Position } from './contract.js';
import type { Reading } from './reading.js';
import { read, readVersioned } from './reading.js';
import {
  historyOutline,
  presenceSchema,
  problemSchema,
  sessionSchema,
  snapshotOutline,
  transcriptSchema,
  usageSchema,
} from './snapshot-schemas.js';

/** What is true for one agent, as facts in an order in which they can be taken in. */
export interface ReadSnapshot {
  readonly position: Position;
  readonly serverTime: number;
  readonly agentId: string;
  /** Begins with `workspace.reset`. */
  readonly events: readonly SessionEvent[];
  /** Why items were left out: where, and what was expected. */
  readonly rejected: readonly string[];
}

/** A page of history as facts. */
export interface ReadHistory {
  readonly events: readonly SessionEvent[];
  readonly next?: string;
  readonly rejected: readonly string[];
}

/**
 * Reads the body of `GET /snapshot`. A session, transcript, presence or usage in the wrong shape is left out and named
 * in `rejected`; only an unusable outline is refused as a whole.
 */
export function readSnapshot(body: unknown): Reading<ReadSnapshot> {
  const outline = readVersioned(snapshotOutline, body);
  if (!outline.ok) return outline;
  const { epoch, seq, serverTime, state } = outline.value;
  const rejected: string[] = [];
  const items = <T>(name: string, schema: v.GenericSchema<unknown, T>, list: readonly unknown[]): readonly T[] =>
    list.flatMap((value, index) => {
      const item = read(schema, value, `state.${name}[${String(index)}]`);
      if (!item.ok) rejected.push(item.reason);
      return item.ok ? [item.value] : [];
    });
  const problems = items('configurationProblems', problemSchema, state.configurationProblems);
  const events: readonly SessionEvent[] = [
    { type: 'workspace.reset', agentId: state.agentId, at: serverTime },
    ...configurationFacts(state.configuration, serverTime),
    // After the one that stays in force, which would take the problems off the screen.
    ...(problems.length > 0 ? [{ type: 'configuration.rejected', problems, at: serverTime } as const] : []),
    ...items('presences', presenceSchema, state.presences).map(({ since, ...presence }): SessionEvent => ({
      type: 'presence.changed',
      ...presence,
      at: since,
    })),
    ...items('usages', usageSchema, state.usages).map((usage): SessionEvent => ({
      type: 'usage.reported',
      ...usage,
      at: serverTime,
    })),
    // Transcripts come before their sessions: messages after a session would count as unread once more.
    ...items('transcripts', transcriptSchema, state.transcripts).map((transcript): SessionEvent => ({
      type: 'transcript.appended',
      ...transcript,
      at: serverTime,
    })),
    ...items('sessions', sessionSchema, state.sessions).map((session): SessionEvent => ({
      type: 'session.snapshot',
      session,
      at: serverTime,
    })),
  ];
  return { ok: true, value: { position: { epoch, seq }, serverTime, agentId: state.agentId, events, rejected } };
}

/** Reads the body of `GET /history`. Sessions in the wrong shape are left out and named in `rejected`. */
export function readHistory(body: unknown, at: number): Reading<ReadHistory> {
  const outline = readVersioned(historyOutline, body);
  if (!outline.ok) return outline;
  const { sessions, next } = outline.value;
  const readings = sessions.map((session, index) => read(sessionSchema, session, `sessions[${String(index)}]`));
  return {
    ok: true,
    value: {
      events: readings.flatMap((reading): SessionEvent[] =>
        reading.ok ? [{ type: 'session.snapshot', session: reading.value, at }] : [],
      ),
      rejected: readings.flatMap((reading) => (reading.ok ? [] : [reading.reason])),
      ...(next === undefined ? {} : { next }),
    },
  };
}

function configurationFacts(document: unknown, at: number): readonly SessionEvent[] {
  if (document === undefined) return [];
  const parsed = parseConfiguration(document);
  return parsed.ok
    ? [{ type: 'configuration.loaded', configuration: parsed.configuration, at }]
    : [{ type: 'configuration.rejected', problems: parsed.problems, at }];
}

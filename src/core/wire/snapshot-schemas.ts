import * as v from 'valibot';
import { epoch, problem, version } from './envelope-schemas.js';
import { count, id, instant, segment, session, usage } from './model-schemas.js';

export const presenceSchema = v.object({
  userId: id,
  presence: v.string(),
  reason: v.exactOptional(v.string()),
  since: instant,
});

export const usageSchema = v.object({ userId: id, usage });

export const sessionSchema = session;

export const problemSchema = problem;

export const transcriptSchema = v.object({ sessionId: id, segments: v.array(segment) });

const list = v.array(v.unknown());

/** The outline of a snapshot. Its items are read one by one: a bad one must not take the others with it. */
export const snapshotOutline = v.object({
  v: version,
  epoch,
  seq: count,
  serverTime: instant,
  state: v.object({
    agentId: id,
    configuration: v.exactOptional(v.unknown()),
    configurationProblems: v.optional(list, []),
    presences: v.optional(list, []),
    usages: v.optional(list, []),
    sessions: list,
    transcripts: v.optional(list, []),
  }),
});

/** A whole snapshot, as backends have to write it. */
export const snapshotSchema = v.object({
  ...snapshotOutline.entries,
  state: v.object({
    agentId: id,
    configuration: v.exactOptional(v.unknown()),
    configurationProblems: v.optional(v.array(problem), []),
    presences: v.optional(v.array(presenceSchema), []),
    usages: v.optional(v.array(usageSchema), []),
    sessions: v.array(session),
    transcripts: v.optional(v.array(transcriptSchema), []),
  }),
});

export const historyOutline = v.object({ v: version, sessions: list, next: v.exactOptional(v.string()) });

export const historySchema = v.object({ ...historyOutline.entries, sessions: v.array(session) });

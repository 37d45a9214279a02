import * as v from 'valibot';
import { epoch, problem, version } from './envelope-schemas.js';
import { count, id, instant, openItem, presence, segment, session, usage } from './model-schemas.js';
import { object } from './own-object.js';

export const presenceSchema = object({ userId: id, ...presence, since: instant });

export const usageSchema = object({ userId: id, usage });

export const sessionSchema = session;

export const problemSchema = problem;

export const transcriptSchema = object({ sessionId: id, segments: v.array(segment) });

const list = v.array(v.unknown());

/** The outline of a snapshot. Its items are read one by one: a bad one must not take the others with it. */
export const snapshotOutline = object({
  v: version,
  epoch,
  seq: count,
  serverTime: instant,
  state: object({
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
export const snapshotSchema = object({
  ...snapshotOutline.entries,
  state: object({
    agentId: id,
    configuration: v.exactOptional(v.unknown()),
    configurationProblems: v.optional(v.array(problem), []),
    presences: v.optional(v.array(presenceSchema), []),
    usages: v.optional(v.array(usageSchema), []),
    sessions: v.array(session),
    transcripts: v.optional(v.array(transcriptSchema), []),
  }),
});

/** The outline of one session that is over. */
export const sessionOutline = object({ v: version, session: v.unknown(), segments: v.optional(list, []) });

export const pastSessionSchema = object({ v: version, session, segments: v.optional(v.array(segment), []) });

/** The outline of a page of what waits to be picked. */
export const openItemsOutline = object({ v: version, items: list, next: v.exactOptional(v.string()) });

export const openItemsSchema = object({ ...openItemsOutline.entries, items: v.array(openItem) });

export const historyOutline = object({ v: version, sessions: list, next: v.exactOptional(v.string()) });

export const historySchema = object({ ...historyOutline.entries, sessions: v.array(session) });

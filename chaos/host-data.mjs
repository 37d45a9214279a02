import { transcriptStep } from '../dist/core/state/transcript-step.js';
import { StateTables } from '../dist/core/store/state-tables.js';

/** What a host keeps in its database, one workspace per agent: the truth that snapshots are made from. */
export class HostData {
  #tables = new Map();
  #executions = new Map();
  #files = 0;

  constructor(facts) {
    for (const { agentId, fact } of facts) this.apply(agentId, fact);
  }

  tables(agentId) {
    if (!this.#tables.has(agentId)) {
      const tables = new StateTables(() => undefined, transcriptStep);
      tables.apply({ type: 'workspace.reset', agentId, at: 1 });
      this.#tables.set(agentId, tables);
    }
    return this.#tables.get(agentId);
  }

  apply(agentId, fact) {
    this.tables(agentId).apply(fact);
  }

  snapshot(agentId) {
    const { users, sessions, transcripts } = this.tables(agentId);
    const presences = [...users].flatMap(([userId, { presence }]) => (presence ? [{ userId, ...presence }] : []));
    return {
      agentId,
      configuration: { version: 1, tenant: { name: 'Somewhere' } },
      presences,
      usages: [],
      sessions: [...sessions.values()],
      transcripts: [...transcripts].map(([sessionId, segments]) => ({ sessionId, segments: [...segments] })),
    };
  }

  history(agentId, { before, limit }) {
    const from = before === undefined ? 0 : Number(before);
    if (!Number.isSafeInteger(from)) return undefined;
    const past = [...this.tables(agentId).sessions.values()].filter(({ state }) => state === 'ended');
    past.sort((one, other) => (other.times.ended ?? 0) - (one.times.ended ?? 0));
    const next = from + limit;
    return { sessions: past.slice(from, next), ...(next < past.length && { next: String(next) }) };
  }

  /**
   * Carries a wish out and says what came of it: a reply, and facts to publish. Every execution is counted, so that one
   * too many shows; recognising a command that comes again is the business of whoever calls.
   */
  execute(agentId, { commandId, type, ...wish }) {
    this.#executions.set(commandId, (this.#executions.get(commandId) ?? 0) + 1);
    const at = Date.now();
    if (type === 'presence.change') {
      const fact = { type: 'presence.changed', userId: agentId, presence: wish.presence, at, causedBy: commandId };
      return { reply: { ok: true }, facts: [fact] };
    }
    if (!this.tables(agentId).sessions.has(wish.sessionId))
      return { reply: { ok: false, failure: 'unknown-session' }, facts: [] };
    if (type !== 'tags.change') return { reply: { ok: false, failure: 'not-allowed' }, facts: [] };
    const fact = { type: 'tags.changed', sessionId: wish.sessionId, tags: wish.tags, at, causedBy: commandId };
    return { reply: { ok: true }, facts: [fact] };
  }

  /** Takes a file for a session of the agent, and keeps none of it. */
  async storeFile(agentId, { sessionId, mediaType, body }) {
    const rules = this.tables(agentId).sessions.get(sessionId)?.messaging?.files;
    if (!this.tables(agentId).sessions.has(sessionId)) return { ok: false, failure: 'unknown-session' };
    if (!rules?.types.includes(mediaType)) return { ok: false, failure: 'not-taken' };
    let size = 0;
    for await (const part of body) {
      size += part.length;
      if (size > rules.maxBytes) return { ok: false, failure: 'too-large' };
    }
    this.#files += 1;
    return { ok: true, attachmentId: `file-${this.#files}` };
  }

  /** How often each command was carried out, by its id. */
  get executions() {
    return Object.fromEntries(this.#executions);
  }
}

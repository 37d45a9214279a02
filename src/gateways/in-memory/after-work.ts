import type { Service } from '../../core/configuration/configuration.js';
import type { AfterCallWork, Session } from '../../core/model/session.js';
import { afterCallWorkFor, extensionOf } from '../../core/rules/after-call-work-for.js';
import type { ContextRecords } from './context-records.js';
import type { Deadlines } from './deadlines.js';
import type { Engine } from './engine.js';

/** The after-call work of sessions, by the rule of core, in the backend's tempo. */
export class AfterWork {
  readonly #engine: Engine;
  readonly #deadlines: Deadlines;
  readonly #records: ContextRecords;

  constructor(engine: Engine, deadlines: Deadlines, records: ContextRecords) {
    this.#engine = engine;
    this.#deadlines = deadlines;
    this.#records = records;
  }

  /** What a session has to do that ends now, if anything. */
  of(session: Session): AfterCallWork | undefined {
    const { configuration, agentId, agenda } = this.#engine;
    const user = configuration?.users.get(agentId);
    const work = afterCallWorkFor(this.#serviceOf(session), user, session, agenda.now());
    return work?.dueAt === undefined ? work : { ...work, dueAt: agenda.momentIn(work.dueAt - work.startedAt) };
  }

  /** It finishes by itself when its time is up; without a time it waits for the agent. */
  begin(session: Session, { dueAt }: AfterCallWork): void {
    const seconds = this.#serviceOf(session)?.afterCallWork.durationSeconds ?? 0;
    if (dueAt !== undefined) this.#finishIn(session.id, seconds);
  }

  /** The extension starts a new count; it is not added to what is left (Nimbus). */
  extend(sessionId: string, causedBy: string): void {
    const seconds = extensionOf(this.#serviceOf(this.#engine.sessions.get(sessionId)));
    const dueAt = this.#engine.agenda.momentIn(seconds * 1000);
    this.#engine.tell([{ type: 'after-call-work.extended', sessionId, dueAt, causedBy }]);
    this.#finishIn(sessionId, seconds);
  }

  finish(sessionId: string, causedBy?: string): void {
    this.#deadlines.clear(sessionId);
    const isTold = this.#engine.tell([
      { type: 'after-call-work.finished', sessionId, ...(causedBy === undefined ? {} : { causedBy }) },
    ]);
    if (isTold) this.#records.make(sessionId);
  }

  #finishIn(sessionId: string, seconds: number): void {
    this.#deadlines.set(sessionId, seconds * 1000, () => {
      this.finish(sessionId);
    });
  }

  #serviceOf(session: Session | undefined): Service | undefined {
    return this.#engine.configuration?.services.get(session?.serviceId ?? '');
  }
}

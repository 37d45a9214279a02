import type { Service } from '../../core/configuration/configuration.js';
import type { AfterCallWork, Session } from '../../core/model/session.js';
import { afterCallWorkFor, extensionOf } from '../../core/rules/after-call-work-for.js';
import type { Engine } from './engine.js';

type Finish = (sessionId: string) => void;

/** What a session has to do that ends now, if anything: by the rule of core, in the backend's tempo. */
export function afterWorkOf(engine: Engine, session: Session): AfterCallWork | undefined {
  const { configuration, agentId, agenda } = engine;
  const work = afterCallWorkFor(serviceOf(engine, session), configuration?.users.get(agentId), session, agenda.now());
  return work?.dueAt === undefined ? work : { ...work, dueAt: agenda.momentIn(work.dueAt - work.startedAt) };
}

/** It finishes by itself when its time is up; without a time it waits for the agent. */
export function beginAfterWork(engine: Engine, session: Session, { dueAt }: AfterCallWork, finish: Finish): void {
  const seconds = serviceOf(engine, session)?.afterCallWork.durationSeconds ?? 0;
  if (dueAt !== undefined) finishIn(engine, session.id, seconds, finish);
}

/** The extension starts a new count; it is not added to what is left (Nimbus). */
export function extendAfterWork(engine: Engine, sessionId: string, causedBy: string, finish: Finish): void {
  const seconds = extensionOf(serviceOf(engine, engine.sessions.get(sessionId)));
  const dueAt = engine.agenda.momentIn(seconds * 1000);
  engine.tell([{ type: 'after-call-work.extended', sessionId, dueAt, causedBy }]);
  finishIn(engine, sessionId, seconds, finish);
}

function finishIn({ deadlines }: Engine, sessionId: string, seconds: number, finish: Finish): void {
  deadlines.set(sessionId, seconds * 1000, () => {
    finish(sessionId);
  });
}

const serviceOf = ({ configuration }: Engine, session: Session | undefined): Service | undefined =>
  configuration?.services.get(session?.serviceId ?? '');

import { recordAtEnd } from '../../core/context-data/record-at-end.js';
import { withFrozenUrls } from '../../core/fields/frozen-urls.js';
import type { ContextRecord } from '../../core/model/context-data.js';
import type { Session } from '../../core/model/session.js';
import type { Engine } from './engine.js';

/** Why nothing is left of a session, for the agent to read. */
export const NOT_STORED = 'This service does not keep context data after a session.';

/** What is kept of the context data of sessions that are over, or in after-call work. */
export class ContextRecords {
  readonly #engine: Engine;
  readonly #decided = new Map<string, ContextRecord>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * Whether context data is kept is decided when the conversation ends; switching it on later changes nothing. What is
   * kept includes where the context items led at that moment.
   */
  decide({ id, serviceId }: Session): void {
    const { configuration, agenda, agentId, sessions } = this.#engine;
    const isStoring = configuration?.services.get(serviceId)?.extensions.storeContextData ?? false;
    const record = recordAtEnd(isStoring, agenda.now(), NOT_STORED);
    // As it is now, with the moment of its end: addresses may be made of that.
    const session = sessions.get(id);
    this.#decided.set(id, session ? withFrozenUrls(record, { session, configuration, agentId }) : record);
  }

  /** The record is made when the work is over: until then the agent still needs all that is known. */
  make(sessionId: string): void {
    const contextRecord = this.#decided.get(sessionId);
    this.#decided.delete(sessionId);
    if (contextRecord) this.#engine.tell([{ type: 'context.recorded', sessionId, contextRecord }]);
  }
}

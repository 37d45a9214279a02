import type { Presence } from '../../core/model/presence.js';
import type { Session } from '../../core/model/session.js';
import { ronaFor } from '../../core/rules/rona-for.js';
import type { Engine } from './engine.js';

/** The presence of the signed-in agent: what was chosen, and what the rules of services make of it for a while. */
export class OwnPresence {
  readonly #engine: Engine;
  #callOff: (() => void) | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** What the agent chooses ends whatever the system has made of the presence. */
  choose(presence: Presence, causedBy: string): void {
    this.#callOff?.();
    const { agentId: userId } = this.#engine;
    this.#engine.tell([{ type: 'presence.changed', userId, presence, causedBy }]);
  }

  /** The agent has not taken an offer: by the rule of its service no more work comes for a while. */
  turnedAway({ serviceId, modality }: Session, outcome: 'missed' | 'declined', causedBy?: string): void {
    const { agentId: userId, agenda, configuration, users } = this.#engine;
    const rona = ronaFor(configuration?.services.get(serviceId), outcome, modality, users.get(userId)?.presence);
    if (!rona) return;
    const { presence, lastsMs } = rona;
    this.#callOff?.();
    this.#engine.tell([
      {
        type: 'presence.changed',
        userId,
        ...presence,
        until: agenda.momentIn(lastsMs),
        ...(causedBy === undefined ? {} : { causedBy }),
      },
    ]);
    this.#callOff = agenda.after(lastsMs, () => {
      this.#engine.tell([{ type: 'presence.changed', userId, presence: presence.chosen ?? 'available' }]);
    });
  }
}

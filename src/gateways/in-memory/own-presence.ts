import type { Presence } from '../../core/model/presence.js';
import type { Session } from '../../core/model/session.js';
import { presenceRuleFor } from '../../core/rules/presence-rule.js';
import { ronaFor } from '../../core/rules/rona-for.js';
import { causeOf } from './cause-of.js';
import type { Engine } from './engine.js';

/** The cause of a presence that is one by the rule of a service. */
const RULE = 'session-start';

/** The presence of the signed-in agent: what was chosen, and what the rules of services make of it for a while. */
export class OwnPresence {
  readonly #engine: Engine;
  #callOff: (() => void) | undefined;
  #engaging: readonly string[] = [];

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** What the agent chooses ends whatever the system has made of the presence. */
  choose(presence: Presence, causedBy: string): void {
    this.#callOff?.();
    const { agentId: userId } = this.#engine;
    this.#engine.tell([{ type: 'presence.changed', userId, presence, causedBy }]);
  }

  /**
   * Other sessions engage the agent: by the rules of their services the presence is another one, or again what was chosen.
   * What else a system has made of it goes before.
   */
  follow(engaging: readonly string[]): void {
    this.#engaging = engaging;
    const { agentId: userId, configuration, users, sessions } = this.#engine;
    const now = users.get(userId)?.presence;
    const isByRule = now?.cause === RULE;
    if (now?.cause !== undefined && !isByRule) return;
    const chosen = now?.chosen ?? now?.presence ?? 'available';
    const made = presenceRuleFor(
      engaging.flatMap((id) => sessions.get(id) ?? []),
      configuration?.services,
      chosen,
    );
    const isSame =
      made?.presence === now?.presence && made?.serviceId === now?.serviceId && made?.modality === now?.modality;
    if (made ? !isSame : isByRule)
      this.#engine.tell([{ type: 'presence.changed', userId, ...(made ?? { presence: chosen }) }]);
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
        ...causeOf(causedBy),
      },
    ]);
    this.#callOff = agenda.after(lastsMs, () => {
      this.#callOff = undefined;
      this.#engine.together(() => {
        this.#engine.tell([{ type: 'presence.changed', userId, presence: presence.chosen ?? 'available' }]);
        this.follow(this.#engaging);
      });
    });
  }
}

import type { KnownPresence, UserPresence } from '../../core/model/presence.js';
import type { Dict } from './read.js';
import { dict, list, own, plain, present, text } from './read.js';

/** Off queue nobody gets work, available or not. */
const OFF_QUEUE: Readonly<Record<string, KnownPresence>> = {
  busy: 'do-not-disturb',
  meeting: 'do-not-disturb',
  training: 'do-not-disturb',
  offline: 'offline',
};

/** What an agent has chosen, and what the system has made of it: two things on this platform, one here. */
export class PresenceOfAgent {
  #definition: Dict = {};
  #routing = '';
  /** The presences of the organisation. */
  definitions: readonly Dict[] = [];

  learn(definitions: unknown): void {
    this.definitions = list(dict(definitions).entities).filter(({ deactivated }) => deactivated !== true);
  }

  chosen(definition: unknown): void {
    this.#definition = dict(definition);
  }

  routed(status: unknown): void {
    this.#routing = plain(dict(status).status ?? status);
  }

  /** The agent has not answered an offer, and gets no more until he says that he is back. */
  get isNotResponding(): boolean {
    return this.#routing === 'notresponding';
  }

  get now(): Omit<UserPresence, 'since'> {
    const system = plain(this.#definition.systemPresence);
    const reason = this.nameOf(this.#definition);
    const said = present({ reason });
    if (system !== 'onqueue') return { presence: own(OFF_QUEUE, system) ?? 'away', ...said };
    switch (this.#routing) {
      case 'idle':
      case '':
        return { presence: 'available', ...said };
      case 'interacting':
      case 'communicating':
        return { presence: 'busy', chosen: 'available', cause: 'connected', ...said };
      case 'notresponding':
        return { presence: 'away', chosen: 'available', cause: 'rona', ...said };
      default:
        return { presence: 'away', chosen: 'available', ...said };
    }
  }

  /** As the organisation calls it, such as "Lunch". */
  nameOf({ id, systemPresence, languageLabels }: Dict): string | undefined {
    const labels = dict(languageLabels ?? this.definitions.find((one) => one.id === id)?.languageLabels);
    return text(labels.en_US) ?? text(Object.values(labels)[0]) ?? text(systemPresence);
  }
}

import type { Offer } from '../../core/events/session-event.js';
import type { OpenItem, OpenItemPage, OpenItemQuery } from '../../core/model/open-item.js';

interface Waiting {
  readonly item: OpenItem;
  /** Offers it to the agent who has picked it. */
  readonly offer: () => void;
}

/** What waits in the queues of the agent for whoever picks it. */
export class OpenWork {
  readonly #waiting = new Map<string, Waiting>();

  /** @param begin offers the task, under the same id, when the agent picks it */
  add(id: string, offer: Omit<Offer, 'expiresAt'>, since: number, begin: () => void): void {
    const { serviceId, modality, caller, customer, visitorLabel, subject } = offer;
    const item: OpenItem = {
      ...{ id, serviceId, modality, since },
      ...(caller && { caller }),
      ...(customer && { customer }),
      ...(visitorLabel !== undefined && { visitorLabel }),
      ...(subject !== undefined && { subject }),
    };
    this.#waiting.set(id, { item, offer: begin });
  }

  get(id: string): OpenItem | undefined {
    return this.#waiting.get(id)?.item;
  }

  /** What is taken out is not there for anybody else. */
  take(id: string): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  /** The cursor names the last item of a page by its place, so that the next one follows also when that is gone. */
  page({ after, limit }: OpenItemQuery): OpenItemPage {
    const place = after === undefined ? undefined : placeOf(after);
    const items = [...this.#waiting.values()]
      .map(({ item }) => item)
      .sort(byWaiting)
      .filter((item) => !place || byWaiting(place, item) < 0);
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return { items: page, ...(last && items.length > limit ? { next: `${String(last.since)} ${last.id}` } : {}) };
  }
}

type Place = Pick<OpenItem, 'since' | 'id'>;

function byWaiting(one: Place, other: Place): number {
  return one.since - other.since || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

function placeOf(cursor: string): Place | undefined {
  const [since = '', ...id] = cursor.split(' ');
  return Number.isFinite(Number(since)) && id.length > 0 ? { since: Number(since), id: id.join(' ') } : undefined;
}

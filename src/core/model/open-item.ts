import type { Modality } from './modality.js';
import type { Caller, Customer } from './participant.js';

/** Work that waits in a queue until one of the agents whom it is shown to picks it. */
export interface OpenItem {
  /** The id of the session that it becomes. */
  readonly id: string;
  /** Which of several gateways tells of it; absent for the only one. */
  readonly source?: string;
  readonly serviceId: string;
  readonly modality: Modality;
  /** Since when it waits, server time in ms since the epoch. */
  readonly since: number;
  readonly caller?: Caller;
  readonly customer?: Customer;
  readonly visitorLabel?: string;
  /** Subject of a mail, title of a case or external task. */
  readonly subject?: string;
}

/** Some of what waits, longest first. */
export interface OpenItemPage {
  readonly items: readonly OpenItem[];
  /** Where the next page begins; absent with the last one. */
  readonly next?: string;
}

/** Which page is asked for. */
export interface OpenItemQuery {
  /** The `next` of the page before; absent for the first one. */
  readonly after?: string;
  /** At most so many items. */
  readonly limit: number;
}

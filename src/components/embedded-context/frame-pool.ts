import type { ContextItem } from '../../core/configuration/configuration.js';
import { parseUrl } from '../../core/fields/parse-url.js';

/** How many framed pages one element keeps. Each is a whole document, so they are fewer than panes. */
const MOST_FRAMES = 5;

/** How long a page may take before it is said not to answer, in ms. */
const PATIENCE = 8000;

/**
 * What a page may do in its frame. No setting adds to it but `allow-same-origin`. Missing on purpose: navigating the
 * top window, dialogs that block the workspace, downloads.
 */
const CAGE = 'allow-scripts allow-forms allow-popups';

/**
 * What is known of a page in a frame. Not among it: whether the page refused to be framed. A refused frame fires `load`
 * for the browser's own error page and lets nobody look inside, so `load` proves no more than that something ended.
 */
export type FrameState = 'loading' | 'loaded' | 'ready' | 'silent' | 'forbidden' | 'own-page';

/** One page in a frame, and what it is known to be. */
export interface Frame {
  /** New for every page loaded. Frames are keyed by it and never moved: moving one in the document reloads it. */
  readonly key: string;
  readonly sessionId: string;
  /** Whose page it is, in words. */
  readonly title: string;
  readonly label: string;
  readonly url: string;
  readonly origin: string;
  readonly host: string;
  readonly sandbox: string;
  readonly hasMessages: boolean;
  /** When it began to load: the store's time. */
  since: number;
  state: FrameState;
  /** It said that it holds input which is not saved. */
  isDirty: boolean;
  /** Its messages: when the present second began, and how many came since. */
  heard: { since: number; count: number };
}

/** A page to be framed. */
export type PageToFrame = Pick<Frame, 'sessionId' | 'title' | 'url' | 'since'> & { readonly item: ContextItem };

let last = 0;

/** @param pageOrigin the origin of the page that shows the frame */
export function frameOf({ item, ...page }: PageToFrame, pageOrigin: string): Frame {
  const { origin = 'null', host = '' } = parseUrl(page.url) ?? {};
  last += 1;
  return {
    ...page,
    key: String(last),
    label: item.label,
    origin,
    host,
    sandbox: cageFor(item, origin, pageOrigin),
    hasMessages: item.messages,
    state: 'loading',
    isDirty: false,
    heard: { since: 0, count: 0 },
  };
}

/** A framed page of our own origin with scripts could take its sandbox off: it never gets its origin. */
export const cageFor = ({ allowSameOrigin }: ContextItem, origin: string, pageOrigin: string): string =>
  allowSameOrigin && origin !== pageOrigin ? `${CAGE} allow-same-origin` : CAGE;

/** Whether a page has had its time and given no sign. */
export const isOverdue = ({ state, since }: Frame, now: number): boolean =>
  state === 'loading' && now - since >= PATIENCE;

/** Whether a page may not be shown, so that there is no frame of it. */
export const isClosed = ({ state }: Frame): boolean => state === 'forbidden' || state === 'own-page';

/** The pages an element keeps, in the order in which they were made. */
export class FramePool {
  #frames: readonly Frame[] = [];
  /** Session ids, least recently looked at first. */
  #recent: readonly string[] = [];

  get frames(): readonly Frame[] {
    return this.#frames;
  }

  of(sessionId: string | undefined): Frame | undefined {
    return this.#frames.find((frame) => frame.sessionId === sessionId);
  }

  /** Notes which session is looked at, and forgets those that are no longer there. */
  look(sessionId: string | undefined, isKnown: (id: string) => boolean): void {
    if (sessionId !== undefined) this.#recent = [...this.#recent.filter((id) => id !== sessionId), sessionId];
    this.#frames = this.#frames.filter((frame) => isKnown(frame.sessionId));
  }

  /**
   * Takes a page in, instead of the one its session had. Answers with those that had to go: the ones looked at longest
   * ago, and those with input that is not saved only when there are no others.
   */
  put(frame: Frame): readonly Frame[] {
    const others = this.#frames.filter(({ sessionId }) => sessionId !== frame.sessionId);
    const leaving = [...others]
      .sort((one, other) => Number(one.isDirty) - Number(other.isDirty) || this.#age(one) - this.#age(other))
      .slice(0, Math.max(0, others.length + 1 - MOST_FRAMES));
    this.#frames = [...others.filter((other) => !leaving.includes(other)), frame];
    return leaving;
  }

  /** The frames were taken out of the document: whatever comes back has to load anew. */
  restart(now: number): void {
    for (const frame of this.#frames) Object.assign(frame, { state: 'loading', isDirty: false, since: now });
  }

  clear(): void {
    this.#frames = [];
    this.#recent = [];
  }

  #age({ sessionId }: Frame): number {
    return this.#recent.indexOf(sessionId);
  }
}

import type { ContextItem } from '../../core/configuration/configuration.js';
import { parseUrl } from '../../core/fields/parse-url.js';
import { displayableText } from '../../core/text/displayable-text.js';

/** How many framed pages one element keeps. Each is a whole document, so they are fewer than panes. */
const MOST_FRAMES = 5;

const NO_FRAMES: readonly (Frame | undefined)[] = Array.from({ length: MOST_FRAMES }, () => undefined);

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
export type FrameState = 'loading' | 'loaded' | 'ready' | 'silent' | 'forbidden' | 'own-page' | 'flooding';

/** One page in a frame, and what it is known to be. */
export interface Frame {
  /** Made for this page and never moved: moving a frame in the document reloads it. */
  readonly element: HTMLIFrameElement;
  readonly sessionId: string;
  readonly itemId: string;
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
  /** Where its page has given a sign: a frame that comes back into a document has another one. */
  window: Window | null;
  /** It said that it holds input which is not saved. */
  isDirty: boolean;
  /** Its messages: when the present second began, and how many came since. */
  heard: { since: number; count: number };
}

/** A page to be framed. */
export type PageToFrame = Pick<Frame, 'sessionId' | 'title' | 'url' | 'since'> & { readonly item: ContextItem };

/** @param pageOrigin the origin of the page that shows the frame */
export function frameOf({ item, ...page }: PageToFrame, pageOrigin: string): Frame {
  const { origin = 'null', host = '' } = parseUrl(page.url) ?? {};
  const sandbox = cageFor(item, origin, pageOrigin);
  const element = document.createElement('iframe');
  element.title = displayableText(`${item.label} – ${page.title}`, 300);
  element.referrerPolicy = 'no-referrer';
  const cage = { part: 'frame', sandbox, allow: '' };
  for (const [name, value] of Object.entries(cage)) element.setAttribute(name, value);
  // Last: a sandbox holds for what is navigated to after it was set.
  element.src = page.url;
  return {
    ...page,
    element,
    itemId: item.id,
    label: item.label,
    origin,
    host,
    sandbox,
    hasMessages: item.messages,
    state: 'loading',
    window: null,
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
export const isClosed = ({ state }: Frame): boolean =>
  state === 'forbidden' || state === 'own-page' || state === 'flooding';

/** The pages an element keeps, each in a place of its own that it never leaves. */
export class FramePool {
  #places: readonly (Frame | undefined)[] = NO_FRAMES;
  /** Session ids, least recently looked at first. */
  #recent: readonly string[] = [];

  /** As many as there can be pages. */
  get places(): readonly (Frame | undefined)[] {
    return this.#places;
  }

  get frames(): readonly Frame[] {
    return this.#places.filter((frame) => frame !== undefined);
  }

  of(sessionId: string | undefined): Frame | undefined {
    return this.frames.find((frame) => frame.sessionId === sessionId);
  }

  /** Notes which session is looked at, and forgets those that are no longer there. */
  turnTo(sessionId: string | undefined, isKnown: (id: string) => boolean): void {
    if (sessionId !== undefined) this.#recent = [...this.#recent.filter((id) => id !== sessionId), sessionId];
    this.#places = this.#places.map((frame) => (frame && isKnown(frame.sessionId) ? frame : undefined));
  }

  /**
   * Takes a page in, instead of the one its session had. Answers with the one that had to go: the one looked at longest
   * ago, and one with input that is not saved only when there are no others.
   */
  put(frame: Frame): Frame | undefined {
    const own = this.of(frame.sessionId);
    const isFull = own === undefined && !this.#places.includes(undefined);
    const leaving = isFull ? this.frames.toSorted((one, other) => this.#worth(one) - this.#worth(other))[0] : undefined;
    const place = this.#places.indexOf(own ?? leaving);
    this.#places = this.#places.with(place, frame);
    return leaving;
  }

  /** The frames were taken out of the document: whatever comes back has to load anew, unless it was moved with its page in it. */
  restart(now: number): void {
    for (const frame of this.frames)
      if (!frame.window || frame.window !== frame.element.contentWindow)
        Object.assign(frame, { state: 'loading', isDirty: false, since: now });
  }

  clear(): void {
    this.#places = NO_FRAMES;
    this.#recent = [];
  }

  #worth({ sessionId, isDirty }: Frame): number {
    return this.#recent.indexOf(sessionId) + (isDirty ? this.#recent.length : 0);
  }
}

/** How often it is said again while the agent goes on writing, in ms. */
const TYPING_AGAIN_MS = 4000;
/** After a pause of this length the agent has stopped, in ms. */
export const TYPING_PAUSE_MS = 5000;
/** What was said last counts for this long where nothing follows, in ms: a page may be gone without a word. */
export const TYPING_LASTS_MS = 10_000;

/** When the agent has last written something, and when that was last said; in ms of one clock. */
export interface OwnTyping {
  readonly typedAt: number;
  readonly toldAt: number;
}

/** `typed`: another key; `stopped`: sent, emptied, left or turned away; `time`: some has passed. */
export type TypingHappening = 'typed' | 'stopped' | 'time';

export interface TypingStep {
  /** Undefined while nobody has been told that the agent writes. */
  readonly state: OwnTyping | undefined;
  /** What is to be told; undefined: nothing. */
  readonly tell?: boolean;
}

/**
 * What becomes of it: told when the agent begins, again every few seconds as long as there are keys, and once when it is
 * over. However fast somebody writes, no more than that leaves the page.
 */
export function typingStep(state: OwnTyping | undefined, happening: TypingHappening, now: number): TypingStep {
  if (happening === 'typed') {
    const isNews = !state || now - state.toldAt >= TYPING_AGAIN_MS;
    return isNews ? { state: { typedAt: now, toldAt: now }, tell: true } : { state: { ...state, typedAt: now } };
  }
  const isOver = state && (happening === 'stopped' || now - state.typedAt >= TYPING_PAUSE_MS);
  return isOver ? { state: undefined, tell: false } : { state };
}

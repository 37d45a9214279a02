/** Acts that cannot mean to take the focus away. A click can, unless it was on something that takes it. */
const LEAVES_FOCUS = new Set(['key', 'type', 'resize', 'colours', 'language', 'wheel', 'network']);
/** Acts after which everything stands elsewhere, at once or a few acts later: words come when they are loaded. */
const MOVES = new Set(['resize', 'load', 'colours', 'language']);
/** So many acts later, what an act began may still come: other words, or an empty field where its text was sent. */
export const LATE = 4;

/** What was written, by session and field, whatever is on screen meanwhile. */
export class Written {
  #texts = new Map();
  #touched = new Map();

  /** What is no longer there without an act in its widget. */
  lost({ step, act, written }) {
    if (act.owner) this.#touched.set(act.owner, step);
    return written.flatMap(({ field, owner, text }) => {
      const before = this.#texts.get(field) ?? '';
      this.#texts.set(field, text);
      const isTouched = step - (this.#touched.get(owner) ?? -Infinity) < LATE;
      return isTouched || text.includes(before) ? [] : [`the text “${before}” in ${field} is “${text}”`];
    });
  }
}

/**
 * What is wrong after an act, in words.
 *
 * @param earlier the acts before that may still come to something
 */
export function judge(act, earlier, before, after) {
  const isFocusLost =
    after.isLost && (act.kind === 'click' ? act.isButton : LEAVES_FOCUS.has(act.kind) && !before.isLost);
  const isMoving = [act, ...earlier].some(({ kind }) => MOVES.has(kind));
  return [
    ...(isFocusLost ? [`the focus is lost${before.isLost ? '' : ` from ${before.focus}`}`] : []),
    ...(isMoving ? [] : after.moved.map((what) => `by itself moved ${what}`)),
    ...after.outside.map((what) => `outside of the window: ${what}`),
  ];
}

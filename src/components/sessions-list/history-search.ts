import type { Session } from '../../core/model/session.js';
import { finderOf, unaccented } from '../../core/text/folded.js';

const texts = new WeakMap<Session, string>();

/**
 * The sessions that contain every word of what was typed, in their own order. Plain search, without regard to case,
 * accents and spacing; a session is folded once as long as its record lives.
 *
 * @param textOf what can be looked for in a session
 */
export function matching(
  typed: string,
  ids: readonly string[],
  sessionOf: (id: string) => Session | undefined,
  textOf: (session: Session) => string,
): readonly string[] {
  const finders = unaccented(typed)
    .trim()
    .split(' ')
    .map((word) => finderOf(word));
  return ids.filter((id) => {
    const session = sessionOf(id);
    if (!session) return false;
    const text = texts.get(session) ?? unaccented(textOf(session));
    texts.set(session, text);
    return finders.every((isIn) => isIn(text));
  });
}

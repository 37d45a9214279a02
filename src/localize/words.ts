import type { Session } from '../core/model/session.js';
import { customerName } from '../core/rules/customer-name.js';
import { shown } from '../core/text/blank.js';
import { displayableText } from '../core/text/displayable-text.js';
import type { Strings } from './en.js';
import { sessionWords } from './en/sessions.js';

/** A word of a vocabulary, or the backend's own word when it is not one of ours. */
export const wordFor = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : displayableText(key, 200);

/** What a name is made from: of a session, or of work that waits. */
type Titled = Pick<Session, 'title' | 'customer' | 'caller' | 'subject' | 'visitorLabel'>;

/**
 * What a session is called: by its own title, its customer, its subject, its caller, or the backend's label for a visitor. An identified
 * customer goes before the subject: the agent talks to a person.
 */
export function titleOf(session: Titled, { session: words = sessionWords }: Strings): string {
  const { customer, caller, subject, visitorLabel } = session;
  const title =
    shown(session.title) ??
    customerName(customer) ??
    shown(caller?.name) ??
    shown(subject) ??
    shown(visitorLabel) ??
    shown(caller?.phone) ??
    shown(caller?.upn) ??
    (caller?.isAnonymous ? words.anonymous : words.untitled);
  return displayableText(title, 200);
}

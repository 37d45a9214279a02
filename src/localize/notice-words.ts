import type { Service } from '../core/configuration/configuration.js';
import type { Session } from '../core/model/session.js';
import type { Telling } from '../core/rules/notifying.js';
import { displayableText } from '../core/text/displayable-text.js';
import type { Strings } from './en.js';
import { noticeWords } from './en/notices.js';
import { titleOf } from './words.js';

/** What something is called in a few words, without whom it is about: titles are read by whoever passes. */
export function titleWordsOf(
  { about }: Telling,
  { modality }: Session,
  { notice: words = noticeWords }: Strings,
): string {
  if (about === 'message') return words.message;
  const offers: Readonly<Record<string, string>> = words.offer;
  return Object.hasOwn(offers, modality) ? (offers[modality] ?? words.otherOffer) : words.otherOffer;
}

/**
 * What the desktop says: what it is, who it is about and for which service. Nothing that somebody wrote; the subject, which
 * may be a customer's, only of a service that keeps what it knows of them (`storeContextData`), because a desktop does.
 */
export function noticeOf(
  telling: Telling,
  session: Session,
  service: Service | undefined,
  strings: Strings,
): { readonly title: string; readonly body: string; readonly isLasting: boolean } {
  const { notice: words = noticeWords } = strings;
  const { subject, ...rest } = session;
  const who = titleOf(service?.extensions.storeContextData ? { ...rest, ...(subject && { subject }) } : rest, strings);
  return {
    title: titleWordsOf(telling, session, strings),
    body: words.about([who, displayableText(service?.name ?? session.serviceId, 200)]),
    isLasting: telling.about === 'offer',
  };
}

import type { EmailMessage, MailAddress } from '../../core/model/email.js';
import { isBlank, trimUnseen } from '../../core/text/blank.js';

const keyOf = ({ address }: MailAddress): string => trimUnseen(address).toLowerCase();

const addressed = (people: readonly MailAddress[] = []): readonly MailAddress[] =>
  people.filter(({ address }) => !isBlank(address));

/** Where answers go that the sender wants elsewhere than at the address of the mail; undefined where that is the same. */
export function answersElsewhere({ from, replyTo }: EmailMessage): readonly MailAddress[] | undefined {
  const wished = addressed(replyTo);
  return wished.length === 0 || (wished.length === 1 && wished[0] && keyOf(wished[0]) === keyOf(from))
    ? undefined
    : wished;
}

/**
 * Who gets an answer: the sender, or whom the sender names for answers; with `toAll` everybody else who got the mail but
 * the service itself; nobody twice.
 */
export function recipientsOf(email: EmailMessage, toAll: boolean): readonly MailAddress[] {
  const { from, to, cc = [], mailbox } = email;
  const first = answersElsewhere(email) ?? [from];
  const people = new Map<string, MailAddress>();
  for (const person of toAll ? [...first, ...to, ...cc] : first)
    if (!people.has(keyOf(person))) people.set(keyOf(person), person);
  if (toAll && mailbox !== undefined) people.delete(keyOf({ address: mailbox }));
  return [...people.values()];
}

/** Whether an answer to all reaches more people than an answer. Where nobody says which address is the service's, one is. */
export function hasOthers(email: EmailMessage): boolean {
  const known = recipientsOf(email, false).length;
  return recipientsOf(email, true).length > (email.mailbox === undefined ? known + 1 : known);
}

const LONGEST_NAME = 300;
const ADDRESS = /[^\s<>"'(),;:@]{1,64}@[^\s<>"'(),;:@]{1,255}/gu;

/** The address that a display name pretends to be, when it is another one than the real one. */
export function claimedAddress(person: MailAddress): string | undefined {
  const name = (person.name ?? '').slice(0, LONGEST_NAME).normalize('NFKC');
  return name.match(ADDRESS)?.find((claimed) => claimed.toLowerCase() !== keyOf(person));
}

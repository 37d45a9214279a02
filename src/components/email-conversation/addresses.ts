import type { EmailMessage, MailAddress } from '../../core/model/email.js';

const keyOf = ({ address }: MailAddress): string => address.trim().toLowerCase();

/** Who gets an answer: the sender, and with `toAll` everybody else in the mail but the service itself; nobody twice. */
export function recipientsOf({ from, to, cc = [], mailbox }: EmailMessage, toAll: boolean): readonly MailAddress[] {
  if (!toAll) return [from];
  const known = new Map([[keyOf(from), from]]);
  for (const person of [...to, ...cc]) if (!known.has(keyOf(person))) known.set(keyOf(person), person);
  if (mailbox !== undefined) known.delete(keyOf({ address: mailbox }));
  return [...known.values()];
}

/** Whether an answer to all reaches more people than an answer. Where nobody says which address is the service's, one is. */
export function hasOthers(email: EmailMessage): boolean {
  return recipientsOf(email, true).length > (email.mailbox === undefined ? 2 : 1);
}

const LONGEST_NAME = 300;
const ADDRESS = /[^\s<>"'(),;:@]{1,64}@[^\s<>"'(),;:@]{1,255}/gu;

/** The address that a display name pretends to be, when it is another one than the real one. */
export function claimedAddress(person: MailAddress): string | undefined {
  const name = (person.name ?? '').slice(0, LONGEST_NAME).normalize('NFKC');
  return name.match(ADDRESS)?.find((claimed) => claimed.toLowerCase() !== keyOf(person));
}

import { executeServerCommand } from '@web/test-runner-commands';

/** A name as the browser tells it, and the texts that it can be made of. */
interface AccessibleName {
  readonly role: string;
  readonly name: string;
  readonly texts: readonly string[];
}

/** The names of everything on the page, as assistive technology hears them. Chromium only; none elsewhere. */
export async function accessibleNames(): Promise<readonly AccessibleName[]> {
  const { names } = await executeServerCommand<{ names: readonly AccessibleName[] }, undefined>('accessible-names');
  return names;
}

const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{N}]/u;

/** Whether two texts meet in the name without anything between their words, as in “Active3:00”. */
export function isRunTogether({ name, texts }: AccessibleName): boolean {
  let read = 0;
  for (const text of texts) {
    const word = text.replace(/\s+/gu, ' ').trim();
    const at = name.indexOf(word, read);
    if (at < 0) continue;
    if (at === read && ENDS_IN_WORD.test(name.slice(0, at)) && BEGINS_WITH_WORD.test(word)) return true;
    read = at + word.length;
  }
  return false;
}

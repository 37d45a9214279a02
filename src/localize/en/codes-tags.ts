import type { SessionState } from '../../core/model/session.js';
import { plural } from '../plural.js';

const figure = (count: number): string => count.toLocaleString('en');

/** The words of `<codes-tags>`. */
export const codesTags = {
  title: 'Codes and tags',
  primary: 'Primary code',
  secondary: 'Secondary code',
  none: 'None',
  required: 'required',
  chosen: 'chosen',
  /** While one goes through the codes with the keyboard. */
  toChoose: 'Enter to choose',
  searchCode: 'Type to search',
  found: (count: number, all: number) => `${figure(count)} of ${figure(all)}`,
  more: (count: number) => `${figure(count)} more: type to narrow`,
  missing: { primary: 'Choose a primary code.', secondary: 'Choose a secondary code.' },
  /** What follows the sentence of a state. */
  toSet: { offered: 'Accept it to set codes and tags.' } satisfies Partial<Record<SessionState, string>>,
  tags: 'Tags',
  addTag: 'Add a tag',
  addTagHint: 'Type or paste, then press Enter',
  removeTag: (tag: string) => `Remove tag ${tag}`,
  earlierTags: (count: number, hidden: number) => `Show ${figure(count)} of ${figure(hidden)} earlier tags`,
  tagsAdded: (added: number, known: number) => {
    if (known === 0) return `${plural(added, 'tag', 'tags')} added.`;
    if (added === 0) return known === 1 ? 'This tag is there already.' : `All ${figure(known)} are there already.`;
    return `${figure(added)} added, ${known === 1 ? '1 was' : `${figure(known)} were`} there already.`;
  },
  tagsTooLong: (most: number) => `A tag has at most ${figure(most)} characters: longer ones were not added.`,
  tagsTooMany: (most: number, left: number) =>
    `A session takes at most ${figure(most)} tags: ${figure(left)} ${left === 1 ? 'was' : 'were'} not added.`,
  unsaved: 'Not saved on this device',
  /** Of what was chosen before the page was loaded. */
  begun: 'It was chosen here and did not reach the contact centre.',
  suggestions: 'Suggested tags',
  suggested: 'Suggested by AI',
  suggestedCount: (count: number) => `Suggested by AI: ${figure(count)}`,
  suggestedTag: 'Tag',
  insteadOf: (code: string) => `instead of ${code}`,
  apply: 'Apply',
  applyAll: 'Apply all',
  noCodes: 'This service has no codes.',
  unknownCode: (id: string) => `${id} (no longer offered)`,
};

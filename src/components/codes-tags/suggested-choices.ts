import type { Service } from '../../core/configuration/configuration.js';
import type { SuggestedDisposition } from '../../core/model/suggested-disposition.js';
import { LONGEST_TAG } from '../../core/tags/tag-list.js';
import { foldedList } from '../../core/text/folded.js';
import type { Choices, Slot } from './choices.js';

/** A code or tag that a machine suggests and that the agent can take. */
export interface SuggestedChoice {
  readonly kind: Slot | 'tag';
  readonly value: string;
  /** Recognises it when it is suggested again. */
  readonly key: string;
}

/** What is worth offering: not what is chosen, what this service does not have, or what was waved away before. */
export function openSuggestions(
  suggested: SuggestedDisposition,
  { primaryCodes, secondaryCodes }: Pick<Service['extensions'], 'primaryCodes' | 'secondaryCodes'>,
  { primary, secondary, tags }: Choices,
  dismissed: ReadonlySet<string> = new Set(),
): readonly SuggestedChoice[] {
  const { primaryCode, secondaryCode, tags: suggestedTags } = suggested;
  const open: SuggestedChoice[] = [];
  if (primaryCode !== undefined && primaryCode !== primary.shown && primaryCodes.includes(primaryCode))
    open.push({ kind: 'primary', value: primaryCode, key: `primary ${primaryCode}` });
  if (secondaryCode !== undefined && secondaryCode !== secondary.shown && secondaryCodes.includes(secondaryCode))
    open.push({ kind: 'secondary', value: secondaryCode, key: `secondary ${secondaryCode}` });
  const taken = new Set(['', ...foldedList(tags.shown)]);
  foldedList(suggestedTags).forEach((text, at) => {
    const value = suggestedTags[at] ?? '';
    if (value.length > LONGEST_TAG || taken.has(text)) return;
    taken.add(text);
    open.push({ kind: 'tag', value, key: `tag ${text}` });
  });
  return open.filter(({ key }) => !dismissed.has(key));
}

import type { Configuration } from '../../core/configuration/configuration.js';
import { displayableText } from '../../core/text/displayable-text.js';

/** The codes a service offers for one slot, in its owner's order, each once. */
export interface CodeOffers {
  readonly ids: readonly string[];
  /** Of the same length. */
  readonly labels: readonly string[];
}

type Codes = Configuration['codes'] | undefined;

const LONGEST_LABEL = 300;

export const labelOfCode = (id: string, codes: Codes): string =>
  displayableText(codes?.get(id)?.label ?? id, LONGEST_LABEL);

const known = new WeakMap<readonly string[], CodeOffers & { readonly codes: Codes }>();

/** Made once for a list of a configuration: what is asked at every key must not go through two thousand labels. */
export function offersOf(list: readonly string[], codes: Codes): CodeOffers {
  const own = known.get(list);
  if (own?.codes === codes && own) return own;
  const ids = [...new Set(list)];
  const offers = { ids, labels: ids.map((id) => labelOfCode(id, codes)), codes };
  known.set(list, offers);
  return offers;
}

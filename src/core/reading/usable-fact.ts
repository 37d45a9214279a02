import { FACT_NEEDS } from './fact-needs.js';
import { factWith } from './fact-shapes.js';
import type { Read } from './read-value.js';

/** By the type of a fact. A Map, not an object: a fact of type `constructor` is unknown like any other. */
const READS: ReadonlyMap<unknown, Read> = new Map(
  Object.entries(FACT_NEEDS).map(([type, needs]) => [type, factWith(`at ${needs}`)]),
);

/** What there is of a fact, and what was left out of it or makes it unusable. */
export interface UsableFact<F> {
  /** Undefined where what is left makes no sense. */
  readonly fact: F | undefined;
  /** Places of members, such as `segments[1].sentiment`; none of what was found there. */
  readonly lost: readonly string[];
}

/**
 * The one border where facts are read, whoever says them: null is absent, words of open vocabularies stay as they are,
 * and what else cannot be read is left out, one field or item of a list at a time. A fact that is good as it is comes out
 * as the same object. What this version does not know passes: it is counted where facts are applied.
 *
 * @param isForeign whether it comes from a stranger, whose unknown fields are left out without a word
 */
export function usableFact<F>(fact: F, isForeign = false): UsableFact<F> {
  const read = READS.get((fact as { readonly type?: unknown } | null | undefined)?.type);
  const lost: string[] = [];
  return { fact: read ? (read(fact, { lost, isForeign }) as F | undefined) : fact, lost };
}

import type { WireFact } from '../core/wire/contract.js';
import { readEnvelope } from '../core/wire/read-envelope.js';
import { writeFact } from '../core/wire/write-envelope.js';
import { kindOf } from './host-calls.js';

/** Facts as lines of the log; or why readers cannot be told one of them. */
export type WrittenFacts =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly error: RangeError | TypeError };

/** The cause of an error that says which facts are not told: nothing is left to do about it. */
export const REPLACED = 'Readers are given a reset in their place.';

/** A place in a log, so that a line can be read as readers will read it. */
const SOMEWHERE = { epoch: 'e', seq: 1, prev: 0 };

/** Writes facts, each of at most `longest` characters. The reasons name types, and nothing of what the facts say. */
export function linesOf(facts: readonly WireFact[], longest: number): WrittenFacts {
  const given: unknown = facts;
  if (!Array.isArray(given)) return { ok: false, error: new TypeError('Facts are published as a list.') };
  const lines: string[] = [];
  for (const fact of facts) {
    let line: string;
    let reason: string | undefined;
    try {
      const written = writeFact(fact);
      line = JSON.stringify(written);
      // What a reader could not even place would look like a gap to it.
      const envelope = readEnvelope({ ...written, ...SOMEWHERE });
      if (!envelope.ok) ({ reason } = envelope);
    } catch (error) {
      [line, reason] = ['', `JSON cannot hold it (${kindOf(error)})`];
    }
    if (reason !== undefined) return { ok: false, error: new TypeError(`No fact (${typeOf(fact)}): ${reason}`) };
    if (line.length > longest) {
      const error = new RangeError(`The fact ${typeOf(fact)} is larger than limits.eventLength.`);
      return { ok: false, error };
    }
    lines.push(line);
  }
  return { ok: true, lines };
}

function typeOf(fact: WireFact): string {
  try {
    const { type }: { readonly type: unknown } = fact;
    return typeof type === 'string' && /^[a-z.-]{1,60}$/.test(type) ? type : 'of no known type';
  } catch {
    return 'of no known type';
  }
}

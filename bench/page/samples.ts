/**
 * How times are taken. Subjects of one figure take turns, round by round and in alternating order, so that whatever
 * else the machine does falls on all of them alike. Compared are medians (or 95th percentiles) of the same rounds.
 */

/** Times of one subject. */
export class Samples {
  readonly #times: number[] = [];

  add(time: number): void {
    this.#times.push(time);
  }

  get median(): number {
    return this.quantile(0.5);
  }

  get p95(): number {
    return this.quantile(0.95);
  }

  quantile(share: number): number {
    const sorted = this.#times.toSorted((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  }
}

export type Subject = (round: number) => number | Promise<number>;

/** Lets every subject be measured once per round; the first rounds only warm up. */
export async function takeTurns<K extends string>(
  subjects: Readonly<Record<K, Subject>>,
  { rounds, warmUps }: { readonly rounds: number; readonly warmUps: number },
): Promise<Record<K, Samples>> {
  const names = Object.keys(subjects) as K[];
  const samples = Object.fromEntries(names.map((name) => [name, new Samples()])) as Record<K, Samples>;
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const time = await subjects[name](round);
      if (round >= 0) samples[name].add(time);
    }
  }
  return samples;
}

/** Collects garbage now, so that it is not collected while somebody is measured. Needs `--expose-gc`. */
export function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

export function ensure(condition: boolean, complaint: string): asserts condition {
  if (!condition) throw new Error(complaint);
}

/**
 * How times are taken. Subjects of one figure take turns, round by round and in alternating order, so that whatever
 * else the machine does falls on all of them alike. The rounds come in five blocks; counted is the block in which all
 * subjects together took the least time, because then the machine was busy with little else. Compared are medians (or
 * 95th percentiles) of that block.
 */

const BLOCKS = 5;

/** Times of one subject. */
export class Samples {
  readonly #times: number[] = [];

  add(time: number): void {
    this.#times.push(time);
  }

  get count(): number {
    return this.#times.length;
  }

  get total(): number {
    return this.#times.reduce((sum, time) => sum + time, 0);
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
  let round = 0;
  const takeBlock = async (length: number): Promise<Record<K, Samples>> => {
    const samples = Object.fromEntries(names.map((name) => [name, new Samples()])) as Record<K, Samples>;
    for (const end = round + length; round < end; round += 1) {
      for (const name of round % 2 === 0 ? names : names.toReversed()) samples[name].add(await subjects[name](round));
    }
    return samples;
  };
  await takeBlock(warmUps);
  const totalOf = (block: Record<K, Samples>): number => names.reduce((sum, name) => sum + block[name].total, 0);
  let quietest = await takeBlock(Math.ceil(rounds / BLOCKS));
  for (let block = 1; block < BLOCKS; block += 1) {
    const next = await takeBlock(Math.ceil(rounds / BLOCKS));
    if (totalOf(next) < totalOf(quietest)) quietest = next;
  }
  return quietest;
}

/** Collects garbage now, so that it is not collected while somebody is measured. Needs `--expose-gc`. */
export function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

export function ensure(condition: boolean, complaint: string): asserts condition {
  if (!condition) throw new Error(complaint);
}

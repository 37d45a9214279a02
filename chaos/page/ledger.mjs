import { numberOf } from '../facts.mjs';

/** What came out of the gateway, fact by fact, since the last snapshot: the numbers have to follow on one another. */
export class Ledger {
  figures = { duplicates: 0, disordered: 0, skipped: 0, snapshots: 0, overlaps: 0, rejected: 0 };
  latest = 0;
  /** The longest time between two numbered facts, in ms. */
  stall = 0;
  #heardAt = performance.now();
  #fromSnapshot = 0;
  #seen = new Set();

  take(facts) {
    const reset = facts.findIndex(({ type }) => type === 'workspace.reset');
    const last = reset < 0 ? -1 : facts.findLastIndex(({ type }) => type === 'session.snapshot');
    if (reset >= 0) this.#restart(facts.slice(reset, last + 1));
    for (const fact of facts.slice(last + 1)) {
      const number = numberOf(fact);
      if (number > 0) this.#count(number);
    }
  }

  #restart(facts) {
    this.figures.snapshots += 1;
    this.#seen.clear();
    this.#fromSnapshot = Math.max(0, ...facts.map(numberOf));
    this.latest = this.#fromSnapshot;
  }

  #count(number) {
    const { figures } = this;
    const now = performance.now();
    this.stall = Math.max(this.stall, now - this.#heardAt);
    this.#heardAt = now;
    if (this.#seen.has(number)) figures.duplicates += 1;
    this.#seen.add(number);
    // The host's data may be ahead of its log: what is told once more changes nothing.
    if (number <= this.#fromSnapshot) figures.overlaps += 1;
    else if (number < this.latest) figures.disordered += 1;
    else if (number > this.latest + 1) figures.skipped += number - this.latest - 1;
    this.latest = Math.max(this.latest, number);
  }
}

/** A page is open for weeks: of more places than these the oldest are forgotten. */
const MOST = 50;

/** Where a reader left what was read further up, by the name of what was read. */
export class LeftPlaces<T> {
  readonly #places = new Map<string, T>();

  of(name: string | undefined): T | undefined {
    return name === undefined ? undefined : this.#places.get(name);
  }

  /** @param place undefined where the end was left */
  keep(name: string, place: T | undefined): void {
    this.#places.delete(name);
    if (place === undefined) return;
    this.#places.set(name, place);
    const [oldest] = this.#places.keys();
    if (this.#places.size > MOST && oldest !== undefined) this.#places.delete(oldest);
  }

  /** Whoever comes now has read nothing further up. */
  clear(): void {
    this.#places.clear();
  }
}

interface Rendering {
  readonly isUpdatePending: boolean;
  performUpdate(): void;
}

/** Counts how often elements of some tags render, per element, from now on. Call `stop` at the end. */
export class RenderCounts {
  readonly #counts = new Map<Element, number>();
  readonly #restore: (() => void)[] = [];

  constructor(...tags: readonly string[]) {
    for (const tag of tags) this.#wrap(tag);
  }

  /** How often each tag rendered since the last look; tags that did not are absent. */
  take(): Record<string, number> {
    const byTag: Record<string, number> = {};
    for (const [{ localName }, count] of this.#counts) byTag[localName] = (byTag[localName] ?? 0) + count;
    this.#counts.clear();
    return byTag;
  }

  stop(): void {
    for (const restore of this.#restore) restore();
  }

  #wrap(tag: string): void {
    const { prototype } = customElements.get(tag) as unknown as { prototype: Rendering };
    const own = Object.getOwnPropertyDescriptor(prototype, 'performUpdate');
    const counts = this.#counts;
    const inherited = prototype.performUpdate;
    Object.defineProperty(prototype, 'performUpdate', {
      configurable: true,
      value(this: Element & Rendering) {
        if (this.isUpdatePending) counts.set(this, (counts.get(this) ?? 0) + 1);
        inherited.call(this);
      },
    });
    this.#restore.push(() => {
      if (own) Object.defineProperty(prototype, 'performUpdate', own);
      else Reflect.deleteProperty(prototype, 'performUpdate');
    });
  }
}

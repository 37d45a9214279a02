/** How many panes are kept in which nothing is begun; a pane holds where it was scrolled to. */
const MOST_PANES = 8;

/** What is asked of a session before its pane goes. */
export interface PaneQuestions {
  /** Whether the session still exists. */
  readonly isKnown: (id: string) => boolean;
  /** Whether the agent has begun something in the pane: it stays, however many there are. */
  readonly isBegun: (id: string) => boolean;
}

/**
 * The sessions whose panes are kept, in stable order, after the agent turned to `selected`. When there are too many of
 * those in which nothing is begun, the one that was looked at longest ago goes.
 */
export class PanePool {
  /** Least recently looked at first. */
  #recent: readonly string[] = [];
  #panes: readonly string[] = [];

  keep(selected: string | undefined, { isKnown, isBegun }: PaneQuestions): readonly string[] {
    const others = this.#recent.filter((id) => id !== selected && isKnown(id));
    const recent = selected === undefined ? others : [...others, selected];
    const idle = recent.length > MOST_PANES ? recent.filter((id) => id !== selected && !isBegun(id)) : [];
    const leaving = new Set(idle.slice(0, Math.max(0, recent.length - MOST_PANES)));
    this.#recent = recent.filter((id) => !leaving.has(id));
    const kept = this.#panes.filter((id) => this.#recent.includes(id));
    this.#panes = selected === undefined || kept.includes(selected) ? kept : [...kept, selected];
    return this.#panes;
  }
}

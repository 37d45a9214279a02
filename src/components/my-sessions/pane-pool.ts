/** How many panes are kept; a pane holds what was typed in it and where it was scrolled to. */
const MOST_PANES = 8;

/**
 * The sessions whose panes are kept, in stable order, after the agent turned to `selected`. When there are too many,
 * the pane that was looked at longest ago goes.
 */
export class PanePool {
  /** Least recently looked at first. */
  #recent: readonly string[] = [];
  #panes: readonly string[] = [];

  /** @param isKnown whether a session still exists */
  keep(selected: string | undefined, isKnown: (id: string) => boolean): readonly string[] {
    const others = this.#recent.filter((id) => id !== selected && isKnown(id));
    this.#recent = (selected === undefined ? others : [...others, selected]).slice(-MOST_PANES);
    const kept = this.#panes.filter((id) => this.#recent.includes(id));
    this.#panes = selected === undefined || kept.includes(selected) ? kept : [...kept, selected];
    return this.#panes;
  }
}

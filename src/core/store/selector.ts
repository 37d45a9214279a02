import type { Topic, WorkspaceState } from '../state/workspace-state.js';

/**
 * A view of the state: which parts it reads, and what it makes of them. It is computed again only when one of those
 * parts was replaced. `read` must be pure, and must return the same object while nothing it shows has changed, or
 * `isEqual` must say so.
 */
export interface Selector<T> {
  readonly topics: readonly Topic[];
  readonly read: (state: WorkspaceState) => T;
  isEqual?(one: T, other: T): boolean;
  /** The session that is shown by it: while somebody listens, the store does not let go of it, and has it read back. */
  readonly holds?: string;
}

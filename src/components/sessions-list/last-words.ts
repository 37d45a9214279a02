import { slice } from '../../context/slice-directive.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { selectLastWords } from '../../core/selectors/select-last-words.js';
import { lastWordsIn } from '../../views/last-words.js';

/** What the customer of a session wrote last, which keeps itself up. */
export function lastWordsOf({ store, localization }: WorkspaceHandle): (id: string) => unknown {
  const view = lastWordsIn(localization.strings);
  return (id) => slice(store, id, selectLastWords, view);
}

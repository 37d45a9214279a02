import { selectSessionLimit } from '../core/selectors/select-session-limit.js';
import type { BegunFields } from '../core/state/begun.js';
import { displayableText } from '../core/text/displayable-text.js';
import { sessionLimitWords } from '../localize/en/session-limit.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** How near the limit is, and what was not opened because of it; undefined where there is nothing to warn of. */
export function limitSentence(
  { refused }: BegunFields['limitNotice'],
  { store, localization }: WorkspaceHandle,
): string | undefined {
  const limit = store.read(selectSessionLimit);
  if (!limit || limit.is === 'free') return undefined;
  const { sessionLimit: words = sessionLimitWords } = localization.strings;
  const sentence = words.is[limit.is](limit.open, limit.limit);
  return refused === undefined ? sentence : `${words.refused(displayableText(refused, 100))} ${sentence}`;
}

import type { LimitNotice } from '../core/selectors/select-limit-notice.js';
import { displayableText } from '../core/text/displayable-text.js';
import type { Strings } from '../localize/en.js';
import { sessionLimitWords } from '../localize/en/session-limit.js';

/** How near the limit is, and what was not opened because of it. */
export function limitSentence(
  { is, open, limit, refused }: LimitNotice,
  { sessionLimit: words = sessionLimitWords }: Strings,
): string {
  const sentence = words.is[is](open, limit);
  return refused === undefined ? sentence : `${words.refused(displayableText(refused, 100))} ${sentence}`;
}

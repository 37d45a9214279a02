import type { ContextTarget } from '../core/fields/context-items.js';
import { displayableText } from '../core/text/displayable-text.js';
import { conversationContext } from './en/conversation-context.js';
import type { Strings } from './en.js';

const named = (names: readonly string[]): string => names.map((name) => displayableText(name, 200)).join(', ');

/** Why a context item leads nowhere, in one sentence. */
export function whyNot(target: Exclude<ContextTarget, { kind: 'ready' }>, strings: Strings): string {
  const words = strings['conversation-context'] ?? conversationContext;
  switch (target.kind) {
    case 'waiting':
      return words.waiting(named(target.names));
    case 'missing':
      return words.missing(named(target.names));
    case 'not-kept':
      return target.reason === undefined ? words.notKept : displayableText(target.reason, 300);
    case 'not-recorded':
      return words.notRecorded;
    case 'unsafe-template':
      return words.unsafeTemplate;
    case 'unsafe-value':
      return words.unsafeValue(named(target.names));
  }
}

import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Session } from '../core/model/session.js';
import type { KnownTaskResult, TaskResult } from '../core/model/task-result.js';
import type { Strings } from '../localize/en.js';
import { wordFor } from '../localize/words.js';
import { offerOutcomeWords, resultWords } from '../localize/en/outcomes.js';
import { ArrowRightLeft, Check, CheckCheck, CircleHelp, PhoneOff, Voicemail, X } from '../icons/drawings.js';
import { icon } from '../icons/icon.js';
import type { Drawing } from '../icons/icon.js';

type Kind = readonly [shape: Drawing, tone: 'good' | 'neutral' | 'warning' | 'bad'];

const ACCEPTED: Kind = [Check, 'good'];
const HANDLED: Kind = [CheckCheck, 'good'];
const TRANSFERRED: Kind = [ArrowRightLeft, 'neutral'];
const HUNG_UP: Kind = [PhoneOff, 'warning'];
const FAILED: Kind = [X, 'bad'];
const UNKNOWN: Kind = [CircleHelp, 'neutral'];

const KINDS: Readonly<Record<string, Kind>> = {
  voicemail: [Voicemail, 'neutral'],
  'hangup-before-accept': HUNG_UP,
  'hangup-in-ivr': HUNG_UP,
  'hangup-in-queue': HUNG_UP,
  'hangup-in-ivr-after-queue': HUNG_UP,
  'hangup-by-workflow': HUNG_UP,
  'accepted-by-user': ACCEPTED,
  'transferred-by-workflow': TRANSFERRED,
  'transferred-by-user': TRANSFERRED,
  'transfer-failed': FAILED,
  'destination-accepted': ACCEPTED,
  'destination-declined': FAILED,
  'destination-not-reached': FAILED,
  'user-aborted': FAILED,
  'lost-in-queue': FAILED,
  'cancelled-by-external-system': FAILED,
  'marked-as-handled-by-user': HANDLED,
  'marked-as-handled-by-workflow': HANDLED,
  'standby-duty-accepted': ACCEPTED,
} satisfies Record<KnownTaskResult, Kind>;

/** How a task ended, by icon, word and tone. A result that only the backend knows keeps the backend's word. */
export function taskResult(result: TaskResult, { result: words = resultWords }: Strings): TemplateResult {
  const [shape, tone] = (Object.hasOwn(KINDS, result) && KINDS[result]) || UNKNOWN;
  const word = wordFor(words, result);
  return html`<span class="result ${tone}" title=${word}>${icon(shape)}<bdi translate="no">${word}</bdi></span>`;
}

/** How a session ended that is over: its result, or what became of the offer; undefined where nothing is known of it. */
export function outcomeOf(
  { result, offerOutcome = 'accepted' }: Session,
  strings: Strings,
): TemplateResult | undefined {
  if (result !== undefined && offerOutcome !== 'taken') return taskResult(result, strings);
  return offerOutcome === 'accepted' || offerOutcome === 'assigned'
    ? undefined
    : html`<bdi>${wordFor(strings.offerOutcome ?? offerOutcomeWords, offerOutcome)}</bdi>`;
}

/** For every element that shows results. */
export const taskResultStyles = css`
  .result svg {
    inline-size: 14px;
    block-size: 14px;
    margin-inline: 0 4px;
    vertical-align: -2px;
  }

  .good {
    color: var(--_success);
  }

  .warning {
    color: var(--_warning);
  }

  .bad {
    color: var(--_danger);
  }
`;

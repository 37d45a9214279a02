import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Session } from '../core/model/session.js';
import { historySign, isAlarming } from '../core/rules/history-sign.js';
import { blocksNewWork } from '../core/rules/session-phase.js';
import { displayableText } from '../core/text/displayable-text.js';
import { icon } from '../icons/icon.js';
import { modalityIcon } from '../icons/modality-icon.js';
import type { Strings } from '../localize/en.js';
import { offerOutcomeWords, resultWords } from '../localize/en/outcomes.js';
import { historyWords } from '../localize/en/history.js';
import { stateWords } from '../localize/en/sessions.js';
import { titleOf, wordFor } from '../localize/words.js';
import { NAME, cutSentence } from './cut-sentence.js';

/** What a line of history says of a session, and to whom. */
export interface HistoryRow {
  readonly session: Session;
  /** What its service is called. */
  readonly service: string;
  readonly strings: Strings;
  /** Writes the time of day of a moment (server time in ms). */
  readonly timeOf: (at: number) => string;
  /** The time beside its state, ticking. */
  readonly time: unknown;
  readonly onSelect: () => void;
}

/** When a session that is over came to its end, server time in ms. */
export const endOf = ({ times, since }: Pick<Session, 'times' | 'since'>): number => times.ended ?? since;

/**
 * One session that is over, in one line: when, what kind, who; and only where something went otherwise than it should, or
 * waits to be finished, a word about that. How it ended stands in full in the tooltip.
 */
export function historyRow(row: HistoryRow): TemplateResult {
  const { session, strings } = row;
  const title = titleOf(session, strings);
  const service = displayableText(row.service, 200);
  const at = endOf(session);
  const isUnfinished = blocksNewWork(session.state);
  const about = `${title} · ${service} · ${outcomeIn(session, strings)}`;
  return html`<button class=${isUnfinished ? 'card past unfinished' : 'card past'} type="button" tabindex="-1" aria-current=${ifDefined(session.isSelected ? 'true' : undefined)} title=${about} @click=${row.onSelect}><bdi class="time figures" translate="no">${`${row.timeOf(at)}\u00A0`}</bdi>${icon(modalityIcon(session.modality))}<span class="spoken">${`${wordFor(strings.modality, session.modality)}\u00A0`}</span><span class="title"><bdi translate="no">${title}</bdi></span>${isUnfinished ? workLeft(row) : signOf(session, strings)}</button>`;
}

/** In the words of its card and of the head above it. */
const workLeft = ({ session, strings, time }: HistoryRow): unknown =>
  html`<span class="sign todo figures" translate="no">${wordFor(strings.state ?? stateWords, session.state)}&nbsp;${time}</span>`;

function signOf(session: Session, { list }: Strings): unknown {
  const words = list ?? historyWords;
  const sign = historySign(session);
  if (sign === undefined) return nothing;
  const { transferTarget } = session;
  const word =
    sign === 'transferred' && transferTarget !== undefined
      ? cutSentence(words.transferredTo(NAME), [displayableText(transferTarget, 80)])
      : cutSentence(wordFor(words.sign, sign));
  return html`<span class=${isAlarming(sign) ? 'sign bad' : 'sign'}>${word}</span>`;
}

/** How a session ended, in full. */
function outcomeIn({ state, result, offerOutcome = 'accepted' }: Session, strings: Strings): string {
  const states = strings.state ?? stateWords;
  if (result !== undefined && offerOutcome !== 'taken') return wordFor(strings.result ?? resultWords, result);
  return state === 'ended' && offerOutcome !== 'accepted'
    ? wordFor(strings.offerOutcome ?? offerOutcomeWords, offerOutcome)
    : wordFor(states, state);
}

import { css, html, nothing } from 'lit';
import { TriangleAlert } from 'lucide';
import { isAtOrBelow } from '../core/model/sentiment.js';
import type { Sentiment } from '../core/model/sentiment.js';
import type { Session } from '../core/model/session.js';
import { blocksNewWork, isOngoing } from '../core/rules/session-phase.js';
import { unreadMark } from '../core/rules/unread.js';
import type { listWords } from '../localize/en/sessions-list.js';
import { icon } from '../icons/icon.js';

type Words = typeof listWords;

/** How many messages of a session were not seen: up to nine as a number, then a plus; in a sentence as a tooltip. */
const unreadBadge = (unread: number, title: string, words: Words): unknown =>
  unread > 0
    ? html`<span class="unread figures" translate="no" title=${words.unread(title, unread)}>
        <span aria-hidden="true">${unreadMark(unread)}</span><span class="spoken" translate="no">${words.unread(title, unread)}</span>
      </span>`
    : nothing;

/** That a customer's mood needs the agent at once, in words and not by colour alone. */
const urgentBadge = (title: string, words: Words): unknown =>
  html`<span class="urgent" title=${words.attention(title)}>
    ${icon(TriangleAlert)}<span class="word" aria-hidden="true">${words.urgent}</span><span class="spoken" translate="no">${words.attention(title)}</span>
  </span>`;

/** What about a session needs the agent: unread messages, a mood at the threshold or below it, work to finish. */
export function sessionMarks(
  { unread, sentiment, state }: Pick<Session, 'unread' | 'sentiment' | 'state'>,
  title: string,
  threshold: Sentiment | undefined,
  words: Words,
): unknown {
  const isUrgent =
    sentiment !== undefined && threshold !== undefined && isOngoing(state) && isAtOrBelow(sentiment, threshold);
  if (unread === 0 && !isUrgent && !blocksNewWork(state)) return nothing;
  return html`<span class="marks">
    ${unreadBadge(unread, title, words)} ${isUrgent ? urgentBadge(title, words) : nothing}
    ${blocksNewWork(state) ? html`<span class="todo">${words.unfinished}</span>` : nothing}
  </span>`;
}

/** For every element that shows marks. */
export const sessionMarksStyles = css`
  .marks {
    display: grid;
    justify-items: end;
    gap: 2px;
    font-weight: 400;
  }

  .unread {
    min-inline-size: 20px;
    padding-inline: 4px;
    border-radius: 10px;
    background: var(--_danger);
    color: var(--_surface);
    font-size: var(--_size-small);
    font-weight: 600;
    text-align: center;
  }

  .urgent {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    color: var(--_danger);
    font-size: var(--_size-small);
  }

  .urgent svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .todo {
    color: var(--_warning);
    font-size: var(--_size-small);
  }
`;

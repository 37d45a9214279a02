import { css, html, nothing } from 'lit';
import { isAtOrBelow } from '../core/model/sentiment.js';
import type { Sentiment } from '../core/model/sentiment.js';
import type { Session } from '../core/model/session.js';
import { isOngoing } from '../core/rules/session-phase.js';
import { isInSight, unreadMark } from '../core/rules/unread.js';
import type { listWords } from '../localize/en/sessions-list.js';

type Words = typeof listWords;

const mark = (kind: string, sign: string, sentence: string): unknown =>
  html`<span class="${kind} figures" translate="no" title=${sentence}>
    <span aria-hidden="true">${sign}</span><span class="spoken" translate="no">${sentence}</span>
  </span>`;

/**
 * What about a session needs the agent who looks elsewhere (Dynamics): how many messages were not seen, up to nine as a
 * number, then a plus; that the customer's mood is at the threshold or below it, by a sign. Each is a sentence for who
 * cannot see it, and the tooltip of the icon that it stands on.
 */
export function sessionMarks(
  session: Pick<Session, 'unread' | 'sentiment' | 'state' | 'isSelected' | 'isCovered'>,
  title: string,
  threshold: Sentiment | undefined,
  words: Words,
): unknown {
  const { unread, sentiment, state } = session;
  const isUrgent =
    sentiment !== undefined && threshold !== undefined && isOngoing(state) && isAtOrBelow(sentiment, threshold);
  if (isInSight(session) || (unread === 0 && !isUrgent)) return nothing;
  const told = unread > 0 ? words.unread(title, unread) : '';
  const asked = isUrgent ? words.attention(title) : '';
  return html`<span class="marks" title=${told && asked ? `${told}\n${asked}` : told || asked}>
    ${told ? mark('unread', unreadMark(unread), told) : nothing} ${asked ? mark('urgent', '!', asked) : nothing}
  </span>`;
}

/** For every element that shows marks. */
export const sessionMarksStyles = css`
  /* Over the icon, which takes its tooltip from here. */
  .marks {
    position: absolute;
    inset-block-start: 9px;
    inset-inline-start: 9px;
    inline-size: 34px;
    block-size: 34px;
  }

  .unread,
  .urgent {
    position: absolute;
    inset-block-start: -6px;
    min-inline-size: 18px;
    block-size: 18px;
    padding-inline: 4px;
    border-radius: 9px;
    font-size: var(--_size-small);
    font-weight: 600;
    line-height: 18px;
    text-align: center;
  }

  .unread {
    inset-inline-end: -7px;
    background: var(--_danger);
    color: var(--_surface);
  }

  .urgent {
    inset-inline-start: -7px;
    border: 1px solid;
    background: var(--_surface);
    color: var(--_danger);
    line-height: 16px;
  }

  .urgent:only-child {
    inset-inline: auto -7px;
  }

  @media (forced-colors: active) {
    .unread {
      border: 1px solid;
      line-height: 16px;
    }
  }
`;

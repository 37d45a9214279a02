import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Sentiment } from '../core/model/sentiment.js';
import type { Session } from '../core/model/session.js';
import { countsSince } from '../core/rules/counts-since.js';
import { displayableText } from '../core/text/displayable-text.js';
import { initialsOf } from '../core/text/initials.js';
import type { Strings } from '../localize/en.js';
import { stateWords } from '../localize/en/sessions.js';
import { titleOf, wordFor } from '../localize/words.js';
import { listWords } from '../localize/en/sessions-list.js';
import { icon } from '../icons/icon.js';
import { modalityIcon } from '../icons/modality-icon.js';
import { sessionMarks } from './session-marks.js';
import { outcomeOf } from './task-result.js';

/** What a card says of a session, and to whom. */
export interface SessionCard {
  readonly session: Session;
  /** What its service is called. */
  readonly service: string;
  /** The mood that needs the agent at once, and all below it; without it no mood does. */
  readonly sentimentThreshold: Sentiment | undefined;
  readonly strings: Strings;
  /** Renders the time since a moment (server time in ms), ticking. */
  readonly elapsed: (since: number) => unknown;
  /** Writes a moment (server time in ms) as people read it. */
  readonly momentOf: (at: number) => string;
  readonly onSelect: () => void;
}

/**
 * One session: who, what kind, which service, which state since when, and what needs the agent. Where engines leave a
 * space out of the button's name, it is one that does not collapse.
 */
export function sessionCard(card: SessionCard): TemplateResult {
  const { session, strings } = card;
  const title = titleOf(session, strings);
  const service = displayableText(card.service, 200);
  return html`
    <button class="card" type="button" tabindex="-1" aria-current=${ifDefined(session.isSelected ? 'true' : undefined)} @click=${card.onSelect}>
      <span class="initials" aria-hidden="true">${initialsOf(title)}</span>
      <span class="text">
        <span class="title" title=${title}><bdi translate="no">${title}</bdi></span>
        <span class="line quiet">
          ${icon(modalityIcon(session.modality))}
          <span class="spoken">${wordFor(strings.modality, session.modality)}</span> <bdi translate="no" title=${service}>${service}</bdi>
        </span>
        <span class="state quiet figures" translate="no">${stateLine(card)}&nbsp;</span>
      </span>
      ${sessionMarks(session, title, card.sentimentThreshold, strings.list ?? listWords)}
    </button>
  `;
}

function stateLine({ session, strings, elapsed, momentOf }: SessionCard): unknown {
  const { state, times, since } = session;
  const words = strings.state ?? stateWords;
  if (state !== 'ended') return html`${wordFor(words, state)}&nbsp;${elapsed(countsSince(session))}`;
  const outcome = outcomeOf(session, strings) ?? words.ended;
  return html`<bdi translate="no">${momentOf(times.ended ?? since)}</bdi> · <bdi translate="no">${outcome}</bdi>`;
}

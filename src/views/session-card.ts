import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Sentiment } from '../core/model/sentiment.js';
import type { Session } from '../core/model/session.js';
import { tintOf } from '../core/rules/tint-of.js';
import { displayableText } from '../core/text/displayable-text.js';
import { initialsOf } from '../core/text/initials.js';
import type { Strings } from '../localize/en.js';
import { stateWords } from '../localize/en/sessions.js';
import { titleOf, wordFor } from '../localize/words.js';
import { listWords } from '../localize/en/sessions-list.js';
import { icon } from '../icons/icon.js';
import { modalityIcon } from '../icons/modality-icon.js';
import { sessionMarks } from './session-marks.js';

/** What a card says of a session, and to whom. */
export interface SessionCard {
  readonly session: Session;
  /** What its service is called. */
  readonly service: string;
  /** The mood that needs the agent at once, and all below it; without it no mood does. */
  readonly sentimentThreshold: Sentiment | undefined;
  readonly strings: Strings;
  /** The time beside its state, ticking. */
  readonly time: unknown;
  /** Renders what the customer wrote last, in its place; asked where something is unread. */
  readonly lastWords: () => unknown;
  readonly onSelect: () => void;
}

/** What the heading above a card says already. */
const SAID_BY_SECTION: ReadonlySet<string> = new Set(['active', 'parked']);

/**
 * One session that is worked on, in two lines: who, which service, what was written last, since when, and on the icon what
 * kind it is and what needs the agent. Where engines leave a space out of the button's name, it is one that does not
 * collapse.
 */
export function sessionCard(card: SessionCard): TemplateResult {
  const { session, strings } = card;
  const title = titleOf(session, strings);
  const service = displayableText(card.service, 200);
  const { state } = session;
  return html`
    <button class="card" type="button" tabindex="-1" aria-current=${ifDefined(session.isSelected ? 'true' : undefined)} @click=${card.onSelect}>
      <span class="face tint-${tintOf(session)}" aria-hidden="true"><span class="initials">${initialsOf(title)}</span><span class="kind">${icon(modalityIcon(session.modality))}</span></span>
      <span class="text">
        <span class="title" title=${title}><bdi translate="no">${title}</bdi></span>
        <span class="line quiet">
          <span class="spoken">${wordFor(strings.modality, session.modality)}</span>
          <span class=${SAID_BY_SECTION.has(state) ? 'state spoken' : 'state'} translate="no">${wordFor(strings.state ?? stateWords, state)}&nbsp;</span>
          <bdi translate="no" title=${service}>${service}</bdi> ${session.unread > 0 ? card.lastWords() : nothing}
        </span>
      </span>
      <span class="since quiet figures" translate="no">${card.time}&nbsp;</span>
      ${sessionMarks(session, title, card.sentimentThreshold, strings.list ?? listWords)}
    </button>
  `;
}

/** What a customer wrote last, so that an agent sees whether it can wait; of files that came alone, what they are called. */
export const lastWordsIn =
  ({ list = listWords }: Strings) =>
  (said: string | readonly { readonly name: string }[] | undefined): unknown => {
    if (said === undefined) return nothing;
    const isText = typeof said === 'string';
    const shown = displayableText(isText ? said : list.sentFiles(said.length, said[0]?.name ?? ''), 80);
    // Something else was written: it comes in the place of what stood there, and moves none of it.
    return html`<span class="last">${keyed(said, html`<span aria-hidden="true"> · </span>${isText ? html`<q translate="no" dir="auto">${shown}</q>` : html`<bdi translate="no">${shown}</bdi>`}`)}</span>`;
  };

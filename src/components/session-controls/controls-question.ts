import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AgentWish, SessionControl } from '../../core/commands/command.js';
import type { PausedByParking } from '../../core/model/parking.js';
import type { Session } from '../../core/model/session.js';
import type { Strings } from '../../localize/en.js';
import { controlsWords, verbWords } from '../../localize/en/session-controls.js';
import { unsentWords } from '../../localize/en/unsent.js';
import { answerDialog } from '../../views/answer-dialog.js';
import { unsentText } from '../../views/unsent-question.js';

/** What a button asks for. */
export type ControlWish = Extract<AgentWish, { type: SessionControl }>;

/** A wish that is confirmed or completed in a dialog first. */
export interface Question {
  readonly wish: ControlWish;
  /** What is written and can no longer be sent afterwards; empty where nothing is. */
  readonly unsent: string;
}

/**
 * The dialog before a wish is sent.
 *
 * @param paused what parking would interrupt
 * @param onClose called with the wish as it was confirmed, or without one
 */
export function controlsQuestion(
  { wish, unsent }: Question,
  { state }: Session,
  paused: readonly PausedByParking[],
  strings: Strings,
  onClose: (confirmed: ControlWish | undefined) => void,
): TemplateResult {
  const { controls: words = controlsWords, verb: verbs = verbWords } = strings;
  const verb = verbs[wish.type];
  const isPark = wish.type === 'session.park';
  return html`<dialog
    aria-label=${verb}
    @close=${({ currentTarget }: Event) => {
      const { returnValue } = currentTarget as HTMLDialogElement;
      onClose(returnValue === wish.type ? wish : undefined);
    }}
  >
    <form method="dialog" @click=${answerDialog}>
      ${wish.type === 'session.end' && state === 'parked' ? html`<p>${words.confirmEndParked}</p>` : nothing}
      ${isPark ? paused.map((what) => html`<p>${words.parkPauses[what]}</p>`) : nothing}
      ${unsent === '' ? nothing : unsentText(unsent, strings)}
      <div class="choices">
        <button value="" data-begin>${strings.common.cancel}</button>
        <button class=${isPark ? 'primary' : 'danger'} value=${wish.type}>
          ${unsent === '' ? verb : (strings.unsent ?? unsentWords).goOn(verb)}
        </button>
      </div>
    </form>
  </dialog>`;
}

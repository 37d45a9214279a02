import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AgentWish, SessionControl } from '../../core/commands/command.js';
import type { Service } from '../../core/configuration/configuration.js';
import type { Session } from '../../core/model/session.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { Strings } from '../../localize/en.js';
import { controlsWords, verbWords } from '../../localize/en/session-controls.js';
import { unsentWords } from '../../localize/en/unsent.js';
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
 * @param services where a session can be transferred to
 * @param onClose called with the wish as it was confirmed, or without one
 */
export function controlsQuestion(
  { wish, unsent }: Question,
  { state }: Session,
  services: readonly Service[],
  strings: Strings,
  onClose: (confirmed: ControlWish | undefined) => void,
): TemplateResult {
  const { controls: words = controlsWords, verb: verbs = verbWords } = strings;
  const isTransfer = wish.type === 'session.transfer';
  const verb = verbs[wish.type];
  const isDangerous = !isTransfer || unsent !== '';
  return html`<dialog
    aria-label=${verb}
    @close=${({ currentTarget }: Event) => {
      const dialog = currentTarget as HTMLDialogElement;
      const targetServiceId = dialog.querySelector<HTMLSelectElement>('[name=target]')?.value ?? '';
      if (dialog.returnValue !== wish.type) onClose(undefined);
      else onClose(isTransfer ? { ...wish, targetServiceId } : wish);
    }}
  >
    <form method="dialog">
      ${wish.type === 'session.end' && state === 'parked' ? html`<p>${words.confirmEndParked}</p>` : nothing}
      ${
        isTransfer
          ? html`<label>
            ${words.transferTo}
            <select name="target">
              ${services.map(({ id, name }) => html`<option value=${id} ?selected=${id === wish.targetServiceId}>${displayableText(name, 200)}</option>`)}
            </select>
          </label>`
          : nothing
      }
      ${unsent === '' ? nothing : unsentText(unsent, strings)}
      <div class="choices">
        <button value="">${strings.common.cancel}</button>
        <button class=${isDangerous ? 'danger' : 'primary'} ?disabled=${isTransfer && services.length === 0} value=${wish.type}>
          ${unsent === '' ? verb : (strings.unsent ?? unsentWords).goOn(verb)}
        </button>
      </div>
    </form>
  </dialog>`;
}

import { everyWithin } from './every-within.js';

/**
 * Whether another session on screen would take something out of the agent's hands now: what is typed or composed, in a
 * framed page, too; text that is selected; a menu that is open; a question that is asked.
 */
export const isBusy = (): boolean => isTyping() || hasSelectedText() || hasOpen();

const TYPED =
  'iframe, input:not([type=button], [type=checkbox], [type=radio], [type=range], [type=submit], [type=reset]), textarea, select';

/** What a host leaves open, such as a notice of cookies, is no question that keeps from working: `manual`, or no modal. */
const OPEN =
  ':modal, :popover-open:not([popover="manual"]), [aria-haspopup]:not([aria-haspopup="false"])[aria-expanded="true"]';

function hasOpen(): boolean {
  for (const open of everyWithin(document, OPEN)) if (open.checkVisibility({ visibilityProperty: true })) return true;
  return false;
}

/** Whether keys pressed now would go into a field or answer a question, however deep in shadow roots. */
function isTyping(): boolean {
  let focused = document.activeElement;
  while (focused && !focused.closest('dialog[open]') && focused.shadowRoot?.activeElement)
    focused = focused.shadowRoot.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  return focused.isContentEditable || focused.matches(TYPED) || focused.closest('dialog[open]') !== null;
}

/** What is written in a selection, engines tell for one inside of shadow roots, too. */
const hasSelectedText = (): boolean => String(document.getSelection() ?? '').trim() !== '';

import { everyWithin, isShownIn } from './every-within.js';

/**
 * Whether another session on screen would take something out of the agent's hands now: what is typed or composed, in a
 * framed page, too; text that is selected; a menu that is open; a question that is asked. What the workspace itself stands
 * in, such as a dialog of the host's or a full screen, is none of these.
 */
export const isBusy = (workspace: Element): boolean => isTyping(workspace) || hasSelectedText() || hasOpen(workspace);

const TYPED =
  'iframe, input:not([type=button], [type=checkbox], [type=radio], [type=range], [type=submit], [type=reset]), textarea, select';

/** What a host leaves open, such as a notice of cookies, is no question that keeps from working: `manual`, or no modal. */
const OPEN =
  ':modal, :popover-open:not([popover="manual"]), [aria-haspopup]:not([aria-haspopup="false"])[aria-expanded="true"]';

function hasOpen(workspace: Element): boolean {
  for (const open of everyWithin(document, OPEN))
    if (open.checkVisibility({ visibilityProperty: true }) && !opens(open, workspace)) return true;
  return false;
}

/** Whether the workspace stands in what is open, or in what a button says that it has opened. */
function opens(open: Element, workspace: Element): boolean {
  const root = open.getRootNode() as Document | ShadowRoot;
  const opened = root.getElementById(open.getAttribute('aria-controls') ?? '');
  return isShownIn(workspace, open) || (opened !== null && isShownIn(workspace, opened));
}

/** Whether keys pressed now would go into a field or answer a question, however deep in shadow roots. */
function isTyping(workspace: Element): boolean {
  const isAsked = (focused: Element): boolean => {
    const dialog = focused.closest('dialog[open]');
    return dialog !== null && !isShownIn(workspace, dialog);
  };
  let focused = document.activeElement;
  while (focused && !isAsked(focused) && focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  return focused.isContentEditable || focused.matches(TYPED) || isAsked(focused);
}

/** What is written in a selection, engines tell for one inside of shadow roots, too. */
const hasSelectedText = (): boolean => String(document.getSelection() ?? '').trim() !== '';

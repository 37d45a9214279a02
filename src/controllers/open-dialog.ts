import { focusableAround } from '../context/focusable-around.js';
import { deepActiveElement } from './focus-place.js';

/**
 * Opens a dialog, with the focus where it says that it begins. Of `autofocus` a browser complains where the page stands in
 * a frame of another origin.
 *
 * @param focusElsewhere gives the focus to something when the dialog is closed and what had it before is gone meanwhile;
 *   without it, the nearest has it that can, around the element of the dialog
 */
export function openDialog(dialog: HTMLDialogElement | null, focusElsewhere?: () => void): void {
  if (!dialog || dialog.open) return;
  dialog.addEventListener(
    'close',
    () => {
      const focused = deepActiveElement(document);
      const root = dialog.getRootNode();
      // Until it is drawn, a browser leaves it in what is closed.
      if (focused !== document.body && focused?.checkVisibility()) return;
      if (focusElsewhere) focusElsewhere();
      else if (root instanceof ShadowRoot) focusableAround(root.host as HTMLElement).focus();
    },
    { once: true },
  );
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[data-begin]')?.focus();
}

/**
 * Closes the dialog of a form with what the button says that is pressed. The form does so by itself, but not in a sandboxed
 * frame that allows none (`allow-forms`), where nobody could end a call.
 */
export function answerDialog(event: Event): void {
  const button = event.target instanceof Element && event.target.closest('button');
  if (!button || button.type !== 'submit') return;
  event.preventDefault();
  button.closest('dialog')?.close(button.value);
}

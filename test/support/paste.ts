/**
 * A paste of texts, named by their kinds such as `text/plain`. Firefox gives an event that a script makes no data, so it
 * is put in afterwards.
 */
export function pasteOf(kinds: Readonly<Record<string, string>>): ClipboardEvent {
  const clipboardData = new DataTransfer();
  for (const [kind, text] of Object.entries(kinds)) clipboardData.setData(kind, text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  return Object.defineProperty(event, 'clipboardData', { value: clipboardData });
}

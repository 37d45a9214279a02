import type { EditorView } from 'prosemirror-view';
import { displayableText } from '../../core/text/displayable-text.js';
import { messageSchema } from '../../rich-text/message-schema.js';

/** What would freeze the page has no place in a message either: see `displayableText`. */
export const tamed = (text: string): string => displayableText(text, Number.MAX_SAFE_INTEGER);

/**
 * Pasted HTML is read in a document of its own, in which nothing is loaded or run, and only what the schema has comes out
 * of it. Where the host's policy forbids even that, the text is pasted.
 */
export function pasteSafely(view: EditorView, event: ClipboardEvent): boolean {
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (html === '' || view.composing) return false;
  event.preventDefault();
  const text = event.clipboardData?.getData('text/plain') ?? '';
  try {
    if (view.state.schema === messageSchema && view.pasteHTML(tamed(html), event)) return true;
  } catch {
    // The policy of the page: see above.
  }
  view.pasteText(text, event);
  return true;
}

/** What comes from outside is dropped as text. */
export function dropSafely(view: EditorView, event: DragEvent): boolean {
  if (view.dragging !== null) return false;
  event.preventDefault();
  const text = event.dataTransfer?.getData('text/plain') ?? '';
  if (text !== '' && view.editable) view.pasteText(text);
  return true;
}

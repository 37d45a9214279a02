import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { safeUrl } from '../../core/fields/safe-url.js';
import { messageSchema } from '../../rich-text/message-schema.js';

/** The address of the link that the selection is in, empty when there is none. */
export function linkOf({ doc, selection: { $from, from, to } }: EditorState): string {
  let href = '';
  const collect = (node: Node): void => {
    const mark = messageSchema.marks.link.isInSet(node.marks);
    if (mark) href = String(mark.attrs.href);
  };
  doc.nodesBetween(from, Math.max(from, to), collect);
  if ($from.nodeAfter) collect($from.nodeAfter);
  return href;
}

/** The whole of the link at the caret. */
export function linkAround({ selection: { $from, from, to } }: EditorState): {
  readonly from: number;
  readonly to: number;
} {
  const type = messageSchema.marks.link;
  const mark = type.isInSet($from.marks()) ?? ($from.nodeAfter ? type.isInSet($from.nodeAfter.marks) : undefined);
  if (!mark) return { from, to };
  let start = $from.index();
  let end = start;
  while (start > 0 && mark.isInSet($from.parent.child(start - 1).marks)) start -= 1;
  while (end < $from.parent.childCount && mark.isInSet($from.parent.child(end).marks)) end += 1;
  const offsetOf = (index: number): number =>
    $from.parent.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  return { from: $from.start() + offsetOf(start), to: $from.start() + offsetOf(end) };
}

const SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;

/** The address that was meant: nobody types the scheme of a web page or of a mail address. Undefined when it is unsafe. */
export function addressOf(typed: string): string | undefined {
  const address = typed.trim();
  if (SCHEME.test(address)) return safeUrl(address, 'link');
  const scheme = address.includes('@') && !address.includes('/') ? 'mailto:' : 'https://';
  return address === '' ? undefined : safeUrl(`${scheme}${address}`, 'link');
}

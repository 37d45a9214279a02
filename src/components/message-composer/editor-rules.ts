import { wrapRangeInList } from 'prosemirror-schema-list';
import type { MarkType } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { messageSchema } from '../../rich-text/message-schema.js';

/** Signs that became a mark: they come back when the word goes on right after them. */
export interface TypedMark {
  readonly type: MarkType;
  readonly delimiter: string;
  readonly from: number;
  readonly to: number;
}

/** What the signs before the caret ask for. */
export interface TypedFormatting {
  readonly transaction: Transaction;
  readonly mark?: TypedMark;
}

/** A line break in a paragraph, where its text is read. */
const BREAK = '\uFFFC';

const { code, strong, em, strike } = messageSchema.marks;

/**
 * The signs stand around words: nothing but space, brackets and quotes comes before them, and no sign of their kind
 * or end of a line is in between.
 */
const MARKS: readonly (readonly [MarkType, RegExp])[] = [
  [code, /(?<=(?:^|\s)[("'[{«„“‘¿¡]*)(`)[^`\uFFFC]+`$/u],
  [strong, /(?<=(?:^|\s)[("'[{«„“‘¿¡]*)(\*\*)[^*\s\uFFFC](?:[^*\uFFFC]*[^*\s\uFFFC])?\*\*$/u],
  [em, /(?<=(?:^|\s)[("'[{«„“‘¿¡]*)(\*)[^*\s\uFFFC](?:[^*\uFFFC]*[^*\s\uFFFC])?\*$/u],
  [strike, /(?<=(?:^|\s)[("'[{«„“‘¿¡]*)(~~)[^~\s\uFFFC](?:[^~\uFFFC]*[^~\s\uFFFC])?~~$/u],
];
const BULLET = /^\s*[-*]\s$/;
/** As Markdown counts, and without zeros in front: those would be lost. */
const NUMBER = /^(0|[1-9]\d{0,8})\.\s$/;
const FENCE = /^```$/;
/** What may follow right after a formatted word, before the space that ends it. */
const AFTER_WORD = /^[.,;:!?)"'\]}»“”’…]*(?:[\s\uFFFC]|$)/u;

/** What the text before the caret becomes; undefined when it stays as it was typed. */
export function typedFormatting(state: EditorState): TypedFormatting | undefined {
  const { $head, empty } = state.selection;
  if (!empty || !$head.parent.isTextblock || $head.parent.type.spec.code) return undefined;
  const before = $head.parent.textBetween(0, $head.parentOffset, null, BREAK);
  const block = typedBlock(state, before);
  return block ? { transaction: block } : typedMark(state, before);
}

function typedMark(state: EditorState, before: string): TypedFormatting | undefined {
  const { $head } = state.selection;
  const end = $head.pos;
  const line = before.slice(before.lastIndexOf(BREAK) + 1);
  for (const [type, pattern] of MARKS) {
    const [whole, delimiter = ''] = pattern.exec(line) ?? [];
    if (whole === undefined) continue;
    const { length } = delimiter;
    const start = end - whole.length;
    const isInCode = [start, end - length].some((at) => state.doc.rangeHasMark(at, at + length, code));
    if (isInCode) return undefined;
    const transaction = state.tr.delete(end - length, end).delete(start, start + length);
    const mark = { type, delimiter, from: start, to: end - 2 * length };
    transaction.addMark(mark.from, mark.to, type.create()).removeStoredMark(type);
    return { transaction, mark };
  }
  return undefined;
}

/** Signs at the beginning of a paragraph. */
function typedBlock(state: EditorState, before: string): Transaction | undefined {
  const { $head } = state.selection;
  const start = $head.start();
  const without = (): Transaction => state.tr.delete(start, $head.pos);
  if (FENCE.test(before)) return without().setBlockType(start, start, messageSchema.nodes.code_block);
  const number = NUMBER.exec(before)?.[1];
  if (number === undefined && !BULLET.test(before)) return undefined;
  // A paragraph that begins an item is in a list already.
  if ($head.node(-1).type === messageSchema.nodes.list_item && $head.index(-1) === 0) return undefined;
  const type = messageSchema.nodes[number === undefined ? 'bullet_list' : 'ordered_list'];
  const transaction = without();
  const range = transaction.doc.resolve(start).blockRange();
  const attrs = number === undefined ? null : { order: Number(number) };
  if (!range || !wrapRangeInList(transaction, range, type, attrs)) return undefined;
  const list = transaction.doc.resolve(start - 1).nodeBefore;
  const goesOn = number === undefined || list?.childCount === Number(number) - Number(list?.attrs.order);
  if (list?.type === type && goesOn) transaction.join(start - 1);
  return transaction;
}

/** Brings the signs of a mark back where it turns out that they stand inside a word, a number, an address or a code. */
export function takenBack(state: EditorState, { type, delimiter, from, to }: TypedMark): Transaction | undefined {
  if (!state.doc.rangeHasMark(from, to, type)) return undefined;
  const $end = state.doc.resolve(to);
  const after = $end.parent.textBetween($end.parentOffset, $end.parent.content.size, null, BREAK);
  if (AFTER_WORD.test(after)) return undefined;
  return state.tr.removeMark(from, to, type).insertText(delimiter, to).insertText(delimiter, from);
}

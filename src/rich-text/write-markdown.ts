import type { Node } from 'prosemirror-model';
import { MarkdownSerializer } from 'prosemirror-markdown';
import type { MarkdownSerializerState } from 'prosemirror-markdown';
import { startOf } from './message-schema.js';
import { writeInline } from './write-inline.js';

const serializer = new MarkdownSerializer(
  {
    paragraph(state, node) {
      const text = writeInline(node);
      if (text === '') return;
      state.text(text, false);
      state.closeBlock(node);
    },
    bullet_list(state, node, parent, index) {
      const mark = isOther(parent, index) ? '* ' : '- ';
      state.renderList(node, '  ', () => mark);
    },
    ordered_list(state, node, parent, index) {
      const start = startOf(node.attrs);
      const sign = isOther(parent, index) ? ')' : '.';
      // Right below a paragraph only a list that begins with 1 is one.
      if (start !== 1) state.write();
      const width = String(start + node.childCount - 1).length;
      state.renderList(node, ' '.repeat(width + 2), (item) => `${String(start + item)}${sign}`.padEnd(width + 2));
    },
    list_item(state, node) {
      state.renderContent(node);
    },
    code_block: writeCodeBlock,
  },
  {},
);

/** Lists of one kind in a row have other signs by turns: with the same ones they would be read as one list. */
function isOther(parent: Node, index: number): boolean {
  let before = 0;
  while (before < index && parent.child(index - before - 1).type === parent.child(index).type) before += 1;
  return before % 2 === 1;
}

/** A document as Markdown. What Markdown cannot say goes: empty paragraphs, and space at the ends of lines. */
export const writeMarkdown = (doc: Node): string => serializer.serialize(doc, { tightLists: true });

function writeCodeBlock(state: MarkdownSerializerState, node: Node): void {
  const text = node.textContent;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  state.write(`${fence}\n`);
  state.text(text, false);
  state.write('\n');
  state.write(fence);
  state.closeBlock(node);
}

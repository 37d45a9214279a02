import { DOMParser, Fragment, Slice } from 'prosemirror-model';
import type { Mark, Node as MessageNode, Schema } from 'prosemirror-model';
import type { EditorProps, EditorView } from 'prosemirror-view';
import { displayableText } from '../../core/text/displayable-text.js';
import { messageSchema } from '../../rich-text/message-schema.js';
import { ownPolicy } from '../../views/own-policy.js';
import { readPasted } from './pasted-html.js';

/** What would freeze the page has no place in a message either: see `displayableText`. */
export const tamed = (text: string): string => displayableText(text, Number.MAX_SAFE_INTEGER);

/**
 * What is pasted and dropped. HTML is read in a document of its own, in which nothing is loaded or run, and only what
 * the schema has comes out of it. Where it says less than the plain text that comes along, and where the host's policy
 * forbids even reading it, the text is pasted.
 */
export function fromOutside(): EditorProps {
  const parser = new PastedHtml();
  return {
    handleDOMEvents: { paste: (view, event) => paste(view, event, parser), drop: dropSafely },
    transformPastedText: tamed,
    // What another editor says of its own structure would be believed.
    transformPastedHTML: (html) => html.replaceAll('data-pm-slice', 'data-other'),
    clipboardParser: parser,
    // Nothing takes the place of nothing.
    handlePaste: (_view, _event, slice) => slice.size === 0,
    clipboardTextParser: (text, context, _plain, view) => textSlice(view.state.schema, text, context.marks()),
  };
}

class PastedHtml extends DOMParser {
  /** The plain text of what is being pasted. */
  text = '';
  /** What can be written where it is pasted. */
  target: Schema = messageSchema;

  constructor() {
    const { schema, rules } = DOMParser.fromSchema(messageSchema);
    super(schema, rules);
  }

  override parseSlice(dom: Node): Slice {
    const blocks = readPasted(dom);
    if (this.target !== messageSchema) return textSlice(this.target, textOf(blocks), []);
    if (saysLess(blocks, this.text)) return textSlice(messageSchema, this.text, []);
    const isOpen = (node: MessageNode | undefined): number => (node?.type === messageSchema.nodes.paragraph ? 1 : 0);
    return new Slice(Fragment.from(blocks), isOpen(blocks[0]), isOpen(blocks.at(-1)));
  }
}

function paste(view: EditorView, event: ClipboardEvent, parser: PastedHtml): boolean {
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (html === '' || view.composing) return false;
  event.preventDefault();
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const { schema, selection } = view.state;
  const isPlain = schema !== messageSchema || selection.$from.parent.type.spec.code === true;
  if (isPlain && text !== '') return view.pasteText(text, event) || true;
  parser.text = tamed(text);
  parser.target = schema;
  try {
    const policy = ownPolicy(window);
    if (policy) pasteAs(view, parser, policy.createHTML(tamed(html)));
    else view.pasteHTML(tamed(html), event);
  } catch {
    // The policy of the page: see above.
    view.pasteText(text, event);
  }
  return true;
}

/** As `pasteHTML`, which makes HTML under a name that no host can choose. Nothing is loaded or run in what is only parsed. */
function pasteAs(view: EditorView, parser: PastedHtml, html: string): void {
  const { body } = new window.DOMParser().parseFromString(html, 'text/html');
  const { content, size } = parser.parseSlice(body);
  if (size === 0) return;
  const pasted = view.state.tr.replaceSelection(Slice.maxOpen(content));
  view.dispatch(pasted.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
}

/** What comes from outside is dropped as text. */
function dropSafely(view: EditorView, event: DragEvent): boolean {
  if (view.dragging !== null) return false;
  event.preventDefault();
  const text = event.dataTransfer?.getData('text/plain') ?? '';
  if (text !== '' && view.editable) view.pasteText(text);
  return true;
}

/** Lines stay lines; in a formatted message, an empty one ends a paragraph. */
function textSlice(schema: Schema, text: string, marks: readonly Mark[]): Slice {
  const { paragraph, hard_break: hardBreak } = schema.nodes;
  if (!paragraph || !hardBreak) return Slice.empty;
  const inline = (line: string): MessageNode[] => (line === '' ? [] : [schema.text(line, marks)]);
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (schema !== messageSchema)
    return new Slice(Fragment.from(lines.map((line) => paragraph.create(null, inline(line)))), 1, 1);
  const paragraphs: MessageNode[][] = [[]];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (line.trim() === '') paragraphs.push([]);
    else last?.push(...(last.length === 0 ? [] : [hardBreak.create()]), ...inline(line));
  }
  const filled = paragraphs.filter(({ length }) => length > 0);
  return new Slice(Fragment.from(filled.map((content) => paragraph.create(null, content))), 1, 1);
}

function textOf(blocks: readonly MessageNode[]): string {
  const content = Fragment.from(blocks);
  return content.textBetween(0, content.size, '\n', '\n');
}

const WORD = /[\p{L}\p{N}]+/gu;
/** The number that plain text writes in front of an item. */
const ITEM_NUMBER = /^\s*(?:\d{1,9}|[a-z])[.)]\s/gim;

/** Whether words run together or are missing, or lines, that the plain text tells apart. */
function saysLess(blocks: readonly MessageNode[], plain: string): boolean {
  const text = textOf(blocks);
  const hrefs: string[] = [];
  for (const block of blocks)
    block.descendants(({ marks }) => {
      hrefs.push(...marks.map(({ attrs }) => String(attrs.href ?? '')));
    });
  const wordsOf = (from: string): string[] => from.normalize('NFKC').match(WORD) ?? [];
  const known = new Set(wordsOf(`${text.replace(/[\^_]\(([^)\n]*)\)/g, '$1')}\n${hrefs.join('\n')}`));
  const said = plain.replace(ITEM_NUMBER, '');
  if (wordsOf(said).some((word) => !known.has(word))) return true;
  const linesOf = (from: string): number => from.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line)).length;
  return !text.includes('\t') && linesOf(said) > linesOf(text);
}

import { Fragment } from 'prosemirror-model';
import type { Mark, Node as MessageNode } from 'prosemirror-model';
import { messageSchema } from '../../rich-text/message-schema.js';
import { PastedLines } from './pasted-lines.js';
import { PLAIN, lookOf, marksOf, shifted, styleOf } from './pasted-style.js';
import type { PastedLook } from './pasted-style.js';

const namesOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Nobody reads what is in them. */
const SILENT = namesOf(
  'applet audio base canvas datalist embed frame frameset head iframe link map math meta noframes noscript object ' +
    'param rp script style svg template title track video',
);
/** With space around them. */
const PARAGRAPHS = namesOf('blockquote dl figure h1 h2 h3 h4 h5 h6 hr p table');
const LINES = namesOf(
  'address article aside button caption center dd details dialog div dt fieldset figcaption footer form header ' +
    'hgroup legend li main menu nav optgroup option search section select summary textarea',
);
const BLOCK_DISPLAY = /^(?:block|flex|flow-root|grid|list-item|table|table-row|table-row-group|table-caption)$/;
const WRITTEN_IN = namesOf('date datetime-local email month number search tel text time url week');
/** Deeper ones are lines: what is nested deeper than the parser of the history goes could not be shown. */
const DEEPEST_LIST = 8;

/** What somebody reads in pasted HTML, as blocks of a message; its tables are lines with tabs. */
export const readPasted = (root: Node): readonly MessageNode[] =>
  new PastedReader(0).read(PART_OF_TABLE.test(root.nodeName) ? [root] : root.childNodes, PLAIN);

const PART_OF_TABLE = /^(?:table|thead|tbody|tfoot|tr)$/i;

class PastedReader {
  readonly #lines = new PastedLines();
  readonly #depth: number;

  constructor(depth: number) {
    this.#depth = depth;
  }

  read(nodes: Iterable<Node>, look: PastedLook): readonly MessageNode[] {
    for (const node of nodes) this.#node(node, look);
    return this.#lines.finish();
  }

  #node(node: Node, look: PastedLook): void {
    if (node.nodeType === Node.TEXT_NODE) this.#lines.text(node.nodeValue ?? '', marksOf(look), look.keepsLines);
    else if (node.nodeType === Node.ELEMENT_NODE) this.#element(node as Element, look);
  }

  #element(element: Element, around: PastedLook): void {
    const { localName } = element;
    const style = styleOf(element);
    if (SILENT.has(localName) || isHidden(element, style)) return;
    const look = lookOf(element, style, around);
    const marks = marksOf(look);
    switch (localName) {
      case 'br':
        this.#lines.lineBreak();
        return;
      case 'ul':
      case 'ol':
      case 'dir':
        if (this.#depth < DEEPEST_LIST) this.#list(element, look);
        else this.#block(element, look, false);
        return;
      case 'table':
      case 'thead':
      case 'tbody':
      case 'tfoot':
      case 'tr':
        this.#table(element, look);
        return;
      case 'pre':
        this.#lines.block(codeBlock(element.textContent));
        return;
      case 'img':
      case 'input':
        this.#lines.text(writtenIn(element), marks, false);
        return;
      case 'sup':
      case 'sub':
        if (element.childElementCount === 0)
          this.#lines.text(shifted(element.textContent, localName === 'sup'), marks, false);
        else this.#children(element, look);
        return;
      case 'q':
        this.#around(element, look, marks, '“', '”');
        return;
      case 'rt':
        this.#around(element, look, marks, '(', ')');
        return;
      default:
        if (PARAGRAPHS.has(localName) && !isTight(style)) this.#block(element, look, true);
        else if (PARAGRAPHS.has(localName) || LINES.has(localName) || BLOCK_DISPLAY.test(style.display))
          this.#block(element, look, false);
        else this.#children(element, look);
    }
  }

  #children(element: Element, look: PastedLook): void {
    for (const child of element.childNodes) this.#node(child, look);
  }

  #around(element: Element, look: PastedLook, marks: readonly Mark[], before: string, after: string): void {
    this.#lines.text(before, marks, false);
    this.#children(element, look);
    this.#lines.text(after, marks, false);
  }

  #block(element: Element, look: PastedLook, isParagraph: boolean): void {
    const edge = (): void => {
      if (isParagraph) this.#lines.paragraph();
      else this.#lines.line();
    };
    edge();
    this.#children(element, look);
    edge();
  }

  #inside(nodes: Iterable<Node>, look: PastedLook, depth = this.#depth): readonly MessageNode[] {
    return new PastedReader(depth).read(nodes, look);
  }

  /** Some programs put a list that belongs to an item after it. */
  #list(element: Element, look: PastedLook): void {
    const items: MessageNode[][] = [];
    for (const child of element.childNodes) {
      const isItem = child.nodeType === Node.ELEMENT_NODE && (child as Element).localName === 'li';
      if (isItem && isHidden(child as Element, styleOf(child as Element))) continue;
      const around = isItem ? lookOf(child as Element, styleOf(child as Element), look) : look;
      const blocks = this.#inside(isItem ? child.childNodes : [child], around, this.#depth + 1);
      if (isItem || items.length === 0) items.push([...blocks]);
      else items.at(-1)?.push(...blocks);
    }
    const { bullet_list: bullets, ordered_list: numbers, list_item: item, paragraph } = messageSchema.nodes;
    const filled = items
      .filter((blocks) => blocks.length > 0)
      .map((blocks) => (blocks[0]?.type === paragraph ? blocks : [paragraph.create(), ...blocks]))
      .map((blocks) => item.create(null, blocks));
    if (filled.length === 0) return;
    const isOrdered = element.localName === 'ol';
    const order = Number(element.getAttribute('start') ?? 1);
    this.#lines.block(isOrdered ? numbers.create({ order }, filled) : bullets.create(null, filled));
  }

  /** A row is a line. Where cells have lines of their own, each cell is read after the other. */
  #table(table: Element, look: PastedLook): void {
    this.#lines.paragraph();
    for (const row of rowsOf(table)) {
      const cells = (row.localName === 'caption' ? [row] : [...row.children]).map((cell) =>
        this.#inside(cell.childNodes, lookOf(cell, styleOf(cell), lookOf(row, styleOf(row), look))),
      );
      const isOneLine = cells.every((blocks) => blocks.length === 0 || lineOf(blocks) !== undefined);
      this.#lines.line();
      if (isOneLine && cells.filter(({ length }) => length > 0).length > 0)
        this.#lines.inline(
          cells.map((blocks) => lineOf(blocks) ?? []).flatMap((line, index) => (index === 0 ? line : [TAB, ...line])),
        );
      else for (const blocks of cells) for (const block of blocks) this.#lines.block(block);
    }
    this.#lines.paragraph();
  }
}

const TAB = messageSchema.text('\t');

/** The rows of a table itself, with its caption as one; those of tables inside of it are read with their cells. */
function rowsOf(table: Element): Element[] {
  if (table.localName === 'tr') return [table];
  return [...table.children].flatMap((child) => {
    if (isHidden(child, styleOf(child))) return [];
    if (/^(?:thead|tbody|tfoot)$/.test(child.localName)) return rowsOf(child);
    return /^(?:tr|caption)$/.test(child.localName) ? [child] : [];
  });
}

/** The content of what is one line of text. */
function lineOf([block, ...more]: readonly MessageNode[]): readonly MessageNode[] | undefined {
  if (block?.type !== messageSchema.nodes.paragraph || more.length > 0) return undefined;
  const { children } = block;
  return children.some(({ isText }) => !isText) ? undefined : children;
}

const isHidden = (element: Element, { display, visibility }: CSSStyleDeclaration): boolean =>
  display === 'none' || /hidden|collapse/.test(visibility) || element.hasAttribute('hidden');

/** A paragraph without space around it is a line. */
const isTight = ({ marginTop, marginBottom }: CSSStyleDeclaration): boolean =>
  marginTop !== '' &&
  marginBottom !== '' &&
  Number.parseFloat(marginTop) === 0 &&
  Number.parseFloat(marginBottom) === 0;

/** What was written into a field; a drawn emoji. */
function writtenIn(element: Element): string {
  if (element.localName === 'input')
    return WRITTEN_IN.has(element.getAttribute('type') ?? 'text') ? (element.getAttribute('value') ?? '') : '';
  const name = element.getAttribute('alt') ?? '';
  return /^\P{L}{1,20}$/u.test(name) && /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u.test(name)
    ? name
    : '';
}

const codeBlock = (text: string): MessageNode =>
  messageSchema.nodes.code_block.create(
    null,
    text.replace(/\n$/, '') === '' ? Fragment.empty : messageSchema.text(text.replace(/\n$/, '')),
  );

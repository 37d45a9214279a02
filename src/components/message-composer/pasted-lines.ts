import type { Mark, Node } from 'prosemirror-model';
import { messageSchema } from '../../rich-text/message-schema.js';

const { paragraph, hard_break: hardBreak } = messageSchema.nodes;

/** Text, lines and paragraphs in the order in which they are read become blocks of a message, without empty ones. */
export class PastedLines {
  readonly #blocks: Node[] = [];
  #inline: Node[] = [];
  /** A line has ended and the next one has not begun. */
  #isLineOver = false;

  text(text: string, marks: readonly Mark[], keepsLines: boolean): void {
    if (!keepsLines) this.#words(text.replace(/[ \t\r\n\f]+/g, ' '), marks);
    else
      text.split(/\r\n?|\n/).forEach((line, index) => {
        if (index > 0) this.lineBreak();
        this.#words(line, marks);
      });
  }

  /** Ends the line. */
  line(): void {
    this.#isLineOver = this.#inline.length > 0;
  }

  /** Ends the line; on a line that is empty, the paragraph. */
  lineBreak(): void {
    if (this.#isLineOver || this.#inline.length === 0) this.paragraph();
    else this.#isLineOver = true;
  }

  paragraph(): void {
    while (isSpace(this.#inline.at(-1))) this.#inline.pop();
    if (this.#inline.length > 0) this.#blocks.push(paragraph.create(null, this.#inline));
    this.#inline = [];
    this.#isLineOver = false;
  }

  /** Content of a line, as it is. */
  inline(content: readonly Node[]): void {
    if (content.length === 0) return;
    this.#beginLine();
    this.#inline.push(...content);
  }

  block(block: Node): void {
    this.paragraph();
    this.#blocks.push(block);
  }

  finish(): readonly Node[] {
    this.paragraph();
    return this.#blocks;
  }

  #words(text: string, marks: readonly Mark[]): void {
    const last = this.#inline.at(-1);
    const isAtStart =
      this.#isLineOver || last === undefined || last.type === hardBreak || last.text?.endsWith(' ') === true;
    const words = isAtStart ? text.replace(/^ +/, '') : text;
    if (words === '') return;
    this.#beginLine();
    this.#inline.push(messageSchema.text(words, marks));
  }

  #beginLine(): void {
    if (this.#isLineOver) this.#inline.push(hardBreak.create());
    this.#isLineOver = false;
  }
}

const isSpace = (node: Node | undefined): boolean => node?.isText === true && node.text?.trim() === '';

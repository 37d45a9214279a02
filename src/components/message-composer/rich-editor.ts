import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Fragment, Slice } from 'prosemirror-model';
import type { Node, ResolvedPos } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState, TextSelection } from 'prosemirror-state';
import type { Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { visibleTextOf } from '../../core/text/visible-text.js';
import { messageSchema, plainSchema } from '../../rich-text/message-schema.js';
import { readMarkdown } from '../../rich-text/read-markdown.js';
import { writeMarkdown } from '../../rich-text/write-markdown.js';
import type { Caret } from './carets.js';
import type { EditorHost } from './editor-host.js';
import { editorKeys } from './editor-keys.js';
import { addressOf, linkAround, linkOf } from './editor-links.js';
import type { Formatting } from './formatting.js';
import { fromOutside, tamed } from './from-outside.js';
import type { ReplyQuery } from './quick-reply.js';
import { typedFormattingPlugin } from './typed-formatting.js';
import { isOfComposition } from '../../views/composing.js';

const LISTS: ReadonlySet<Formatting> = new Set(['bullet_list', 'ordered_list']);
const BREAK = '\uFFFC';
const REPLY_QUERY = /(?:^|[\s\uFFFC])\/(\S{0,40})$/u;

/** The editing surface of a message. Loaded when a composer is shown; knows nothing of Lit. */
export class RichEditor {
  readonly #host: EditorHost;
  readonly #view: EditorView;

  constructor(place: HTMLElement, host: EditorHost, text: string) {
    this.#host = host;
    this.#view = new EditorView(place, {
      state: this.#stateOf(text),
      editable: () => !host.isDisabled,
      attributes: (state) => ({
        ...host.attributes,
        class: isEmpty(state.doc) ? 'surface rich empty' : 'surface rich',
        'aria-readonly': String(host.isDisabled),
        translate: 'no',
        tabindex: '0',
      }),
      // What belongs to a composition is no command of ours.
      handleKeyDown: (_view, event) => isOfComposition(event) || host.keyDown(event),
      ...fromOutside(),
      dispatchTransaction: (transaction) => {
        this.#view.updateState(this.#view.state.apply(transaction));
        host.changed(transaction.docChanged);
      },
    });
  }

  get text(): string {
    const { doc } = this.#view.state;
    return doc.type.schema === messageSchema ? writeMarkdown(doc) : doc.textBetween(0, doc.content.size, '\n', '\n');
  }

  get hasFocus(): boolean {
    return this.#view.hasFocus();
  }

  get caret(): Caret {
    const { anchor, head } = this.#view.state.selection;
    return { anchor, head };
  }

  /** Where the caret is, and whether keys go there. */
  get place(): Caret & { readonly hasFocus: boolean } {
    return { ...this.caret, hasFocus: this.hasFocus };
  }

  /**
   * Another text, with no way back to the one before: it may have been written to somebody else.
   *
   * @param caret where it was in this text; at the end without it
   */
  reset(text: string, caret?: Caret): void {
    this.#view.updateState(this.#stateOf(text, caret));
  }

  /** Applies what the host says now. */
  refresh(): void {
    this.#view.setProps({});
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }

  isActive(formatting: Formatting): boolean {
    const { $from, from, to, empty } = this.#view.state.selection;
    const { doc, storedMarks } = this.#view.state;
    if (LISTS.has(formatting)) return listAround(this.#view.state) === formatting;
    const type = messageSchema.marks[formatting];
    if (!type) return false;
    return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
  }

  toggle(formatting: Formatting): void {
    const { state } = this.#view;
    const command = LISTS.has(formatting) ? listCommand(formatting, state) : markCommand(formatting);
    command(state, this.#view.dispatch.bind(this.#view), this.#view);
    this.focus();
  }

  /** The address of the link that the selection is in, empty when there is none. */
  get link(): string {
    return linkOf(this.#view.state);
  }

  /** Links what is selected; where nothing is, writes the address itself. An empty address takes the link away. */
  setLink(address: string): boolean {
    const href = addressOf(address);
    if (href === undefined && address !== '') return false;
    const { state } = this.#view;
    const type = messageSchema.marks.link;
    const { from, to } = href === undefined || state.selection.empty ? linkAround(state) : state.selection;
    const transaction = state.tr.removeMark(from, to, type);
    if (href !== undefined) {
      if (from === to) transaction.insertText(address, from);
      transaction.addMark(from, from === to ? from + address.length : to, type.create({ href }));
      transaction.removeStoredMark(type);
    }
    this.#view.dispatch(transaction.scrollIntoView());
    this.focus();
    return true;
  }

  /** What is typed after a slash, right before the caret. */
  get replyQuery(): ReplyQuery | undefined {
    const { empty, $from, from } = this.#view.state.selection;
    if (!empty || $from.parent.type.spec.code) return undefined;
    const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 60), $from.parentOffset, '', BREAK);
    const text = REPLY_QUERY.exec(before)?.[1];
    return text === undefined ? undefined : { text, from: from - text.length - 1, to: from };
  }

  /** Puts a ready text in place of what asked for it. */
  insert(markdown: string, { from, to }: Pick<ReplyQuery, 'from' | 'to'>): void {
    const { content } = this.#documentOf(this.#host.isFormatted ? markdown : visibleTextOf(markdown));
    const isOpen = (node: Node | null): number => (node?.type.name === 'paragraph' ? 1 : 0);
    const slice = new Slice(Fragment.from(content), isOpen(content.firstChild), isOpen(content.lastChild));
    const { tr, doc } = this.#view.state;
    this.#view.dispatch(
      tr
        .setSelection(TextSelection.create(doc, from, to))
        .replaceSelection(slice)
        .scrollIntoView(),
    );
  }

  #stateOf(text: string, caret?: Caret): EditorState {
    const doc = this.#documentOf(text);
    const placeOf = (position: number): ResolvedPos => doc.resolve(Math.min(position, doc.content.size));
    const rules = this.#host.isFormatted ? [typedFormattingPlugin()] : [];
    return EditorState.create({
      doc,
      selection: caret ? TextSelection.between(placeOf(caret.anchor), placeOf(caret.head)) : TextSelection.atEnd(doc),
      plugins: [...rules, editorKeys(this.#host), history(), keymap(baseKeymap)],
    });
  }

  #documentOf(raw: string): Node {
    const text = tamed(raw);
    const doc = this.#host.isFormatted ? readMarkdown(text) : undefined;
    if (doc?.firstChild) return doc;
    const schema = this.#host.isFormatted ? messageSchema : plainSchema;
    return schema.node(
      'doc',
      null,
      text.split('\n').map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)])),
    );
  }
}

const isEmpty = (doc: Node): boolean =>
  doc.childCount === 1 && doc.firstChild?.isTextblock === true && doc.firstChild.content.size === 0;

function markCommand(formatting: Formatting): Command {
  const type = messageSchema.marks[formatting];
  return type ? toggleMark(type) : () => false;
}

function listAround({ selection: { $from } }: EditorState): string | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { name } = $from.node(depth).type;
    if (name.endsWith('_list')) return name;
  }
  return undefined;
}

function listCommand(formatting: Formatting, state: EditorState): Command {
  const { list_item: item } = messageSchema.nodes;
  if (listAround(state) === formatting) return liftListItem(item);
  const type = messageSchema.nodes[formatting];
  return type ? wrapInList(type) : () => false;
}

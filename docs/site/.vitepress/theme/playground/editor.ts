import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Finding } from './findings.js';
import type { SchemaHelp } from './schema-help.js';

/** An editor of one document. */
export interface Editor {
  text: string;
  /** Marks what was found, at its lines. */
  mark(findings: readonly Finding[]): void;
  /** Puts the caret where something was found. */
  goTo(finding: Finding): void;
  /** The line of what was found, counted from 1. */
  lineOf(finding: Finding): number;
  close(): void;
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.string, color: 'var(--code-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-value)' },
]);

/** @param onChange called after each change, also one made by setting `text` */
export function openEditor(parent: Element, help: SchemaHelp, onChange: (text: string) => void): Editor {
  const view = new EditorView({
    parent,
    extensions: [
      lineNumbers(),
      foldGutter(),
      lintGutter(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      json(),
      syntaxHighlighting(colours),
      autocompletion({ override: [(context) => help.complete(context)] }),
      help.hover,
      // Tab goes on to what follows the editor, as everywhere on a page.
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...lintKeymap,
      ]),
      EditorState.tabSize.of(2),
      EditorView.contentAttributes.of({ 'aria-label': 'Configuration document', tabindex: '0', spellcheck: 'false' }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) onChange(state.doc.toString());
      }),
    ],
  });
  const within = (position: number): number => Math.min(position, view.state.doc.length);
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(insert) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
    },
    mark(findings) {
      const diagnostics = findings.map(({ from, to, ...what }) => ({ ...what, from: within(from), to: within(to) }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo({ from, to }) {
      const selection = { anchor: within(from), head: within(to) };
      view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) });
      view.focus();
    },
    lineOf: ({ from }) => view.state.doc.lineAt(within(from)).number,
    close: () => view.destroy(),
  };
}

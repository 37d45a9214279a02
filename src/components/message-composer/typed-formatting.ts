import { closeHistory, undo } from 'prosemirror-history';
import { Plugin, PluginKey } from 'prosemirror-state';
import type { Command, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { takenBack, typedFormatting } from './editor-rules.js';
import type { TypedMark } from './editor-rules.js';

interface Typed {
  /** Nothing has happened since signs became formatting. */
  readonly isFresh: boolean;
  /** The mark whose word may still go on. */
  readonly mark?: TypedMark | undefined;
}

const key = new PluginKey<Typed>('typed-formatting');
const NOTHING: Typed = { isFresh: false };

/**
 * What is typed as Markdown becomes what it says, at the edges of words only. The signs are in the document before they
 * become formatting, which is a step of its own: one undo brings them back.
 */
export const typedFormattingPlugin = (): Plugin<Typed> =>
  new Plugin<Typed>({
    key,
    state: {
      init: () => NOTHING,
      apply: (transaction, before) => (transaction.getMeta(key) as Typed | undefined) ?? later(transaction, before),
    },
    props: {
      handleTextInput: (view, _from, _to, _text, insertion) => {
        if (view.composing) return false;
        view.dispatch(insertion());
        format(view);
        return true;
      },
      handleDOMEvents: {
        compositionend: (view) => {
          // What was composed is in the document afterwards.
          setTimeout(() => {
            if (!view.isDestroyed && !view.composing) format(view);
          });
        },
      },
    },
  });

/** Takes back the formatting that was just typed. */
export const undoTyped: Command = (state, dispatch) =>
  key.getState(state)?.isFresh === true ? undo(state, dispatch) : false;

function later({ docChanged, selectionSet, mapping }: Transaction, before: Typed): Typed {
  if (!docChanged) return selectionSet ? NOTHING : before;
  const { mark } = before;
  // What is typed at its end comes after it.
  return mark
    ? { isFresh: false, mark: { ...mark, from: mapping.map(mark.from, 1), to: mapping.map(mark.to, -1) } }
    : NOTHING;
}

function format(view: EditorView): void {
  const mark = key.getState(view.state)?.mark;
  const back = mark && mark.from < mark.to ? takenBack(view.state, mark) : undefined;
  if (back) view.dispatch(back.setMeta(key, NOTHING));
  const typed = typedFormatting(view.state);
  if (!typed) return;
  const state: Typed = { isFresh: true, mark: typed.mark };
  // A step that begins anew, and that nothing is added to: the history reads the time as long ago.
  view.dispatch(closeHistory(typed.transaction).setTime(0).setMeta(key, state).scrollIntoView());
}

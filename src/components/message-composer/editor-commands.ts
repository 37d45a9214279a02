import { exitCode, newlineInCode } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';

/** A line break inside a paragraph. */
export const insertBreak: Command = (state, dispatch) => {
  const type = state.schema.nodes.hard_break;
  if (!type) return false;
  dispatch?.(state.tr.replaceSelectionWith(type.create(), true).scrollIntoView());
  return true;
};

export const newLineInCode: Command = newlineInCode;

/** From the empty last line of a code block to a paragraph below it. */
export const leaveCodeBlock: Command = (state, dispatch, view) => {
  const { $head, empty } = state.selection;
  const { parent, parentOffset, pos } = $head;
  if (!empty || !parent.type.spec.code || parentOffset !== parent.content.size || !parent.textContent.endsWith('\n'))
    return false;
  if (!dispatch) return true;
  dispatch(state.tr.delete(pos - 1, pos));
  return view ? exitCode(view.state, view.dispatch.bind(view), view) : false;
};

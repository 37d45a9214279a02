import { chainCommands, createParagraphNear, liftEmptyBlock, splitBlock, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { messageSchema } from '../../rich-text/message-schema.js';
import { insertBreak, leaveCodeBlock, newLineInCode } from './editor-commands.js';
import type { EditorHost } from './editor-host.js';
import { undoTyped } from './typed-formatting.js';

/** What keys do in a message beyond writing: they send, break lines, undo and format. */
export function editorKeys(host: EditorHost): Plugin {
  const submit: Command = () => {
    host.submit();
    return true;
  };
  const paragraph = chainCommands(createParagraphNear, liftEmptyBlock, splitBlock);
  const general: Readonly<Record<string, Command>> = {
    'Mod-Enter': submit,
    'Mod-z': undo,
    'Shift-Mod-z': redo,
    'Mod-y': redo,
  };
  if (!host.isFormatted) {
    const enter: Command = (...args) => (host.submitOn === 'enter' ? submit : paragraph)(...args);
    return keymap({ ...general, Enter: enter, 'Shift-Enter': insertBreak });
  }
  const { strong, em, list_item: item } = { ...messageSchema.marks, ...messageSchema.nodes };
  const inside = chainCommands(leaveCodeBlock, newLineInCode, splitListItem(item));
  const enter: Command = (...args) => (host.submitOn === 'enter' ? submit : chainCommands(inside, paragraph))(...args);
  const shiftEnter: Command = (...args) =>
    (host.submitOn === 'enter'
      ? chainCommands(inside, liftEmptyBlock, insertBreak)
      : chainCommands(newLineInCode, insertBreak))(...args);
  return keymap({
    ...general,
    Enter: enter,
    'Shift-Enter': shiftEnter,
    Backspace: undoTyped,
    'Mod-b': toggleMark(strong),
    'Mod-i': toggleMark(em),
    'Mod-]': sinkListItem(item),
    'Mod-[': liftListItem(item),
  });
}

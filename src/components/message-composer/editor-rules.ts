import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { MarkType } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';
import { messageSchema } from '../../rich-text/message-schema.js';

/** What is typed as Markdown becomes what it says. */
export function formattingRules(): Plugin {
  const { bullet_list: bullets, ordered_list: numbers, code_block: block } = messageSchema.nodes;
  const { code, strong, em, strike } = messageSchema.marks;
  return inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*]\s$/, bullets),
      wrappingInputRule(
        /^(\d{1,9})[.)]\s$/,
        numbers,
        ([, number]) => ({ order: Number(number) }),
        ([, number], node) => node.childCount + Number(node.attrs.order) === Number(number),
      ),
      textblockTypeInputRule(/^```$/, block),
      markRule(/(?:^|[^`])(`([^`]+)`)$/, code),
      markRule(/(?:^|[^*])(\*\*([^*\s](?:[^*]*[^*\s])?)\*\*)$/, strong),
      markRule(/(?:^|[^*])(\*([^*\s](?:[^*]*[^*\s])?)\*)$/, em),
      markRule(/(?:^|[^~])(~~([^~\s](?:[^~]*[^~\s])?)~~)$/, strike),
    ],
  });
}

/** The pattern's first group is the text with its delimiters, the second without them. */
function markRule(pattern: RegExp, type: MarkType): InputRule {
  return new InputRule(pattern, ({ tr }, [, whole = '', text = ''], _start, end) => {
    const delimiter = (whole.length - text.length) / 2;
    // The last character of the delimiter is being typed and not in the document yet.
    const from = end - (whole.length - 1);
    tr.delete(end - (delimiter - 1), end).delete(from, from + delimiter);
    return tr.addMark(from, from + text.length, type.create()).removeStoredMark(type);
  });
}

import { isBlank } from '../../core/text/blank.js';
import type { ReplyDraft } from '../../core/state/begun.js';

export const NO_REPLY: ReplyDraft = { text: '', toAll: false, isOpen: false };

/** What is left of a draft once `text` is sent: nothing, unless something else was written meanwhile. */
export const afterSent = (draft: ReplyDraft, text: string): ReplyDraft | undefined =>
  draft.text === text ? undefined : draft;

export const isEmptyReply = ({ text }: ReplyDraft): boolean => isBlank(text);

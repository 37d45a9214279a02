import { folded } from '../../core/text/folded.js';

/** A ready answer. */
export interface QuickReply {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** What is typed after a slash, and where it stands in the document. */
export interface ReplyQuery {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const MOST = 20;

/** The replies whose title or text contains what was typed: titles that begin with it first, then other titles. */
export function repliesFor(typed: string, replies: readonly QuickReply[]): readonly QuickReply[] {
  const part = folded(typed);
  const rankOf = ({ title, text }: QuickReply): number => {
    const name = folded(title);
    return name.startsWith(part) ? 0 : name.includes(part) ? 1 : folded(text).includes(part) ? 2 : 3;
  };
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ reply }) => reply);
}

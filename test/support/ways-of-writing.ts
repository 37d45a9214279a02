import { allWithin } from './mounting.js';

/** Begins with a letter that is written left to right, has none of the other way, and ends like a sentence. */
const SENTENCE = /^[\d\s"'(<]*[a-zé][^\u0590-\u08FF]*[a-zé)”][.…:]\s*$/iu;

/** Sentences written left to right whose end is not at their right: what becomes of them in a page of the other direction. */
export function endsOnTheWrongSide(within: ParentNode): readonly string[] {
  const found = allWithin(within)
    .flatMap((element) => [...element.childNodes])
    .filter((node): node is Text => node instanceof Text && SENTENCE.test(node.data) && isSeen(node) && isTurned(node))
    .map(({ data }) => data.trim());
  return [...new Set(found)];
}

const isSeen = ({ parentElement: place }: Text): boolean =>
  place === null || getComputedStyle(place).clipPath === 'none';

function isTurned(text: Text): boolean {
  const end = text.data.trimEnd().length;
  const letter = boxOf(text, end - 2);
  const sign = boxOf(text, end - 1);
  const isInOneLine = letter.bottom > sign.top && sign.bottom > letter.top;
  return isInOneLine && sign.width > 0 && sign.left < letter.left;
}

function boxOf(text: Text, at: number): DOMRect {
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  return range.getBoundingClientRect();
}

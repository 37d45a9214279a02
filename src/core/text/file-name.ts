import { displayableText, endOfStep, startOfEnd } from './displayable-text.js';

/** Marks that only steer direction have no place in the name of a file: they hide which kind it is. */
const STEERING = /\p{Bidi_Control}+/gu;
/** What file systems take for something else, and what is not seen. */
// eslint-disable-next-line no-control-regex -- control characters are what must go
const UNSAFE = /[\u0000-\u001F\u007F-\u009F<>:"/\\|?*\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD]+/g;
/** Windows opens a device for these, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const ENDING = /\.[\p{L}\p{N}]{1,16}$/u;
const MOST = 120;
const SHOWN = 60;

/** What stands behind the last dot of a name, with the dot; the empty text where that is no ending. */
export const endingOf = (name: string): string => ENDING.exec(name.slice(-20))?.[0] ?? '';

/** A name as it is shown: what turns it round is seen, and of a long one the end as well, which says what it is. */
export function shownFileName(name: string): string {
  const plain = displayableText(name, 1000).replace(STEERING, '\uFFFD').replace(/\s+/g, ' ').trim();
  if (plain.length <= SHOWN) return plain;
  return `${plain.slice(0, endOfStep(plain, 0, SHOWN - 17))}…${plain.slice(startOfEnd(plain, 16))}`;
}

/** A name under which every system keeps a file, as close to its own as can be. */
export function safeFileName(name: string, fallback = 'file'): string {
  const plain = displayableText(name, 1000)
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = endingOf(plain);
  const title = plain.slice(0, plain.length - ending.length);
  const cut = title.slice(0, endOfStep(title, 0, MOST - ending.length)).trimEnd();
  return cut === '' || DEVICE.test(cut) ? `${fallback}${cut === '' ? '' : ` ${cut}`}${ending}` : `${cut}${ending}`;
}

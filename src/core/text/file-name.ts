import { isBlank } from './blank.js';
import { displayableText, endOfStep, startOfEnd, textOf } from './displayable-text.js';

/** Marks that only steer, direction or machines, have no place in the name of a file: they hide which kind it is. */
const STEERING = /[\p{Bidi_Control}\p{Cc}]+/gu;
/** What file systems take for something else, and what is not seen. */
// eslint-disable-next-line no-control-regex -- control characters are what must go
const UNSAFE = /[\u0000-\u001F\u007F-\u009F<>:"/\\|?*\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD]+/g;
/** Windows opens a device for these, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const ENDING = /\.[\p{L}\p{N}]{1,16}$/u;
const MOST = 120;
/** Of a name that is longer, beginning and end are looked at. */
const MOST_READ = 1000;
const SHOWN = 60;

/** What stands behind the last dot of a name, with the dot; the empty text where that is no ending. */
export const endingOf = (name: string): string => ENDING.exec(name.slice(-20))?.[0] ?? '';

/** What can be shown of a name. What it is stands at the end, however long it is. */
function readable(name: string): string {
  const text = textOf(name);
  const half = MOST_READ / 2;
  const read = text.length > MOST_READ ? `${text.slice(0, half)} ${text.slice(-half)}` : text;
  return displayableText(read, read.length);
}

/** A name as it is shown: what turns it round is seen, and of a long one the end as well, which says what it is. */
export function shownFileName(name: string): string {
  const plain = readable(name).replace(/\s+/g, ' ').replace(STEERING, '\uFFFD').trim();
  if (isBlank(plain)) return '';
  if (plain.length <= SHOWN) return plain;
  return `${plain.slice(0, endOfStep(plain, 0, SHOWN - 17))}…${plain.slice(startOfEnd(plain, 16))}`;
}

/** A name under which every system keeps a file, as close to its own as can be. */
export function safeFileName(name: string, fallback = 'file'): string {
  const plain = readable(name)
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = endingOf(plain);
  const title = plain.slice(0, plain.length - ending.length);
  const cut = title.slice(0, endOfStep(title, 0, MOST - ending.length)).trimEnd();
  return cut === '' || DEVICE.test(cut) ? `${fallback}${cut === '' ? '' : ` ${cut}`}${ending}` : `${cut}${ending}`;
}

/** So many are named; of the others it is said that there are some. */
const MOST_NAMED = 5;

/** The names of several files, as they are shown, in one line; the empty text where there are none. */
export const shownFileNames = (files: readonly { readonly name: string }[]): string =>
  [
    ...files.slice(0, MOST_NAMED).map(({ name }) => shownFileName(name)),
    ...(files.length > MOST_NAMED ? [`+${String(files.length - MOST_NAMED)}`] : []),
  ].join(', ');

import { displayableText, endOfStep } from '../text/displayable-text.js';

const MOST = 80;
/** What file systems take for something else, and what turns the direction of what follows. */
// eslint-disable-next-line no-control-regex -- control characters are what must go
const UNSAFE = /[\u0000-\u001F\u007F-\u009F<>:"/\\|?*\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD]+/g;
/** Windows opens a device for these, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name under which every system keeps a file, close to the title of what is in it. */
export function fileNameOf(title: string, fallback: string, extension: 'txt' | 'vtt'): string {
  const words = displayableText(title, 300).replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  const name = words.slice(0, endOfStep(words, 0, MOST)).replace(/^[. ]+|[. ]+$/g, '');
  return `${name === '' || DEVICE.test(name) ? `${fallback} ${name}`.trim() : name}.${extension}`;
}

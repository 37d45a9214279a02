import type { DOMPurify, WindowLike } from 'dompurify';
import { OTHER_ATTRIBUTES, PLAIN_ATTRIBUTES, TAGS } from './mail-rules.js';

/** Loaded when the first HTML mail is shown. */
export const loadSanitizer = async (): Promise<DOMPurify> => (await import('dompurify')).default;

const FORBIDDEN = ['base', 'form', 'iframe', 'link', 'math', 'meta', 'object', 'script', 'style', 'svg', 'template'];

/**
 * The HTML of a mail as inert, sanitised nodes. It is parsed in the realm of the frame that will show it: the page's
 * own content security policy then does not report each style attribute of a stranger as its violation. The browser's
 * own sanitizer has no part in it: Chromium 156 crashes at a `<marquee>`.
 *
 * Throws where there is nothing to be shown: a page of frames, or trusted types that do not let `dompurify` make HTML.
 */
export function openMail(html: string, sanitizer: DOMPurify, frame: Window): Node {
  const nodes = sanitizer(frame as unknown as WindowLike).sanitize(html, {
    ALLOWED_TAGS: ['body', ...TAGS],
    ALLOWED_ATTR: [...PLAIN_ATTRIBUTES, ...OTHER_ATTRIBUTES],
    FORBID_TAGS: FORBIDDEN,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM: true,
  }) as Node | null;
  if (!nodes) throw new TypeError('The mail has no body that could be shown.');
  return nodes;
}

import type { DOMPurify, WindowLike } from 'dompurify';
import { OTHER_ATTRIBUTES, PLAIN_ATTRIBUTES, TAGS } from './mail-rules.js';

/** Loaded when the first HTML mail is shown. */
export const loadSanitizer = async (): Promise<DOMPurify> => (await import('dompurify')).default;

const FORBIDDEN = ['base', 'form', 'iframe', 'link', 'math', 'meta', 'object', 'script', 'style', 'svg', 'template'];

type Realm = WindowLike & { readonly Document: { parseHTML?(html: string, options: object): Document } };

/**
 * The HTML of a mail as inert, sanitised nodes. It is parsed in the realm of the frame that will show it: the page's
 * own content security policy then does not report each style attribute of a stranger as its violation. A browser with
 * a sanitizer of its own parses it there, which trusted types allow; DOMPurify goes over it in any case.
 *
 * Throws where a browser without one is forbidden to make HTML.
 */
export function openMail(html: string, sanitizer: DOMPurify, frame: Window): Node {
  const realm = frame as unknown as Realm;
  const purifier = sanitizer(realm);
  const rules = {
    ALLOWED_TAGS: ['body', ...TAGS],
    ALLOWED_ATTR: [...PLAIN_ATTRIBUTES, ...OTHER_ATTRIBUTES],
    FORBID_TAGS: FORBIDDEN,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
  };
  if (!realm.Document.parseHTML) return purifier.sanitize(html, { ...rules, RETURN_DOM: true });
  const { body } = realm.Document.parseHTML(html, { sanitizer: {} });
  purifier.sanitize(body, { ...rules, IN_PLACE: true, TRUSTED_TYPES_POLICY: null as never });
  return body;
}

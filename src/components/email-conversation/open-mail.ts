import type { DOMPurify, WindowLike } from 'dompurify';
import { ownPolicy } from '../../views/own-policy.js';
import { OTHER_ATTRIBUTES, PLAIN_ATTRIBUTES, TAGS } from './mail-rules.js';

/** Loaded when the first HTML mail is shown. */
export const loadSanitizer = async (): Promise<DOMPurify> => (await import('dompurify')).default;

const FORBIDDEN = 'base form iframe link math meta noframes object script style svg template'.split(' ');
/** A policy also reports what it refuses in a document that is only parsed. */
const REPORTED = /<(\/?)(style|base)(?=[\s/>]|$)/gi;

/** What style attributes are called while a mail is taken apart. */
export const STYLE = 'style-of-mail';
const ADDED = STYLE.slice('style'.length);
const RENAMED = /(style)-of-mail/gi;

/**
 * The HTML of a mail as inert, sanitised nodes; `STYLE` is its style attributes. Browsers report a style attribute that
 * a policy forbids as soon as it is parsed, wherever that is, so it is not called that. It is parsed in the realm of the
 * frame that will show it, under that frame's policy. The browser's own sanitizer has no part in it: Chromium 156
 * crashes at a `<marquee>`.
 *
 * Throws where there is nothing to be shown: a page of frames, or trusted types that let neither `dompurify` make HTML nor the name that
 * the host has chosen (`nameTrustedTypesPolicy`).
 */
export function openMail(html: string, sanitizer: DOMPurify, frame: Window): Node {
  const renamed = html.replace(/style(?=\s*=)/gi, `$&${ADDED}`).replace(REPORTED, unreported);
  const policy = ownPolicy(frame);
  const nodes = sanitizer(frame as unknown as WindowLike).sanitize(renamed, {
    ALLOWED_TAGS: ['body', ...TAGS],
    ALLOWED_ATTR: [...PLAIN_ATTRIBUTES, ...OTHER_ATTRIBUTES, STYLE],
    ADD_URI_SAFE_ATTR: [STYLE],
    FORBID_TAGS: FORBIDDEN,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM: true,
    ...(policy && { TRUSTED_TYPES_POLICY: policy as never }),
  }) as Node | null;
  if (!nodes) throw new TypeError('The mail has no body that could be shown.');
  nameBack(nodes);
  return nodes;
}

/** Style sheets become another element whose content is text that nobody sees; a base becomes none. */
const unreported = (_tag: string, slash: string, name: string): string =>
  `<${slash}${name.toLowerCase() === 'style' ? 'noframes' : 'base-of-mail'}`;

/** What is no attribute's name is text of the mail, or part of an address. */
function nameBack(nodes: Node): void {
  const { SHOW_ELEMENT, SHOW_TEXT } = NodeFilter;
  const walker = (nodes.ownerDocument ?? document).createTreeWalker(nodes, SHOW_ELEMENT | SHOW_TEXT);
  for (let node: Node | null = nodes; node; node = walker.nextNode()) {
    const places = node.nodeType === Node.TEXT_NODE ? [node] : [...(node as Element).attributes];
    for (const place of places)
      if (place.nodeValue?.includes(ADDED)) place.nodeValue = place.nodeValue.replace(RENAMED, '$1');
  }
}

import { safeUrl } from '../../core/fields/safe-url.js';
import { parseUrl } from '../../core/fields/parse-url.js';

/** Above either, a mail is shown as text: laying it out could freeze the page. */
export const MOST_CHARACTERS = 500_000;
export const MOST_NODES = 20_000;

export const TAGS: readonly string[] = (
  'a abbr address article b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em ' +
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main ol p pre q rp rt ruby s samp section ' +
  'small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr'
).split(' ');

/** What is taken over as it is. No ids or names, and no titles: a tooltip over a link would lie about it. */
export const PLAIN_ATTRIBUTES: readonly string[] = (
  'align bgcolor border cellpadding cellspacing color colspan dir face height hspace lang nowrap reversed rowspan scope ' +
  'size span start type valign value vspace width'
).split(' ');

/** Looked at before they become something. */
export const OTHER_ATTRIBUTES: readonly string[] = ['alt', 'background', 'href', 'src'];

const STYLES =
  /^(?:background-color|border(?:-(?:top|right|bottom|left|block|inline)(?:-(?:start|end|left|right))?)?-(?:color|style|width|radius)|border-(?:collapse|spacing)|caption-side|clear|color|direction|display|float|font-[a-z-]+|(?:max-|min-)?(?:height|width)|letter-spacing|line-height|list-style-(?:position|type)|margin-[a-z]+|padding-[a-z]+|table-layout|text-[a-z-]+|unicode-bidi|vertical-align|white-space(?:-[a-z]+)?|word-break)$/;
const DISPLAYS = /^(?:block|inline|inline-block|list-item|none|table[a-z-]*)$/;
/** The functions of colours and sums. Others load something, or ask for something outside of the mail. */
const FUNCTIONS = /\b(?:calc|hsla?|max|min|rgba?)\(/g;

/** Whether a property of an inline style, as the browser has understood it, only changes how the mail itself looks. */
export function isHarmlessStyle(property: string, value: string): boolean {
  if (!STYLES.test(property) || value.replace(FUNCTIONS, '').includes('(')) return false;
  // A margin below zero would lay a mail over itself, such as one link over another.
  if (property.startsWith('margin') && value.includes('-')) return false;
  return property !== 'display' || DISPLAYS.test(value);
}

/** How many images from elsewhere the value of a style asks for. */
export const remoteImagesIn = (value: string): number => value.match(/url\(["']?(?:https?:)?\/\//gi)?.length ?? 0;

const DATA_IMAGE = /^data:image\/(?:avif|bmp|gif|jpe?g|png|webp)[;,]/i;

/** Where an image of a mail comes from. */
export type ImageSource =
  | { readonly kind: 'remote'; readonly url: string }
  | { readonly kind: 'inside'; readonly url: string }
  | { readonly kind: 'attached' | 'none' };

/** Images come over https alone, and never from the page's own place: a relative address has no meaning in a mail. */
export function imageSource(text: string): ImageSource {
  const source = text.trim();
  if (/^cid:/i.test(source)) return { kind: 'attached' };
  if (DATA_IMAGE.test(source)) return { kind: 'inside', url: source };
  const url = parseUrl(source.startsWith('//') ? `https:${source}` : source);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return { kind: 'none' };
  return { kind: 'remote', url: url.href.replace(/^http:/, 'https:') };
}

/** A link as it is opened, and where it really leads, in words for the reader. */
export interface MailLink {
  readonly href: string;
  readonly leadsTo: string;
}

/** The link that an address in a mail becomes; undefined when it leads to no place that is plainly harmless. */
export function mailLink(text: string): MailLink | undefined {
  const address = text.trim();
  if (/^(?:mailto|tel):/i.test(address)) {
    const [plain = ''] = address.split('?');
    const href = safeUrl(plain, 'link');
    return href === undefined ? undefined : { href, leadsTo: href.slice(href.indexOf(':') + 1) };
  }
  const url = parseUrl(address);
  const href = url && safeUrl(url.href, 'link');
  return href === undefined ? undefined : { href, leadsTo: url?.host ?? '' };
}

const WRITTEN_HOST = /^\s*(?:https?:\/\/)?((?:[\p{L}\p{N}_-]{1,63}\.){1,8}\p{L}{2,24})(?:[/:?#]|\s*$)/iu;

/** Whether the text of a link names another place than the one it leads to. */
export function isLyingLink(text: string, { href }: MailLink): boolean {
  const written = WRITTEN_HOST.exec(text.slice(0, 2000).normalize('NFKC'))?.[1];
  const real = parseUrl(href)?.hostname;
  if (written === undefined || real === undefined || real === '') return false;
  const named = parseUrl(`https://${written}`)?.hostname ?? written;
  const [one, other] = [named, real].map((host) => host.replace(/^www\./, ''));
  return one !== other && !real.endsWith(`.${one ?? ''}`);
}

import type { ParsedUrl } from './parse-url.js';
import { parseUrl } from './parse-url.js';

/**
 * What a URL is for:
 *
 * - `link`: somebody clicks it, so that plain `http:`, `tel:` and `mailto:` are fine too;
 * - `frame`: it is shown inside the page;
 * - `request`: the page asks for it by itself (map tiles, geocoder).
 */
export type UrlPurpose = 'link' | 'frame' | 'request';

const LONGEST = 8000;

/**
 * Browsers drop tabs and line breaks inside a URL, trim what stands around it and read a backslash as a slash; whoever
 * checks the text then checks another URL than the one that opens. Direction marks make it read as another one.
 */
const TRICKS = /[\p{Cc}\p{Z}\p{Bidi_Control}\\]/u;

/** `https:example.com` and `https:///example.com` are read as `https://example.com`. Nobody writes them in good faith. */
const WEB = /^https?:\/\/([^/?#]+)/i;

/** Numbers only: `*` and `#` carry codes that a telephone acts upon. */
const TEL = /^tel:\+?[\d().-]{2,40}(?:;(?:ext|isub|phone-context)=[\w.+-]{1,60})?$/i;

/** One address, and no header fields such as `bcc` or `attach`. */
const MAILTO = /^mailto:[\w.+'-]{1,64}@[\w.-]{1,255}$/i;

const OWN_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The one gate through which text becomes a URL that is opened, framed or asked for. Answers with the URL as the browser
 * reads it, or with undefined for everything that is not plainly harmless.
 *
 * @param hosts the only hosts allowed, such as `crm.example` or `*.crm.example`; without it, every host
 */
export function safeUrl(text: string, purpose: UrlPurpose, hosts?: readonly string[]): string | undefined {
  // Half a surrogate pair is no matter for a pattern: WebKit's see a whole one where certain characters follow.
  if (text.length > LONGEST || TRICKS.test(text) || !text.isWellFormed()) return undefined;
  if (TEL.test(text) || MAILTO.test(text)) return purpose === 'link' && hosts === undefined ? text : undefined;
  const authority = WEB.exec(text)?.[1];
  const url = authority === undefined || authority.includes('@') ? undefined : parseUrl(text);
  if (!url || !isOfUse(url, purpose)) return undefined;
  return hosts === undefined || hosts.some((pattern) => isHost(url.hostname, pattern)) ? url.href : undefined;
}

/** The http(s) URL that a text is, when it is one and nothing else. */
export function linkOf(text: string): string | undefined {
  const trimmed = text.trim();
  return WEB.test(trimmed) ? safeUrl(trimmed, 'link') : undefined;
}

function isOfUse({ protocol, hostname, username, password }: ParsedUrl, purpose: UrlPurpose): boolean {
  if (hostname === '' || username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && (purpose === 'link' || OWN_MACHINE.has(hostname)));
}

/** Compared as the browser reads both, so that capitals, full-width letters and punycode make no difference. */
function isHost(hostname: string, pattern: string): boolean {
  const isSuffix = pattern.startsWith('*.');
  const name = parseUrl(`https://${isSuffix ? pattern.slice(2) : pattern}`);
  if (!name || name.href !== `https://${name.hostname}/`) return false;
  return isSuffix ? hostname.endsWith(`.${name.hostname}`) : hostname === name.hostname;
}

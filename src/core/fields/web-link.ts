import { parseUrl } from './parse-url.js';
import { safeUrl } from './safe-url.js';

/** A web address, also one with spaces and umlauts in it, as the browser reads it. */
export function webLink(text: string): string | undefined {
  const url = parseUrl(text.trim());
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? safeUrl(url.href, 'link') : undefined;
}

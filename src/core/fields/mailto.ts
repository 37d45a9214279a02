import { parseUrl } from './parse-url.js';

/** A mail that is begun by a click: where it goes, as a URL and in words. */
export interface Mailto {
  readonly href: string;
  /** As people write them, in letters of any script. */
  readonly addresses: readonly string[];
}

const MOST_ADDRESSES = 50;
/** What may stand before the `@` (RFC 5321 and 6531), without quotes. */
const LOCAL = /^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}$/u;
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]{1,255}$/u;
const SEVERAL = /[,;]/;

/**
 * A `mailto:` URL with one or several addresses (RFC 6068), also with umlauts in names and domains; undefined when one of
 * them is none. Header fields such as `bcc` or `attach` are left out.
 */
export function mailtoOf(text: string): Mailto | undefined {
  const [, list] = /^mailto:([^?#]{1,4000})/i.exec(text.trim()) ?? [];
  const parts = list === undefined ? [] : list.split(SEVERAL).map(decoded);
  const mails = parts.filter((part) => part !== '').map(addressOf);
  if (mails.length === 0 || mails.length > MOST_ADDRESSES) return undefined;
  const known = mails.filter((mail) => mail !== undefined);
  if (known.length < mails.length) return undefined;
  return {
    href: `mailto:${known.map(({ local, host }) => `${encodeURIComponent(local)}@${host}`).join(',')}`,
    addresses: known.map(({ local, domain }) => `${local}@${domain}`),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).trim();
  } catch {
    return part.trim();
  }
}

interface Mail {
  readonly local: string;
  readonly domain: string;
  /** The domain as the network knows it. */
  readonly host: string;
}

function addressOf(text: string): Mail | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(0, at));
  const domain = text.slice(at + 1);
  if (!LOCAL.test(local) || !DOMAIN.test(domain)) return undefined;
  const host = parseUrl(`https://${domain}`)?.hostname ?? '';
  return host === '' ? undefined : { local, domain, host };
}

import { mailtoOf } from '../../core/fields/mailto.js';
import { parseUrl } from '../../core/fields/parse-url.js';
import { safeUrl } from '../../core/fields/safe-url.js';
import { webLink } from '../../core/fields/web-link.js';
import { withoutUnseen } from '../../core/text/blank.js';

/** A link as it is opened, and where it really leads, in words for the reader. */
export interface MailLink {
  readonly href: string;
  readonly leadsTo: string;
}

/** Numbers are written with spaces and slashes, and dialled without. */
const BETWEEN_DIGITS = /[\s\u00A0\u202F/]|%20|%C2%A0/gi;

/** The link that an address in a mail becomes; undefined when it leads to no place that is plainly harmless. */
export function mailLink(text: string): MailLink | undefined {
  const address = text.trim();
  if (/^mailto:/i.test(address)) {
    const mail = mailtoOf(address);
    return mail && { href: mail.href, leadsTo: mail.addresses.join(', ') };
  }
  if (/^tel:/i.test(address)) {
    const [number = ''] = address.split('?');
    const href = safeUrl(number.replace(BETWEEN_DIGITS, ''), 'link');
    return href === undefined ? undefined : { href, leadsTo: href.slice(href.indexOf(':') + 1) };
  }
  const href = webLink(address);
  return href === undefined ? undefined : { href, leadsTo: parseUrl(href)?.host ?? '' };
}

/** As far as a text is looked at. */
const LONGEST = 2000;
/** An address with its scheme, whatever names the host: numbers, one word, letters that the network has another name for. */
const WITH_SCHEME = /https?:\/\/([^\s/?#<>"'()]{1,300})[^\s<>"']{0,2000}/giu;
const HOST =
  /(?<![\p{L}\p{N}@._-]|[\p{L}\p{N}]\/)((?:[\p{L}\p{N}_-]{1,63}\.){1,8}(?:xn--[a-z\d-]{1,59}|\p{L}{2,24}))(?![\p{L}\p{N}@_-])/giu;
const ADDRESS =
  /[\p{L}\p{N}._%+'-]{1,64}@((?:[\p{L}\p{N}_-]{1,63}\.){1,8}(?:xn--[a-z\d-]{1,59}|\p{L}{2,24}))(?![\p{L}\p{N}_-])/giu;
const NUMBER = /\+?\d[\d\s()./\u00A0\u202F-]{5,40}\d/g;
const namesOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** What stands there is the name of a file. */
const FILES = namesOf(
  '7z apk avi bmp csv dmg doc docm docx eml exe gif gz heic htm html ics jpeg jpg json key log md mov mp3 mp4 msg msi ' +
    'numbers odp ods odt p7m pages pdf png pps ppt pptx rar rtf svg tar tif tiff txt vcf wav webp xls xlsm xlsx xml zip',
);
/** What is meant as an address even in the middle of a sentence; others may be two sentences without a space. */
const DOMAINS = namesOf(
  'app at au be biz br ca ch cloud cn co com cz de dev dk edu es eu example fi fr gov hu ie in info int io it jp kr li lu ' +
    'me mx net nl no nz online org pl pt ro ru se shop site si sk store tr ua uk us xyz',
);

/** Whether the text of a link names another place than the one it leads to. */
export function isLyingLink(whole: string, { href, leadsTo }: MailLink): boolean {
  // As it is read: of some characters nothing is seen.
  const text = withoutUnseen(whole.slice(0, LONGEST)).normalize('NFKC').trim();
  const mails = [...text.matchAll(ADDRESS)];
  if (href.startsWith('tel:')) {
    const numbers = text.match(NUMBER) ?? [];
    return numbers.length > 0 && !numbers.some((number) => isSameNumber(number, href));
  }
  if (href.startsWith('mailto:')) {
    const targets = leadsTo.toLowerCase().split(', ');
    if (mails.length > 0) return !mails.some(([mail]) => targets.includes(mail.toLowerCase()));
    const hosts = targets.map((target) => hostOf(target.slice(target.lastIndexOf('@') + 1)));
    return placesIn(text).some((named) => !hosts.some((host) => isPartOf(host, named)));
  }
  const real = parseUrl(href)?.hostname ?? '';
  const [mail] = mails;
  if (mail?.[0] === text) return !isPartOf(real, hostOf(mail[1] ?? ''));
  return placesIn(text).some((named) => !isPartOf(real, named));
}

/** The hosts that a text names as addresses. */
function placesIn(text: string): string[] {
  const whole = [...text.matchAll(WITH_SCHEME)].flatMap(({ 1: host = '' }) => {
    const named = parseUrl(`https://${host.replace(/[.,;:!]+$/, '')}`)?.hostname;
    return named === undefined ? [] : [named];
  });
  const rest = text.replace(WITH_SCHEME, ' ');
  const bareOnes = [...rest.matchAll(HOST)]
    .filter(({ 0: match, 1: host = '', index }) => {
      if (/^www\./i.test(host)) return true;
      const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
      const after = rest.slice(index + match.length);
      if (FILES.has(ending) && !after.startsWith('/')) return false;
      return DOMAINS.has(ending) || ending.startsWith('xn--') || (index === 0 && /^(?:$|[/:?#])/.test(after));
    })
    .map(({ 1: host = '' }) => hostOf(host));
  return [...whole, ...bareOnes];
}

const hostOf = (written: string): string => parseUrl(`https://${written}`)?.hostname ?? written;
const bare = (host: string): string => host.replace(/^www\./, '');
const isPartOf = (real: string, named: string): boolean =>
  bare(real) === bare(named) || real.endsWith(`.${bare(named)}`);

/** With or without the code of the country. */
function isSameNumber(written: string, href: string): boolean {
  const [one, other] = [written, href.split(';')[0] ?? ''].map((text) => text.replace(/\D/g, '').slice(-7));
  return one === other;
}

import { safeUrl } from '../../core/fields/safe-url.js';
import { messageSchema } from '../../rich-text/message-schema.js';
import type { Mark } from 'prosemirror-model';

/** How text in pasted HTML looks, as far as a message can look like that. */
export interface PastedLook {
  readonly isStrong: boolean;
  readonly isEm: boolean;
  readonly isStruck: boolean;
  readonly isCode: boolean;
  /** Whether line breaks of the source are line breaks. */
  readonly keepsLines: boolean;
  readonly href?: string | undefined;
}

export const PLAIN: PastedLook = { isStrong: false, isEm: false, isStruck: false, isCode: false, keepsLines: false };

/**
 * The style of an element, read by a parser of its own: where the page's policy forbids style attributes, the element
 * itself has none.
 */
export function styleOf(element: Element): CSSStyleDeclaration {
  const { style } = element.ownerDocument.createElement('span');
  style.cssText = (element.getAttribute('style') ?? '').slice(0, 5000);
  return style;
}

const STRONG: ReadonlySet<string> = new Set(['b', 'strong']);
const EM: ReadonlySet<string> = new Set(['em', 'i', 'cite', 'dfn', 'var']);
const STRUCK: ReadonlySet<string> = new Set(['s', 'del', 'strike']);
const CODE: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt']);

/** What an element says of its look by its name, and by its style, which goes before. */
export function lookOf(element: Element, style: CSSStyleDeclaration, around: PastedLook): PastedLook {
  const { localName } = element;
  const { fontWeight: weight, fontStyle, textDecorationLine, whiteSpace } = style;
  const decoration = textDecorationLine || style.textDecoration;
  return {
    isStrong: weight === '' ? around.isStrong || STRONG.has(localName) : isHeavy(weight, around.isStrong),
    isEm: fontStyle === '' ? around.isEm || EM.has(localName) : /italic|oblique/.test(fontStyle),
    isStruck: around.isStruck || (decoration === '' ? STRUCK.has(localName) : decoration.includes('line-through')),
    isCode: around.isCode || CODE.has(localName),
    keepsLines: whiteSpace === '' ? around.keepsLines || localName === 'textarea' : /pre|break/.test(whiteSpace),
    href: hrefOf(element) ?? around.href,
  };
}

function isHeavy(weight: string, isAround: boolean): boolean {
  if (weight === 'inherit' || weight === 'unset') return isAround;
  return /^bold/.test(weight) || Number(weight) >= 600;
}

function hrefOf(element: Element): string | undefined {
  return element.localName === 'a' ? safeUrl(element.getAttribute('href') ?? '', 'link') : undefined;
}

/** Code has no other look. */
export function marksOf({ isStrong, isEm, isStruck, isCode, href }: PastedLook): readonly Mark[] {
  const { code, em, link, strike, strong } = messageSchema.marks;
  return [
    ...(href === undefined ? [] : [link.create({ href })]),
    ...(isStruck && !isCode ? [strike.create()] : []),
    ...(isStrong && !isCode ? [strong.create()] : []),
    ...(isEm && !isCode ? [em.create()] : []),
    ...(isCode ? [code.create()] : []),
  ];
}

const RAISED = pairs('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const LOWERED = pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

function pairs(signs: string, others: string): ReadonlyMap<string, string> {
  const shiftedSigns = Array.from(others);
  return new Map(Array.from(signs).map((sign, index) => [sign, shiftedSigns[index] ?? sign]));
}

/** What is raised or lowered, in signs that are: `10⁶` is not `106`. Words such as the `st` of `1st` stay words. */
export function shifted(text: string, isRaised: boolean): string {
  if (!/\d/.test(text) && !/^\s*[ni]\s*$/.test(text)) return text;
  const signs = isRaised ? RAISED : LOWERED;
  const characters = Array.from(text.trim());
  return characters.every((sign) => signs.has(sign))
    ? characters.map((sign) => signs.get(sign)).join('')
    : `${isRaised ? '^' : '_'}(${text.trim()})`;
}

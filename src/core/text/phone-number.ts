/** A phone number in full: a plus, the country code, and at most 15 digits in all (ITU-T E.164). */
export const E164 = /^\+[1-9]\d{6,14}$/;

/** What people write between the digits of a number. */
const BETWEEN = /[\s().\-/\u2010-\u2015\u00a0\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Whether somebody writes a phone number and no name: three digits at least, and nothing but what numbers are written with. */
export function looksLikeNumber(typed: string): boolean {
  const bare = typed.replace(BETWEEN, '');
  return /^\+?\d{3,}$/.test(bare);
}

/** What was typed as an E.164 number; undefined where it is none. Two zeros in front stand for the plus. */
export function phoneNumberOf(typed: string): string | undefined {
  const bare = typed.replace(BETWEEN, '').replace(/^00/, '+');
  return E164.test(bare) ? bare : undefined;
}

const HTTP = /^https?:\/\//i;
/** White space, control and formatting characters, which `URL` would quietly take out or nobody would see. */
const HIDDEN = /[\s\p{Cc}\p{Cf}\\]/u;
const LONGEST = 2048;

/**
 * The address that a value is as a whole, if it is a plain http(s) one. Every other scheme, user names that pass for
 * hosts (`https://bank.example@evil.example`), and whatever is written otherwise than it is read stay text.
 */
export function linkOf(text: string): string | undefined {
  if (text.length > LONGEST || !HTTP.test(text) || HIDDEN.test(text) || !URL.canParse(text)) return undefined;
  const { username, password, href } = new URL(text);
  return username === '' && password === '' ? href : undefined;
}

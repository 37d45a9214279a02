/** What goes into the header as it is: visible characters, and nothing that looks encoded. */
const PLAIN = /^[!-$&-~]{1,200}$/;

/** The idempotency key of a command: its id, in characters that a header takes. */
export const keyOf = (commandId: string): string =>
  PLAIN.test(commandId) ? commandId : encodeURIComponent(wellFormed(commandId));

/** The id of the command that a key stands for. */
export function commandIdOf(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

/** Half a character cannot be encoded, and would throw. */
const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

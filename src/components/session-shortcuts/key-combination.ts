const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta'] as const;

type Modifier = (typeof MODIFIERS)[number];

/** Keys pressed together: as `aria-keyshortcuts` has them, and taken apart. */
export interface KeyCombination {
  /** Such as `Alt+Shift+N`: modifiers in this order, then one key. */
  readonly text: string;
  readonly modifiers: readonly Modifier[];
  /** A capital letter, a digit, a sign, or the name of a key (`KeyboardEvent.key`), such as `F2` or `PageDown`. */
  readonly key: string;
}

/** Everything that is asked of a key that was pressed. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'getModifierState'
>;

const isSign = (key: string): boolean => /^.$/u.test(key);
const isLetter = (key: string): boolean => /^[a-z]$/i.test(key);
const isDigit = (key: string): boolean => /^\d$/.test(key);

/**
 * Reads a combination. Undefined for what cannot be one, and for what a page may not take: a key that writes or that
 * works fields and lists (`Enter`, `ArrowDown`) without Control, Alt or Meta. Function keys may stand alone.
 */
export function readKeys(text: string): KeyCombination | undefined {
  const names = text.split('+').map((name) => name.trim());
  const key = names.pop() ?? '';
  const isNamed = /^[A-Z][A-Za-z]*\d*$/.test(key);
  if (!isSign(key) && !isNamed) return undefined;
  const modifiers = MODIFIERS.filter((modifier) => names.includes(modifier));
  if (names.some((name) => !MODIFIERS.some((modifier) => modifier === name))) return undefined;
  const isFunctionKey = /^F\d+$/.test(key);
  if (!isFunctionKey && !modifiers.some((modifier) => modifier !== 'Shift')) return undefined;
  const own = isSign(key) ? key.toUpperCase() : key;
  return { text: [...modifiers, own].join('+'), modifiers, key: own };
}

/**
 * Whether this key was pressed, with these modifiers and no other. A letter is the one that the keyboard writes, as it is
 * printed on the key; where it writes no Latin letter (Greek, Cyrillic, Arabic; a dead key), the place of the key counts.
 * So it does for digits, which Shift turns into signs. Shift belongs to a sign and is not asked for. AltGr writes.
 */
export function isPressed({ key, modifiers }: KeyCombination, event: PressedKey, isApple: boolean): boolean {
  const down: Readonly<Record<Modifier, boolean>> = {
    Control: event.ctrlKey,
    Alt: event.altKey,
    Shift: event.shiftKey,
    Meta: event.metaKey,
  };
  const isBare = isSign(key) && key.toUpperCase() === key.toLowerCase() && !isDigit(key);
  const areDown = MODIFIERS.every(
    (modifier) => (isBare && modifier === 'Shift') || down[modifier] === modifiers.includes(modifier),
  );
  // On Apple's keyboards Option is Alt and AltGr in one.
  if (!areDown || (!isApple && event.getModifierState('AltGraph'))) return false;
  if (event.key.toUpperCase() === key.toUpperCase()) return true;
  if (isDigit(key)) return event.code === `Digit${key}`;
  return isLetter(key) && !isLetter(event.key) && event.code === `Key${key}`;
}

/** Whether one of its modifiers keeps the keys from writing anything. Option writes, and so does Control with Alt: AltGr. */
export function writesNothing({ modifiers }: KeyCombination, isApple: boolean): boolean {
  const [control, alt, meta] = (['Control', 'Alt', 'Meta'] as const).map((own) => modifiers.includes(own));
  return meta === true || (isApple ? control === true : control !== alt);
}

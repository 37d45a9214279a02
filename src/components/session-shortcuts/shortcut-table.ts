import type { KeysOfControls } from '../../context/shortcut-keys.js';
import type { SessionControl } from '../../core/commands/command.js';
import { readKeys } from './key-combination.js';
import type { KeyCombination } from './key-combination.js';

/** Where focus can be put. */
export type FocusPlace = 'list' | 'composer' | 'controls' | 'codes' | 'presence';

/**
 * What keys do: turn to a session, to one that has started meanwhile, to Home or to a tab, press a button of a session, ask
 * how it is to be left, put focus somewhere, show the list of keys.
 */
export type ShortcutAct =
  | { readonly kind: 'turn'; readonly by: 1 | -1 }
  | { readonly kind: 'home' }
  | { readonly kind: 'offer'; readonly verbs: readonly ('session.accept' | 'session.decline')[] }
  | { readonly kind: 'session'; readonly verbs: readonly SessionControl[] }
  | { readonly kind: 'leave' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'tab'; readonly to: 'next' | 'first' }
  | { readonly kind: 'focus'; readonly place: FocusPlace }
  | { readonly kind: 'help' };

/**
 * Every shortcut, in the order in which they are listed: the key that is pressed with the two modifiers, and the act. Of
 * several verbs it is the first that can be asked for in the session's state. Not taken are A, B, I and T, with which
 * browsers reach their own bars and dialogs.
 */
export const SHORTCUTS = {
  'next-session': { key: 'N', act: { kind: 'turn', by: 1 } },
  'previous-session': { key: 'P', act: { kind: 'turn', by: -1 } },
  switch: { key: 'G', act: { kind: 'switch' } },
  'accept-offer': { key: 'O', act: { kind: 'offer', verbs: ['session.accept'] } },
  'decline-offer': { key: 'X', act: { kind: 'offer', verbs: ['session.decline'] } },
  park: { key: 'K', act: { kind: 'session', verbs: ['session.park', 'session.unpark'] } },
  hold: { key: 'M', act: { kind: 'session', verbs: ['session.hold', 'session.resume'] } },
  transfer: { key: 'F', act: { kind: 'session', verbs: ['session.transfer'] } },
  end: { key: 'E', act: { kind: 'session', verbs: ['session.end', 'after-call-work.finish'] } },
  leave: { key: 'Q', act: { kind: 'leave' } },
  'next-tab': { key: 'J', act: { kind: 'tab', to: 'next' } },
  'first-tab': { key: 'U', act: { kind: 'tab', to: 'first' } },
  write: { key: 'W', act: { kind: 'focus', place: 'composer' } },
  codes: { key: 'D', act: { kind: 'focus', place: 'codes' } },
  controls: { key: 'C', act: { kind: 'focus', place: 'controls' } },
  list: { key: 'L', act: { kind: 'focus', place: 'list' } },
  home: { key: 'H', act: { kind: 'home' } },
  presence: { key: 'S', act: { kind: 'focus', place: 'presence' } },
  help: { key: '?', act: { kind: 'help' } },
} as const satisfies Readonly<Record<string, { readonly key: string; readonly act: ShortcutAct }>>;

/** The name of a shortcut. */
export type ShortcutId = keyof typeof SHORTCUTS;

/**
 * What a host changes: `off` for all of them; or for some, other keys, or null for none. Keys are written as in
 * `aria-keyshortcuts`: modifiers (`Control`, `Alt`, `Shift`, `Meta`) and one key, such as `Control+Shift+Y`. Keys that
 * cannot be read, or that write without a modifier that keeps them from it, are refused and leave the shortcut as it is.
 */
export type ShortcutSettings = 'off' | Readonly<Partial<Record<ShortcutId, string | null>>>;

/** The keys of every shortcut that has some. */
export type ShortcutKeys = ReadonlyMap<ShortcutId, KeyCombination>;

/** With Option every letter writes one, and VoiceOver has Control and Option; elsewhere menus and accents have the rest. */
const prefixFor = (isApple: boolean): string => (isApple ? 'Control+Shift+' : 'Alt+Shift+');

/**
 * The keys that are in force. Where two shortcuts would have the same, the one that the host named has them, and of two
 * named the first of the table.
 *
 * @param refused hears of the keys of a host that are not taken
 */
export function keysInForce(
  settings: ShortcutSettings | undefined,
  isApple: boolean,
  refused: (id: string, keys: unknown) => void = () => undefined,
): ShortcutKeys {
  if (settings === 'off') return new Map();
  const ids = Object.keys(SHORTCUTS) as ShortcutId[];
  const taken = new Set<string>();
  const found = new Map<ShortcutId, KeyCombination>();
  const take = (id: ShortcutId, keys: KeyCombination | undefined): void => {
    if (!keys || taken.has(keys.text)) return;
    taken.add(keys.text);
    found.set(id, keys);
  };
  const without = new Set<ShortcutId>();
  for (const id of ids) {
    const own: unknown = settings && Object.hasOwn(settings, id) ? settings[id] : undefined;
    if (own === undefined) continue;
    const keys = typeof own === 'string' ? readKeys(own) : undefined;
    if (own === null) without.add(id);
    else if (keys) take(id, keys);
    else refused(id, own);
    if (keys) without.add(id);
  }
  for (const id of ids) if (!without.has(id)) take(id, readKeys(prefixFor(isApple) + SHORTCUTS[id].key));
  return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id)] as [ShortcutId, KeyCombination]] : [])));
}

/** What `aria-keyshortcuts` says on the buttons that are pressed by keys. */
export const keysOfControls = (keys: ShortcutKeys): KeysOfControls =>
  Object.fromEntries(
    [...keys].flatMap(([id, { text }]) => {
      const { act } = SHORTCUTS[id];
      const names = act.kind === 'session' ? act.verbs : act.kind === 'leave' ? [act.kind] : [];
      return names.map((name: keyof KeysOfControls) => [name, text]);
    }),
  );

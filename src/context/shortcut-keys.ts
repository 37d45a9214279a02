import { createContext } from '@lit/context';
import type { SessionControl } from '../core/commands/command.js';

/** The keys of the buttons of the session that is looked at, as `aria-keyshortcuts` has them. */
export type KeysOfControls = Readonly<Partial<Record<SessionControl, string>>>;

/** The key under which buttons find theirs; the number changes with the shape. */
export const shortcutKeysContext = createContext<KeysOfControls | undefined>(Symbol.for('my-sessions/shortcut-keys/1'));

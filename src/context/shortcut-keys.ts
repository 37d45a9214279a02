import { createContext } from '@lit/context';
import type { SessionControl } from '../core/commands/command.js';

/** What has keys beside the controls of the session that is looked at: the way out of it. */
type OtherButton = 'leave';

/** The keys of buttons, as `aria-keyshortcuts` has them. */
export type KeysOfControls = Readonly<Partial<Record<SessionControl | OtherButton, string>>>;

/** The key under which buttons find theirs; the number changes with the shape. */
export const shortcutKeysContext = createContext<KeysOfControls | undefined>(Symbol.for('my-sessions/shortcut-keys/1'));

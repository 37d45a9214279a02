import { tabMemory } from '../context/browser-ports.js';
import { followSessions } from '../context/follow-sessions.js';
import { tellWhatIsRead } from '../context/tell-what-is-read.js';
import type { WorkspaceHandle } from '../context/workspace-handle.js';
import type { Localization } from '../localize/localization.js';
import { spokenIn } from '../localize/spoken-in.js';
import { beginNotifying } from './begin-notifying.js';
import { followSight } from './follow-sight.js';
import { keepHidden } from './keep-hidden.js';
import { takeBackLimit } from './limit-told.js';
import { firstWords, keepSpeaking } from './speaking.js';

/**
 * What a workspace does by itself for its agent: it speaks the language of its page and turns to the session that needs
 * them, unless the host does, tells the backend what they have read, and them what comes while they look elsewhere. Loaded
 * after the first elements, which show what is there without it.
 *
 * @param onSpoken is told the words and formats of another language than the workspace has
 * @returns a function that stops it
 */
export function attend(
  workspace: WorkspaceHandle,
  { manualSwitch, localization }: { readonly manualSwitch: boolean; readonly localization: Localization | undefined },
  onSpoken: (spoken: Localization) => void,
): () => void {
  const unspeak = localization ? undefined : keepSpeaking(workspace, spokenIn, onSpoken);
  // Before anything is turned to.
  const unsee = followSight(workspace);
  const unhide = keepHidden(workspace);
  const untell = tellWhatIsRead(workspace);
  const unlimit = takeBackLimit(workspace);
  const unfollow = manualSwitch ? undefined : followSessions(workspace, tabMemory);
  const unnotify = beginNotifying(workspace);
  return () => {
    unsee();
    unhide();
    unspeak?.();
    untell();
    unlimit();
    unfollow?.();
    unnotify();
  };
}

/** Settled when a provider's language is spoken for the first time, or has taken too long to come. */
export const words = (provider: HTMLElement): Promise<void> => firstWords(provider).promise;

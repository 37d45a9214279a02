import type { SoundName } from '../rules/notifying.js';

/** What sounds in one page. Nothing of it throws; what the browser does not let sound is silent. */
export interface Sounds {
  /** Whether the browser waits for a click or key of the agent before it lets anything sound. */
  readonly isBlocked: boolean;
  /** Sounds once, now; not when the browser lets it sound only later. @param volume from 0 to 1 */
  play(sound: SoundName, volume: number): void;
  /**
   * Sounds again and again.
   *
   * @param ms how long; where the browser lets it sound later, what is left of it then
   * @param ended called when that time is over
   * @returns what stops it
   */
  ring(sound: SoundName, volume: number, ms: number, ended: () => void): () => void;
  /** Calls back when `isBlocked` changes. Returns what ends it. */
  follow(listener: () => void): () => void;
}

import type { Sounds } from '../core/ports/sounds.js';
import type { SoundName } from '../core/rules/notifying.js';
import { hasGesture } from './has-gesture.js';
import { layOut } from './tones.js';

/** A sound that could not begin within so many ms is late: what it was about is on the screen by then. */
const IN_TIME_MS = 1000;
/** How long a sound that is stopped takes to fade, in seconds. */
const FADE = 0.03;
/** Full volume of the browser is loud: several notes at once must not be cut off. */
const LOUDEST = 0.5;

/** A sound that is wanted, or sounds. */
interface Sounding {
  readonly sound: SoundName;
  readonly volume: number;
  /** Until when it may begin, and sound where it is repeated; by `performance.now()`. */
  readonly until: number;
  readonly isRepeated: boolean;
  readonly ended: () => void;
  /** Fades it out; there is one while it sounds. */
  fade?: () => void;
}

/**
 * Sounds by Web Audio, without a file. Browsers are silent until the agent has clicked or pressed a key in the page: what
 * rings begins then, with what is left of it. Between sounds nothing runs.
 */
export class PageSounds implements Sounds {
  readonly #listeners = new Set<() => void>();
  readonly #wanted = new Set<Sounding>();
  readonly #create: () => AudioContext;
  #context: AudioContext | undefined;
  #isHeld = false;
  #gestures: AbortController | undefined;

  /** @param create makes the context, when something is to sound for the first time */
  constructor(create = () => new AudioContext({ latencyHint: 'playback' })) {
    this.#create = create;
  }

  get isBlocked(): boolean {
    // Before anything was to sound, the browser says only whether there was a gesture.
    return this.#context ? this.#isHeld : !hasGesture();
  }

  play(sound: SoundName, volume: number): void {
    this.#want({ sound, volume, until: performance.now() + IN_TIME_MS, isRepeated: false, ended: () => undefined });
  }

  ring(sound: SoundName, volume: number, ms: number, ended: () => void): () => void {
    const sounding: Sounding = { sound, volume, until: performance.now() + ms, isRepeated: true, ended };
    this.#want(sounding);
    return () => {
      this.#stop(sounding);
    };
  }

  follow(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#awaitGesture();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0 && !this.#isHeld) this.#gestures?.abort();
    };
  }

  #want(sounding: Sounding): void {
    this.#wanted.add(sounding);
    try {
      this.#context ??= this.#open();
      this.#begin();
    } catch {
      // A browser without sound, or one that has no more contexts to give.
      this.#wanted.delete(sounding);
    }
  }

  #open(): AudioContext {
    const context = this.#create();
    context.addEventListener('statechange', () => {
      if (context.state === 'running') this.#begin();
    });
    return context;
  }

  /** Begins what is wanted and does not sound yet, where the browser lets it. */
  #begin(): void {
    const context = this.#context;
    if (!context || this.#wanted.size === 0) return;
    if (context.state === 'running') {
      this.#hold(false);
      for (const sounding of this.#wanted) if (!sounding.fade) this.#sound(sounding, context);
      return;
    }
    // Not answered before there was a gesture, where one is needed.
    this.#hold(!hasGesture());
    context.resume().catch(() => undefined);
  }

  #sound(sounding: Sounding, context: AudioContext): void {
    const { sound, volume, until, isRepeated, ended } = sounding;
    const left = until - performance.now();
    const over = (): void => {
      this.#over(sounding);
      ended();
    };
    if (left <= 0) {
      over();
      return;
    }
    const out = new GainNode(context, { gain: volume * LOUDEST });
    out.connect(context.destination);
    const notes = layOut(sound, isRepeated ? left / 1000 : 0, { context, out, from: context.currentTime + 0.01 });
    sounding.fade = () => {
      out.gain.setTargetAtTime(0, context.currentTime, FADE / 3);
      // Also what is laid out for later.
      for (const note of notes) note.stop(context.currentTime + FADE);
    };
    notes.at(-1)?.addEventListener('ended', () => {
      out.disconnect();
      if (this.#wanted.has(sounding)) over();
    });
  }

  #stop(sounding: Sounding): void {
    if (!this.#wanted.has(sounding)) return;
    sounding.fade?.();
    this.#over(sounding);
  }

  #over(sounding: Sounding): void {
    this.#wanted.delete(sounding);
    if (this.#wanted.size > 0) return;
    // A context that runs keeps the device awake.
    setTimeout(() => {
      if (this.#wanted.size === 0 && this.#context?.state === 'running') this.#context.suspend().catch(() => undefined);
    }, IN_TIME_MS);
  }

  #hold(isHeld: boolean): void {
    const wasHeld = this.#isHeld;
    this.#isHeld = isHeld;
    if (isHeld) this.#awaitGesture();
    if (wasHeld !== isHeld) this.#tell();
  }

  #awaitGesture(): void {
    if (hasGesture() || (this.#gestures && !this.#gestures.signal.aborted)) return;
    const gestures = (this.#gestures = new AbortController());
    const look = (): void => {
      if (!hasGesture()) return;
      gestures.abort();
      this.#isHeld = false;
      this.#begin();
      this.#tell();
    };
    for (const type of ['pointerdown', 'pointerup', 'keydown', 'keyup'])
      window.addEventListener(type, look, { capture: true, passive: true, signal: gestures.signal });
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

import type { SoundName } from '../core/rules/notifying.js';

/** One note of a sound. */
interface Tone {
  /** When it begins, in seconds from the beginning of the sound. */
  readonly at: number;
  readonly hz: number;
  /** In seconds. */
  readonly lasts: number;
}

/** What each sound is made of: told apart by rhythm as well as by pitch, for who hears only some of the pitches. */
const TONES: Readonly<Record<SoundName, readonly Tone[]>> = {
  // A trill, twice, as of a telephone.
  'audio-video': [0, 0.6].flatMap((start) =>
    [659, 831, 659, 831].map((hz, number) => ({ at: start + number * 0.11, hz, lasts: 0.16 })),
  ),
  // Up.
  im: [
    { at: 0, hz: 659, lasts: 0.2 },
    { at: 0.14, hz: 988, lasts: 0.35 },
  ],
  // Down, and slow.
  email: [
    { at: 0, hz: 784, lasts: 0.4 },
    { at: 0.3, hz: 523, lasts: 0.6 },
  ],
  // Three knocks.
  external: [0, 0.18, 0.36].map((at) => ({ at, hz: 440, lasts: 0.16 })),
  // A drop.
  message: [{ at: 0, hz: 1047, lasts: 0.18 }],
};

/** From one ring to the next, in seconds. */
const RING_EVERY = 3;
/** How long a note takes to swell, in seconds: without it, it begins with a crack. */
const SWELL = 0.015;
/** An exponential fall never comes to nothing. */
const FAINT = 0.001;

/**
 * Lays out a sound in the time of an audio context.
 *
 * @param seconds how long it is repeated; 0 for once
 * @returns its notes in their order, of which the last ends last
 */
export function layOut(
  sound: SoundName,
  seconds: number,
  { context, out, from }: { readonly context: BaseAudioContext; readonly out: AudioNode; readonly from: number },
): readonly OscillatorNode[] {
  const notes: OscillatorNode[] = [];
  for (let start = 0; start === 0 || start < seconds; start += RING_EVERY)
    for (const { at, hz, lasts } of TONES[sound]) {
      const begin = from + start + at;
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, begin);
      gain.gain.linearRampToValueAtTime(1, begin + SWELL);
      gain.gain.exponentialRampToValueAtTime(FAINT, begin + lasts);
      const note = new OscillatorNode(context, { type: 'triangle', frequency: hz });
      note.connect(gain).connect(out);
      note.start(begin);
      note.stop(begin + lasts);
      notes.push(note);
    }
  return notes;
}

import { expect } from '@open-wc/testing';
import { SOUNDS } from '../../src/core/rules/notifying.js';
import type { SoundName } from '../../src/core/rules/notifying.js';
import { layOut } from '../../src/effects/tones.js';

const RATE = 8000;

/** What can be heard of a sound, in seconds. */
async function heard(sound: SoundName, seconds: number, repeated = 0): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, RATE * seconds, RATE);
  layOut(sound, repeated, { context, out: context.destination, from: 0 });
  return (await context.startRendering()).getChannelData(0);
}

/** How loud each tenth of a second is, as the highest of its amplitudes. */
const tenths = (wave: Float32Array): readonly number[] =>
  Array.from({ length: Math.floor(wave.length / (RATE / 10)) }, (_, at) =>
    wave.subarray((at * RATE) / 10, ((at + 1) * RATE) / 10).reduce((most, own) => Math.max(most, Math.abs(own)), 0),
  );

/** How often it passes zero: of two sounds of one rhythm, which is the higher one. */
const crossings = (wave: Float32Array): number =>
  wave.reduce((count, own, at) => (at > 0 && own > 0 !== (wave[at - 1] ?? 0) > 0 ? count + 1 : count), 0);

describe('tones', () => {
  for (const sound of SOUNDS) {
    it(`of ${sound} can be heard, begin without a crack, and are over within 1.5 seconds`, async () => {
      const wave = await heard(sound, 3);
      expect(Math.max(...tenths(wave))).to.be.greaterThan(0.5);
      const first = wave.findIndex((own) => own !== 0);
      expect(Math.abs(wave[first] ?? 1)).to.be.lessThan(0.05);
      expect(Math.max(...tenths(wave).slice(15))).to.equal(0);
    });
  }

  it('differ from each other in rhythm or in pitch', async () => {
    const prints = await Promise.all(
      SOUNDS.map(async (sound) => {
        const wave = await heard(sound, 2);
        const rhythm = tenths(wave).map((own) => (own > 0.1 ? '#' : '.'));
        return `${rhythm.join('')} ${String(Math.round(crossings(wave) / 40))}`;
      }),
    );
    expect(new Set(prints).size, prints.join('\n')).to.equal(SOUNDS.length);
  });

  it('that ring come again every three seconds, as long as they ring', async () => {
    const isLoud = tenths(await heard('audio-video', 10, 7)).map((own) => own > 0.1);
    const starts = isLoud.flatMap((own, at) =>
      own && !isLoud.slice(Math.max(0, at - 15), at).includes(true) ? [at] : [],
    );
    expect(starts).to.deep.equal([0, 30, 60]);
  });

  it('are handed over in their order, so that the last one ends last', () => {
    const context = new OfflineAudioContext(1, RATE, RATE);
    const notes = layOut('im', 4, { context, out: context.destination, from: 0 });
    expect(notes.map(({ frequency }) => frequency.value)).to.deep.equal([659, 988, 659, 988]);
  });
});

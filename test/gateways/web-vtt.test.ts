import { expect } from '@open-wc/testing';
import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { writeWebVtt } from '../../src/core/transcript/write-web-vtt.js';
import { utterancesOf } from '../../src/gateways/replay/cue-text.js';
import { readCues } from '../../src/gateways/replay/web-vtt.js';

interface Shown {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

/** The cues that this browser reads, and what it shows of each. */
async function cuesOfBrowser(file: string): Promise<readonly (Shown & { readonly shown: string })[]> {
  const video = document.createElement('video');
  const track = document.createElement('track');
  const url = URL.createObjectURL(new Blob([file], { type: 'text/vtt' }));
  track.src = url;
  track.default = true;
  video.append(track);
  document.body.append(video);
  const isRead = await new Promise<boolean>((resolve) => {
    track.addEventListener('load', () => {
      resolve(true);
    });
    track.addEventListener('error', () => {
      resolve(false);
    });
    track.track.mode = 'hidden';
  });
  const cues = isRead ? [...(track.track.cues ?? [])] : [];
  video.remove();
  URL.revokeObjectURL(url);
  return cues.map((cue) => ({
    startMs: Math.round(cue.startTime * 1000),
    endMs: Math.round(cue.endTime * 1000),
    text: (cue as VTTCue).text,
    shown: (cue as VTTCue).getCueAsHTML().textContent,
  }));
}

const inOrder = (cues: readonly Shown[]): readonly string[] =>
  cues.map(({ startMs, endMs, text }) => JSON.stringify([startMs, endMs, text])).sort();

const LINES = [
  '',
  '',
  'WEBVTT',
  'NOTE of the day',
  'STYLE',
  'an identifier',
  'some words & <v Ada>more',
  '00:01.000 --> 00:02.000',
  '00:02.000 --> 00:02.000 align:start',
  '00:09.000-->00:04.000',
  '100:00:01.000 --> 100:00:02.000',
  '-00:03.000 --> 00:04.000',
  '00:75.000 --> 00:80.000',
  '00:03,000 --> 00:04,000',
  '00:05.000 -->',
  '--> 00:05.000',
];

describe('reading WebVTT', () => {
  it('finds the cues that the browser finds, whatever lines follow one another', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('WEBVTT', 'WEBVTT - titled', 'WEBVTT\tx', 'WEBVTTx', 'no captions'),
        fc.array(fc.constantFrom(...LINES), { maxLength: 14 }),
        async (head, lines) => {
          const file = [head, ...lines].join('\n');
          expect(inOrder(readCues(file).cues)).to.deep.equal(inOrder(await cuesOfBrowser(file)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows the words of a cue that the browser shows', async function () {
    this.timeout(60_000);
    const pieces = [
      '<v Ada>',
      '</v>',
      '<v.loud  Ben &amp; Co>',
      '<c.red>',
      '</c>',
      '<i>',
      '<00:01.500>',
      '&lt;',
      '&eacute;',
      // Space comes with words: a voice that says nothing else has no utterance, which its space would be missing from.
    ].concat(['&#33;', '&#x1F600;', '&amp;lt;', '& ', 'words ', ' too', 'more\nlines ', '<', '>']);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), async (parts) => {
        // By the standard a tag without a name is one that says nothing, like `<c>`; Firefox (153) loses what follows it.
        const text = parts.join('').replaceAll('-->', '').replaceAll('<>', '<c>');
        const [cue] = await cuesOfBrowser(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`);
        const own = utterancesOf(cue?.text.replaceAll('<c>', '<>') ?? '', decodeHTML);
        const squeezed = (words: string): string => words.replace(/\s+/gu, ' ').trim();
        expect(squeezed(own.map((utterance) => utterance.text).join(''))).to.equal(squeezed(cue?.shown ?? ''));
      }),
      { numRuns: 60 },
    );
    expect(utterancesOf('a<>b', decodeHTML)).to.deep.equal([{ voice: undefined, text: 'ab' }]);
  });

  it('is read back by the browser as it was written, with speakers of any name', async () => {
    for (const name of ['Acme --', '-->', 'A & B', '<v Eve>', 'Zoë -', 'a\nb', '--']) {
      const said = { id: '1', speaker: { id: 'c', role: 'customer' as const, name }, text: 'hello', isFinal: true };
      const [cue, ...others] = await cuesOfBrowser(writeWebVtt([{ ...said, offsetMs: 0 }]));
      expect(others).to.deep.equal([]);
      expect(cue?.shown).to.equal('hello');
      const [utterance] = utterancesOf(cue?.text ?? '', decodeHTML);
      expect(utterance?.voice).to.equal(name.replace(/\s+/gu, ' ').trim());
    }
  });
});

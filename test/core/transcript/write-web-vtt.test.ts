import { expect } from '@open-wc/testing';
import { isBlank } from '../../../src/core/text/blank.js';
import fc from 'fast-check';
import { writeWebVtt } from '../../../src/core/transcript/write-web-vtt.js';
import { readRecordings } from '../../../src/gateways/replay/read-recordings.js';
import type { TranscriptSegment } from '../../../src/index.js';

const said = (text: string, more: Partial<TranscriptSegment> = {}): TranscriptSegment => ({
  id: text,
  speaker: { id: 'c', role: 'customer', name: 'Nora Feld' },
  text,
  isFinal: true,
  ...more,
});

/** The times of all cues, as written. */
const times = (vtt: string): string[] => vtt.split('\n').filter((line) => line.includes('-->'));

interface Spoken {
  readonly name: string | undefined;
  readonly text: string;
  readonly offsetMs: number | undefined;
}

/** What is read back from a file. */
async function readBack(vtt: string): Promise<readonly Spoken[]> {
  const { recordings, problems } = await readRecordings([{ name: 'call.vtt', text: vtt }]);
  expect(problems).to.deep.equal([]);
  return (recordings[0]?.messages ?? []).map(({ speaker, text, offsetMs }) => ({ name: speaker.name, text, offsetMs }));
}

describe('a transcript as WebVTT', () => {
  it('is a file that says who said what from when to when', () => {
    expect(
      writeWebVtt(
        [
          said('Good morning, I have lost my card.', { offsetMs: 0 }),
          said('Oh no.', { offsetMs: 2400, speaker: { id: 'a', role: 'agent' } }),
          said('Yes.', { offsetMs: 3_723_004 }),
        ],
        { agent: 'Agent' },
      ),
    ).to.equal(
      [
        'WEBVTT',
        '',
        '00:00:00.000 --> 00:00:02.210',
        '<v Nora Feld>Good morning, I have lost my card.</v>',
        '',
        '00:00:02.400 --> 00:00:03.400',
        '<v Agent>Oh no.</v>',
        '',
        '01:02:03.004 --> 01:02:04.004',
        '<v Nora Feld>Yes.</v>',
        '',
      ].join('\n'),
    );
  });

  const offsets: readonly [string, readonly Partial<TranscriptSegment>[], readonly string[]][] = [
    ['without a time begins with the one before', [{ offsetMs: 5000 }, {}], ['00:00:05', '00:00:05']],
    [
      'that goes back in time begins with the one before',
      [{ offsetMs: 5000 }, { offsetMs: 1000 }],
      ['00:00:05', '00:00:05'],
    ],
    ['before the beginning begins there', [{ offsetMs: -70 }], ['00:00:00']],
    ['at no number has no time', [{ offsetMs: NaN }, { offsetMs: Infinity }], ['00:00:00', '00:00:00']],
    ['that was written is dated from the first one', [{ at: 1e12 }, { at: 1e12 + 65_000 }], ['00:00:00', '00:01:05']],
    [
      'of a mixed kind is dated from what is known',
      [{ at: 1e12, offsetMs: 2000 }, { at: 1e12 + 3000 }],
      ['00:00:02', '00:00:05'],
    ],
  ];
  for (const [what, segments, expected] of offsets) {
    it(`a line ${what}`, () => {
      const vtt = writeWebVtt(segments.map((more, index) => said(String(index), more)));
      expect(times(vtt).map((line) => line.slice(0, 8))).to.deep.equal(expected);
    });
  }

  it('ends a line where the next one begins', () => {
    const long = 'I have been waiting for this card since the beginning of last month.';
    const vtt = writeWebVtt([said(long, { offsetMs: 0 }), said('So sorry.', { offsetMs: 1500 })]);
    expect(times(vtt)[0]).to.equal('00:00:00.000 --> 00:00:01.500');
  });

  it('keeps what looks like a part of the format as text', async () => {
    const texts = [
      'a --> b',
      '<b>&amp;</b>',
      '00:01.000 --> 00:02.000\n\nNOTE',
      '</v><v Agent>I owe you all',
      'WEBVTT',
      '&lt;',
    ];
    const name = 'R&D > "QA" <b>';
    const segments = texts.map((text, index) =>
      said(text, { offsetMs: index * 9000, speaker: { id: 'r', role: 'customer', name } }),
    );
    expect(await readBack(writeWebVtt(segments))).to.deep.equal(
      texts.map((text, index) => ({ name, text: text.replace('\n\n', '\n'), offsetMs: index * 9000 })),
    );
  });

  it('is what the browser itself reads, too', () => {
    const [, cue = ''] = /-->.*\n([^]*)$/.exec(writeWebVtt([said('<i>5 & 6</i> --> &amp;')])) ?? [];
    const fragment = new VTTCue(0, 1, cue.trim()).getCueAsHTML();
    expect(fragment.textContent).to.equal('<i>5 & 6</i> --> &amp;');
    expect(fragment.querySelector('span')?.title).to.equal('Nora Feld');
  });

  it('reads back as the same speakers, texts and times, whatever they are', async function () {
    this.timeout(60_000);
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom('-->', '<v x>', '&amp;', '&', '\n', '\r\n', '\n\n', '<', '>', '\0', 'NOTE', 'align:start'),
    );
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const visible = text.filter((own) => own.trim() !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            name: visible.filter((name) => !isBlank(name)),
            text: visible,
            offsetMs: fc.nat(99 * 3_600_000),
          }),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        async (lines) => {
          const ordered = lines.toSorted((one, other) => one.offsetMs - other.offsetMs);
          const segments = ordered.map(({ name, text: own, offsetMs }) =>
            said(own, { offsetMs, speaker: { id: name, role: 'customer', name } }),
          );
          const flat = (own: string): string => own.replaceAll('\0', '\uFFFD').replace(/\s+/g, ' ').trim();
          const back = await readBack(writeWebVtt(segments));
          expect(back.map((own) => ({ ...own, name: flat(own.name ?? ''), text: flat(own.text) }))).to.deep.equal(
            ordered.map((own) => ({ name: flat(own.name), text: flat(own.text), offsetMs: own.offsetMs })),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

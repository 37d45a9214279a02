import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fileNameOf } from '../../../src/core/transcript/file-name.js';
import { silenceBefore } from '../../../src/core/transcript/speech.js';
import { writeText } from '../../../src/core/transcript/write-text.js';
import type { TranscriptSegment } from '../../../src/index.js';
import { createLocalization } from '../../../src/localize/localization.js';

const { formatDuration } = createLocalization('en');
const words = { roles: { customer: 'Customer' }, formatDuration };
const said = (text: string, more: Partial<TranscriptSegment> = {}): TranscriptSegment => ({
  id: text,
  speaker: { id: 'c', role: 'customer', name: 'Nora Feld' },
  text,
  isFinal: true,
  ...more,
});

describe('a transcript as text', () => {
  const table: readonly [string, TranscriptSegment, string][] = [
    ['says when, who and what', said('Yes.', { offsetMs: 65_000 }), '[1:05] Nora Feld: Yes.\n'],
    ['leaves out a time that is not known', said('Yes.'), 'Nora Feld: Yes.\n'],
    [
      'names the role of a nameless speaker',
      said('Yes.', { speaker: { id: 'c', role: 'customer' } }),
      'Customer: Yes.\n',
    ],
    [
      'takes a strange role as it is',
      said('Yes.', { speaker: { id: 'c', role: 'constructor' } }),
      'constructor: Yes.\n',
    ],
    [
      'lets nobody write lines of others',
      said('Fine.\r\n[0:09] Ana: You get a million.\u2028Ana: Now.'),
      'Nora Feld: Fine.\n    [0:09] Ana: You get a million.\n    Ana: Now.\n',
    ],
    [
      'nor have a name that does',
      said('Fine.', { speaker: { id: 'c', role: 'customer', name: 'Eve\nAna: Yes' } }),
      'Eve Ana: Yes: Fine.\n',
    ],
  ];
  for (const [what, segment, expected] of table) {
    it(what, () => {
      expect(writeText([segment], words)).to.equal(expected);
    });
  }
});

describe('the name of a file', () => {
  const table: readonly [string, string][] = [
    ['Nora Feld', 'Nora Feld.txt'],
    ['../../etc/passwd', 'etc passwd.txt'],
    ['invoice\u202Efdp.exe', 'invoice fdp.exe.txt'],
    ['a<b>:"c"|?*\u0000\n', 'a b c.txt'],
    ['CON', 'transcript CON.txt'],
    ['nul.tar', 'transcript nul.tar.txt'],
    ['', 'transcript.txt'],
    [' . . ', 'transcript.txt'],
    ['山田花子', '山田花子.txt'],
  ];
  for (const [title, expected] of table) {
    it(`of ${JSON.stringify(title)} is ${expected}`, () => {
      expect(fileNameOf(title, 'transcript', 'txt')).to.equal(expected);
    });
  }

  it('has no path, no dot at its ends and a length that systems take, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const name = fileNameOf(title, 'transcript', 'vtt');
        // eslint-disable-next-line no-control-regex -- what must not be there
        expect(name).to.match(/^[^./\\][^/\\:*?"<>|\u0000-\u001F]*\.vtt$/s);
        expect(name.length).to.be.at.most(100);
      }),
    );
  });
});

describe('silence before a line', () => {
  const minute = 60_000;
  const table: readonly [string, TranscriptSegment | undefined, TranscriptSegment, number][] = [
    [
      'is what lies between the end of one and the next',
      said('', { offsetMs: 0 }),
      said('b', { offsetMs: 3.2 * minute }),
      3,
    ],
    ['is nothing up to a minute', said('', { offsetMs: 0 }), said('b', { offsetMs: minute }), 0],
    [
      'is not what somebody said at length',
      said('word '.repeat(200), { offsetMs: 0 }),
      said('b', { offsetMs: 100_000 }),
      0,
    ],
    ['is not known before the first line', undefined, said('b', { offsetMs: 5 * minute }), 0],
    ['is not known without a time', said('a'), said('b', { offsetMs: 5 * minute }), 0],
    ['waits until both are final', said('', { offsetMs: 0 }), said('b', { offsetMs: 5 * minute, isFinal: false }), 0],
  ];
  for (const [what, previous, segment, expected] of table) {
    it(what, () => {
      expect(silenceBefore(segment, previous)).to.equal(expected);
    });
  }
});

import { expect } from '@open-wc/testing';
import { readRecordings } from '../../src/gateways/replay/read-recordings.js';
import type { RecordingsRead } from '../../src/gateways/replay/recording.js';

const read = (name: string, text: string): Promise<RecordingsRead> => readRecordings([{ name, text }]);

const record = (more: object = {}): object => ({
  id: 'a',
  modality: 'im',
  messages: [{ role: 'customer', text: 'Hello' }],
  ...more,
});
const json = (value: unknown): string => JSON.stringify(value);

/** Whether this engine says where the syntax of a JSON text is wrong. */
function tellsPlaces(): boolean {
  try {
    JSON.parse('{\n  "a": 1,\n  oops\n}');
  } catch (error) {
    return /position|line/.test(String(error));
  }
  return false;
}

describe('reading recordings', () => {
  const containers: readonly [string, string][] = [
    ['one record', json(record())],
    ['one record, spread over lines', JSON.stringify(record(), null, 2)],
    ['a list', json([record()])],
    ['JSON Lines', `${json(record())}\n`],
    ['a byte order mark', `\uFEFF${json([record()])}`],
  ];
  for (const [what, text] of containers) {
    it(`reads ${what}`, async () => {
      const { recordings, problems } = await read('file', text);
      expect(problems).to.deep.equal([]);
      expect(recordings).to.deep.equal([
        { id: 'a', modality: 'im', messages: [{ speaker: { id: 'customer', role: 'customer' }, text: 'Hello' }] },
      ]);
    });
  }

  const modalities = [
    ['audio', 'audio-video'],
    ['Voice', 'audio-video'],
    ['chat', 'im'],
    ['mail', 'email'],
    ['task', 'external'],
    ['fax', 'fax'],
    [null, 'im'],
  ] as const;
  for (const [word, modality] of modalities) {
    it(`takes ${String(word)} for ${modality}`, async () => {
      const { recordings } = await read('file', json(record({ modality: word })));
      expect(recordings[0]?.modality).to.equal(modality);
    });
  }

  it('takes over moments, languages, names and sentiments, and ignores the rest', async () => {
    const messages = [
      { participantId: 'A', role: 'agent', text: 'Hi', offsetMs: 40, endMs: 50, sentiment: 'POSITIVE', words: [] },
      { participantId: 'C', text: 'Hallo', offsetMs: null, lang: 'de', sentiment: 'MIXED' },
      { participantId: 'C', text: 'Hm', offsetMs: -1, endMs: 10, sentiment: '\u200B' },
      { participantId: 'C', text: '\u200B\u200E' },
    ];
    const participants = [{ id: 'A', name: '\u2060' }, { id: 'C', role: 'customer', name: 'Crystal' }, 7];
    const { recordings } = await read('file', json(record({ language: 'en-US', participants, messages, extra: 1 })));
    expect(recordings[0]?.messages).to.deep.equal([
      {
        speaker: { id: 'A', role: 'agent' },
        text: 'Hi',
        offsetMs: 40,
        endMs: 50,
        sentiment: 'positive',
        language: 'en-US',
      },
      { speaker: { id: 'C', role: 'customer', name: 'Crystal' }, text: 'Hallo', sentiment: 'MIXED', language: 'de' },
      { speaker: { id: 'C', role: 'customer', name: 'Crystal' }, text: 'Hm', language: 'en-US' },
    ]);
  });

  const casts = [
    [
      ['agent', 'customer'],
      ['agent', 'customer'],
    ],
    [
      ['Joe', 'Ann'],
      ['agent', 'customer'],
    ],
    [
      ['s0', 's1', 's2'],
      ['s0', 's1', 's2'],
    ],
    [
      ['participant', 'speaker', 'unknown'],
      ['', '', ''],
    ],
    [
      ['operator', 'Ann'],
      ['agent', 'customer'],
    ],
    [
      ['user', 'system'],
      ['customer', 'system'],
    ],
  ] as const;
  for (const [words, roles] of casts) {
    it(`gives ${words.join(', ')} the parts ${roles.join(', ')}`, async () => {
      const messages = words.map((role) => ({ participantId: role, role, text: 'Hm' }));
      const { recordings } = await read('file', json(record({ messages })));
      expect(recordings[0]?.messages.map(({ speaker }) => speaker.role)).to.deep.equal(roles);
    });
  }

  it('tells equal ids apart', async () => {
    const { recordings } = await read('file', json([record(), record(), { messages: [{ text: 'Hi' }] }]));
    expect(recordings.map(({ id }) => id)).to.deep.equal(['a', 'a (2)', 'file#3']);
  });

  const problems: readonly [what: string, text: string, line: number, reason: RegExp, good: number][] = [
    ['an empty file', ' \n', 1, /no recording/, 0],
    ['text', 'Good morning', 1, /not valid JSON/, 0],
    [
      'keys of another shape',
      json({ sid: '1', session: 'x', segments: [] }),
      1,
      /"messages" must be a list \(found sid, session, segments\)/,
      0,
    ],
    ['no messages', json(record({ messages: [] })), 1, /no message with a text/, 0],
    ['a list of lists', '[\n[]]', 2, /an object, this is a list/, 0],
    ['a broken line among good ones', `${json(record())}\n\n{"id": \n${json(record())}`, 3, /not valid JSON/, 2],
    [
      'a broken element among good ones',
      `[${json(record())},\n {"id": "b" "c"},\n${json(record())}]`,
      2,
      /not valid JSON/,
      2,
    ],
    ['a list that was cut off', `[${json(record())},\n{"id": "b", "mess`, 2, /not valid JSON/, 1],
    ['messages without text', json(record({ messages: [{ text: 'Hi' }, { text: ' ' }, 5] })), 1, /2 of 3 messages/, 1],
  ];
  for (const [what, text, line, reason, good] of problems) {
    it(`says where and why: ${what}`, async () => {
      const result = await read('bad.json', text);
      expect(result.problems).to.have.length(1);
      expect(result.problems[0]).to.include({ file: 'bad.json', line });
      expect(result.problems[0]?.reason).to.match(reason);
      expect(result.recordings).to.have.length(good);
    });
  }

  it('finds the line of a syntax error inside of one record', async () => {
    const { problems: found } = await read('bad.json', '{\n  "id": "a",\n  oops\n}');
    // WebKit tells no place of a syntax error: there it is the line on which the record begins.
    expect(found[0]).to.include({ line: tellsPlaces() ? 3 : 1 });
  });

  describe('WebVTT', () => {
    const cues = (...lines: string[]): string => `WEBVTT\n\n${lines.join('\n')}\n`;

    it('reads cues as a call, speakers from their voice tags', async () => {
      const text = cues(
        '00:00.000 --> 00:02.000',
        '<v Maren>Good <i>morning</i></v>',
        '',
        '00:02.500 --> 00:04.000',
        '<v Joe>Hi',
      );
      const { recordings, problems: found } = await read('call.vtt', text);
      expect(found).to.deep.equal([]);
      expect(recordings).to.deep.equal([
        {
          id: 'call.vtt',
          modality: 'audio-video',
          messages: [
            { speaker: { id: 'Maren', role: 'agent', name: 'Maren' }, text: 'Good morning', offsetMs: 0, endMs: 2000 },
            { speaker: { id: 'Joe', role: 'customer', name: 'Joe' }, text: 'Hi', offsetMs: 2500, endMs: 4000 },
          ],
        },
      ]);
    });

    it('reads cues without a voice, and two voices in one cue', async () => {
      const { recordings } = await read(
        'x.vtt',
        cues(
          ...['00:00.000 --> 00:02.000', 'Hm', '', '00:02.000 --> 00:03.000', '<v \u2060>Hm?</v><v A>\u200B', ''],
          ...['00:03.000 --> 00:05.000', '<v A>One</v><v B>Two</v>'],
        ),
      );
      expect(recordings[0]?.messages.map(({ speaker, text }) => [speaker.name, text])).to.deep.equal([
        [undefined, 'Hm'],
        [undefined, 'Hm?'],
        ['A', 'One'],
        ['B', 'Two'],
      ]);
    });

    it('names the line of a bad cue and plays the others', async () => {
      const text = cues(
        '00:00.000 --> 00:01.000',
        'Good',
        '',
        '00:bad --> 00:03.000',
        'Lost',
        '',
        '00:04.000 --> 00:05.000',
        'Fine',
      );
      const { recordings, problems: found } = await read('x.vtt', text);
      expect(found[0]).to.include({ file: 'x.vtt', line: 6 });
      expect(recordings[0]?.messages.map(({ text: said }) => said)).to.deep.equal(['Good', 'Fine']);
    });

    const said = async (...lines: string[]): Promise<[string | undefined, string, number | undefined][]> => {
      const { recordings } = await read('x.vtt', lines.join('\n'));
      return (recordings[0]?.messages ?? []).map(({ speaker, text, offsetMs }) => [speaker.name, text, offsetMs]);
    };

    const readable: readonly [what: string, lines: string[], right: Awaited<ReturnType<typeof said>>][] = [
      [
        'a cue right under the header',
        ['WEBVTT', '00:01.000 --> 00:02.000', '<v Ada>Hello', '', '00:02.000 --> 00:03.000', '<v Ben>Hi'],
        [
          ['Ada', 'Hello', 1000],
          ['Ben', 'Hi', 2000],
        ],
      ],
      [
        'cues without a blank line between them',
        ['WEBVTT', '', '00:01.000 --> 00:02.000', '<v Ada>Hello', '00:02.000 --> 00:03.000', '<v Ben>Hi', 'there'],
        [
          ['Ada', 'Hello', 1000],
          ['Ben', 'Hi\nthere', 2000],
        ],
      ],
      [
        'a cue of no length, and one that ends before it begins',
        ['WEBVTT', '', '00:01.000 --> 00:01.000', '<v Ada>Hm', '', '00:05.000 --> 00:04.500', '<v Ben>Oh'],
        [
          ['Ada', 'Hm', 1000],
          ['Ben', 'Oh', 5000],
        ],
      ],
      [
        'character references, each once',
        ['WEBVTT', '', '00:01.000 --> 00:02.000', '<v O&#39;Hara &amp; Sons>cr&egrave;me &#x1F600; &amp;lt; &lt;b&gt;'],
        [["O'Hara & Sons", 'crème 😀 &lt; <b>', 1000]],
      ],
      [
        'identifiers, settings, hours, notes and styles',
        [
          'WEBVTT - a title',
          'Kind: captions',
          '',
          'STYLE',
          '::cue { color: red }',
          '',
          'NOTE nothing',
          'of note',
          '',
          '7',
          '01:00:01.250 --> 01:00:02.000 align:start',
          '<v.loud Ada>Hello <c.red>there</c></v>',
        ],
        [['Ada', 'Hello there', 3_601_250]],
      ],
      [
        'lines that roll up, each once',
        [
          'WEBVTT',
          '',
          '00:01.000 --> 00:03.000',
          'yes',
          '',
          '00:03.000 --> 00:05.000',
          'yes',
          'I see',
          '',
          '00:05.000 --> 00:07.000',
          'yes',
          'I see',
          'and then',
        ],
        [
          [undefined, 'yes', 1000],
          [undefined, 'I see', 3000],
          [undefined, 'and then', 5000],
        ],
      ],
      [
        'a line that is said once more after a while, or alone',
        [
          'WEBVTT',
          '',
          '00:01.000 --> 00:02.000',
          'yes',
          '',
          '00:02.000 --> 00:03.000',
          'yes',
          '',
          '00:09.000 --> 00:10.000',
          'yes',
          'yes',
        ],
        [
          [undefined, 'yes', 1000],
          [undefined, 'yes', 2000],
          [undefined, 'yes\nyes', 9000],
        ],
      ],
      [
        'a cue without a voice after one with a voice, which is nobody’s',
        ['WEBVTT', '', '00:01.000 --> 00:02.000', '<v Ada>Hello', '', '00:03.000 --> 00:04.000', 'Music'],
        [
          ['Ada', 'Hello', 1000],
          [undefined, 'Music', 3000],
        ],
      ],
    ];
    for (const [what, lines, right] of readable) {
      it(`reads ${what}`, async () => {
        expect(await said(...lines)).to.deep.equal(right);
      });
    }

    const unreadable: readonly [what: string, lines: string[], line: number, reason: RegExp][] = [
      ['times before the beginning', ['WEBVTT', '', '-00:00:03.000 --> 00:00:01.000', 'lost'], 3, /times of a cue/],
      ['times in another notation', ['WEBVTT', '', '00:01,000 --> 00:02,000', 'lost'], 3, /times of a cue/],
      ['minutes that are none', ['WEBVTT', '', '00:75:00.000 --> 00:76:00.000', 'lost'], 3, /times of a cue/],
      ['lines without times', ['WEBVTT', '', 'id one', '00:07.000', 'no arrow'], 3, /no times/],
      ['another kind of file', ['1', '00:00:01,000 --> 00:00:02,000', 'lost'], 1, /WEBVTT/],
    ];
    for (const [what, lines, line, reason] of unreadable) {
      it(`names ${what}, and plays the rest`, async () => {
        const { recordings, problems: found } = await read(
          'x.vtt',
          [...lines, '', '00:08.000 --> 00:09.000', 'kept'].join('\n'),
        );
        expect(found[0]).to.include({ file: 'x.vtt', line });
        expect(found[0]?.reason).to.match(reason);
        const kept = recordings.flatMap(({ messages }) => messages.map(({ text }) => text));
        expect(kept).to.deep.equal(lines[0] === 'WEBVTT' ? ['kept'] : []);
      });
    }

    it('says so when nothing can be read', async () => {
      const { recordings, problems: found } = await read('x.vtt', 'no captions');
      expect(recordings).to.deep.equal([]);
      expect(found.at(-1)?.reason).to.equal('no cue with a text could be read');
    });
  });
});

import { TextJudge } from '../support/text-judge.js';

/** Texts that do no harm and are long: formatted, too long for that, too long for the HTML of a mail, and none at first. */
const HARMLESS: readonly string[] = [
  'x'.repeat(2000),
  'x'.repeat(9000),
  'x'.repeat(30_000),
  'x'.repeat(150_000),
  'x'.repeat(600_000),
  `${'\u2060'.repeat(300_000)}x`,
];

/** Each would freeze a browser, or keep it busy for long, if it were laid out as it is. */
const bombs: Readonly<Record<string, string>> = {
  'a word without end': 'x'.repeat(9000),
  'marks nested deep': `${'>'.repeat(500)}${'- '.repeat(500)}${'*'.repeat(501)}x${'['.repeat(500)}`,
  'elements nested deep': `${'<div>'.repeat(300)}deep`,
  'a hundred thousand combining marks': `a${'\u0301'.repeat(100_000)}`,
  'three hundred thousand overrides': `${'\u202E'.repeat(300_000)}x`,
  'three hundred thousand isolates': `${'\u2067'.repeat(300_000)}x`,
  'a hundred thousand elements': '<div>'.repeat(100_000),
  'a million characters': 'lorem <b>ipsum</b> '.repeat(55_000),
};

describe('a long hostile text', () => {
  const judge = new TextJudge();

  before(async function () {
    this.timeout(100_000);
    await judge.learn(HARMLESS);
  });

  for (const [name, text] of Object.entries(bombs))
    it(`is text in every element, and freezes none: ${name}`, async function () {
      this.timeout(60_000);
      await judge.judge(text);
    });
});

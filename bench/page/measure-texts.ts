/**
 * Texts made to freeze a page, read by what reads texts of customers. The time of each is that of the slowest of its
 * texts, the median of several rounds: none may be felt.
 */
import { partsOf } from '../../src/core/fields/placeholders.js';
import { readLocation } from '../../src/core/location/location.js';
import { displayableText } from '../../src/core/text/displayable-text.js';
import { visibleTextOf } from '../../src/core/text/visible-text.js';
import { textOfHtml } from '../../src/components/email-conversation/text-of-html.js';
import { readMarkdown } from '../../src/rich-text/read-markdown.js';
import { takeTurns } from './samples.js';

const HUNDRED_THOUSAND = 100_000;

const readers = {
  displayed: {
    read: (text: string) => displayableText(text),
    texts: [
      `Z${'\u0336\u0489\u0361\u035C'.repeat(HUNDRED_THOUSAND / 4)}`,
      '\u202E'.repeat(1_000_000),
      'a\u0301\u202D'.repeat(HUNDRED_THOUSAND),
      'w'.repeat(1_000_000),
      '👩‍👩‍👧'.repeat(125_000),
    ],
  },
  template: {
    read: (text: string) => partsOf(text),
    texts: ['$(', '{', '${', '$(a', '(', '{a'].map((unit) => unit.repeat(HUNDRED_THOUSAND / unit.length)),
  },
  location: {
    read: (text: string) => readLocation(text),
    texts: ['1.'.repeat(500_000), `1.5°${' '.repeat(1_000_000)}`, `1.5${' '.repeat(190)}x`, '°'.repeat(150)],
  },
  mail: {
    read: (text: string) => textOfHtml(text),
    texts: ['<'.repeat(300_000), '<!--'.repeat(HUNDRED_THOUSAND), `<style>${'</s'.repeat(HUNDRED_THOUSAND)}`],
  },
  markdown: {
    read: (text: string) => readMarkdown(text),
    texts: ['*'.repeat(20_000), '*a'.repeat(10_000), '[a]('.repeat(5000), '- '.repeat(10_000), '>'.repeat(10_000)],
  },
  visible: {
    read: (text: string) => visibleTextOf(text),
    texts: ['*'.repeat(20_000), ']('.repeat(10_000), '**a** '.repeat(170_000)],
  },
} as const;

export type TextFigures = Readonly<Record<keyof typeof readers, number>>;

export async function measureTexts({ rounds }: { readonly rounds: number }): Promise<TextFigures> {
  const slowest = async ({ read, texts }: (typeof readers)[keyof typeof readers]): Promise<number> => {
    const subjects = Object.fromEntries(
      texts.map((text, index) => [
        String(index),
        () => {
          const begin = performance.now();
          read(text);
          return performance.now() - begin;
        },
      ]),
    );
    const samples = await takeTurns(subjects, { rounds, warmUps: 2 });
    return Math.max(...Object.values(samples).map(({ median }) => median));
  };
  const figures: Partial<Record<keyof typeof readers, number>> = {};
  for (const name of Object.keys(readers) as (keyof typeof readers)[]) figures[name] = await slowest(readers[name]);
  return figures as TextFigures;
}

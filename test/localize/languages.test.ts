import { expect } from '@open-wc/testing';
import { english } from '../../src/localize/english.js';
import { grammarOf } from '../../src/localize/grammar.js';
import { LANGUAGES } from '../../src/localize/languages.js';
import { countsIn, examplesOf, said, withoutNumbers, wordsBelow } from '../support/words.js';

const ENGLISH = wordsBelow(english);

/** Words that are the same in a language, by what they say; names of keys, products and standards are so in all. */
const THE_SAME: Readonly<Record<string, readonly string[]>> = {
  all: [
    '',
    // Names of keys, products and standards, and words that the field has taken from English.
    ...[
      'Agent',
      'Alt',
      'Bot',
      'Cc',
      'Chat',
      'Code',
      'Command',
      'Companion',
      'Control',
      'Email',
      'Link',
      'Meta',
      'Name',
    ],
    ...['Neutral', 'Offline', 'Option', 'Parameter', 'Service', 'Supervisor', 'System', 'Voicemail', 'https://…'],
    // Sentences of nothing but what they are told.
    ...['5: 5', '5: 5.', '5, 5', '5 / 5', 'service · agent', 'service, agent'],
  ],
  ar: ['Ctrl', 'Shift'],
  de: ['Details', 'Person'],
  es: ['5° N, 5° E', 'Ctrl'],
  fr: [
    ...['Conversation', 'Message', 'Notes', 'Notifications', 'Sessions', 'Transcription', 'Volume'],
    ...['5° N, 5° E', 'Ctrl'],
  ],
  it: ['5° N, 5° E', 'Account', 'Ctrl', 'Record', 'Tag', 'Volume'],
};

/** Sentences whose number changes no word, because the noun is the same with one and with many. */
const ONE_FORM: Readonly<Record<string, readonly string[]>> = {
  de: ['Zeichen', 'weitere', 'neu'],
  it: ['attività', 'novità'],
};

/** Sentences that are told a word of ours, and write it as it stands in a sentence. */
const OURS: ReadonlySet<string> = new Set([
  'controls › parkFirst',
  'noWork › task',
  ...['lost', 'back', 'stays'].map((fate) => `session-leave › fate › ${fate}`),
]);

/** Sentences that are told what something is, and say it in words of theirs. */
const LOOKED_UP: ReadonlySet<string> = new Set(['session › failure', 'transfer-dialog › label']);

/** A number for each form that a language has, up to a million. */
function numbersOf(language: string): ReadonlyMap<Intl.LDMLPluralRule, number> {
  const rules = new Intl.PluralRules(language);
  const found = new Map<Intl.LDMLPluralRule, number>();
  for (const value of [1, 2, 0, 3, 11, 100, 1_000_000])
    if (!found.has(rules.select(value))) found.set(rules.select(value), value);
  return found;
}

/** What went wrong where no reason came along; a backend may leave it blank. */
const failures = (say: (action: 'park' | 'unpark' | 'transfer', reason: string) => string): void => {
  for (const action of ['park', 'unpark', 'transfer'] as const) {
    expect(say(action, '')).to.match(/\p{L}$/u);
    expect(say(action, 'why').startsWith(say(action, ''))).to.equal(true);
  }
};

it('says in English that something failed, also where nobody said why', () => {
  failures(english.session.failure);
});

for (const [language, load] of Object.entries(LANGUAGES))
  describe(`the words in ${language}`, () => {
    let words: ReadonlyMap<string, string | ((...given: never[]) => string)>;
    before(async () => {
      words = wordsBelow((await load())(grammarOf(language)));
    });

    it('are all there, and sentences take what they take in English', () => {
      const kindsOf = (all: typeof words): readonly string[] =>
        [...all]
          .map(([path, word]) => `${path}: ${typeof word === 'string' ? 'string' : `takes ${String(word.length)}`}`)
          .sort();
      expect(kindsOf(words)).to.deep.equal(kindsOf(ENGLISH));
    });

    it('are none of those in English, but for those that are the same', () => {
      const same = new Set([...(THE_SAME['all'] ?? []), ...(THE_SAME[language] ?? [])]);
      const left = [...ENGLISH].flatMap(([path, word]) => {
        const given = typeof word === 'string' ? [] : examplesOf(word);
        const inEnglish = said(word, given);
        const own = said(words.get(path) ?? '', given).replace(/[\u2068\u2069]/g, '');
        return own === inEnglish && !same.has(own) ? [`${path}: ${own}`] : [];
      });
      expect(left).to.deep.equal([]);
    });

    it('say all that they are told, and what others wrote by itself in its direction', () => {
      const lost = [...ENGLISH].flatMap(([path, word]) => {
        if (typeof word === 'string' || LOOKED_UP.has(path)) return [];
        const given = examplesOf(word);
        const [inEnglish, own] = [word, words.get(path) ?? ''].map((each) => said(each, given).toLowerCase());
        return given.flat().flatMap((argument) => {
          const text = String(argument);
          if (!inEnglish?.includes(text)) return [];
          if (!own?.includes(text)) return [`${path} does not say ${text}: ${own ?? ''}`];
          const isWithin = new RegExp(`\u2068[^\u2069]*${text}[^\u2069]*\u2069`).test(own);
          return typeof argument === 'string' && !isWithin && !OURS.has(path)
            ? [`${path} does not isolate ${text}`]
            : [];
        });
      });
      expect(lost).to.deep.equal([]);
    });

    it('say that something failed, also where nobody said why', async () => {
      failures((await load())(grammarOf(language)).session.failure);
    });

    it('have all forms of a plural', () => {
      const numbers = [...numbersOf(language)].filter(([form]) => form !== 'zero');
      const stiff = [...ENGLISH].flatMap(([path, word]) => {
        const own = words.get(path);
        if (typeof word === 'string' || typeof own !== 'function') return [];
        const given = examplesOf(word);
        return countsIn(word, given).flatMap((at) => {
          const forms = numbers
            // Only with a million, where most sentences have no word that would change.
            .filter(([form]) => form !== 'many' || language === 'ar')
            .map(([, value]) => withoutNumbers(said(own, given.with(at, value))));
          const isOne = ONE_FORM[language]?.some((noun) => forms.every((text) => text.includes(noun)));
          return new Set(forms).size < Math.min(forms.length, 4) && !isOne ? [`${path}: ${forms.join(' | ')}`] : [];
        });
      });
      expect(stiff).to.deep.equal([]);
    });
  });

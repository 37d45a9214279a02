/** The forms of a word beside a number, by the plural rules of its language. Where one is not given, `other` is taken. */
export type Forms = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** What sentences need of a language that `Intl` knows. */
export interface Grammar {
  /** A number in the digits of the language, grouped, with up to five decimals. */
  readonly figure: (value: number) => string;
  /** @param value from 0 to 100 */
  readonly percent: (value: number) => string;
  /** The form that goes with a number, which stands for each `#` in it. */
  readonly count: (value: number, forms: Forms) => string;
  /** Such as “Map, summary and context”. */
  readonly and: (names: readonly string[]) => string;
  /** Such as “a service, a person or a number”. */
  readonly or: (names: readonly string[]) => string;
  /**
   * A name or another text of somebody else, by itself in its direction (FIRST STRONG ISOLATE), so that neither turns the
   * other: not the sentence around it, and not what is written after it.
   */
  readonly own: (text: string) => string;
}

/** @param locale a tag that `Intl` takes; see `nearestLocale` */
export function grammarOf(locale: string): Grammar {
  const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 5 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const rules = new Intl.PluralRules(locale);
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' });
  const figure = (value: number): string => figures.format(value);
  return {
    figure,
    percent: (value) => percents.format(value / 100),
    count: (value, forms) => (forms[rules.select(value)] ?? forms.other).replaceAll('#', () => figure(value)),
    and: (names) => conjunction.format(names),
    or: (names) => disjunction.format(names),
    own: (text) => `\u2068${text}\u2069`,
  };
}

import type { ElementStrings, PartStrings } from './element-strings.js';
import type { en } from './en.js';

/** Every word of one language. */
export type AllStrings = typeof en & ElementStrings & PartStrings;

/** Whole groups of words, such as those of one element. */
export type Words = Partial<AllStrings>;

/** Any of an object's strings and functions, at any depth. */
export type Some<T> = T extends string | ((...given: never[]) => string)
  ? T
  : { readonly [K in keyof T]?: Some<T[K]> | undefined };

/** Single words of a language, for a host that changes some, or that has not written all of them yet. */
export type SomeStrings = Some<AllStrings>;

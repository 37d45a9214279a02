// `my-sessions/localize`: words and formats.
export { english as en } from './localize/english.js';
export type { Strings } from './localize/en.js';
export type { ElementStrings, PartStrings } from './localize/element-strings.js';
export type { AllStrings, Some, SomeStrings } from './localize/all-strings.js';
export { localizationIn } from './localize/localization-in.js';
export type { OwnLanguages, OwnWords } from './localize/localization-in.js';
export { grammarOf } from './localize/grammar.js';
export type { Forms, Grammar } from './localize/grammar.js';
export { followLanguage } from './localize/follow-language.js';
export { createLocalization } from './localize/localization.js';
export type { Localization } from './localize/localization.js';

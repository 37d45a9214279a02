// `my-sessions/localize`: words and formats.
export { english as en } from './localize/english.js';
export type { Strings } from './localize/en.js';
export type { ElementStrings, PartStrings } from './localize/element-strings.js';
export { createLocalization } from './localize/localization.js';
export type { Localization } from './localize/localization.js';

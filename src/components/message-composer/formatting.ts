import { Bold, Code, Italic, Link, List, ListOrdered, Strikethrough } from '../../icons/drawings.js';
import type { Drawing } from '../../icons/icon.js';
import type { messageComposer } from '../../localize/en/message-composer.js';

/** Marks and lists, by their names in the schema. */
export type Formatting = 'strong' | 'em' | 'strike' | 'link' | 'bullet_list' | 'ordered_list' | 'code';

/** The toolbar, in its order. */
export const FORMATTINGS: readonly (readonly [Formatting, Drawing, word: keyof typeof messageComposer])[] = [
  ['strong', Bold, 'bold'],
  ['em', Italic, 'italic'],
  ['strike', Strikethrough, 'strike'],
  ['link', Link, 'link'],
  ['bullet_list', List, 'bulletList'],
  ['ordered_list', ListOrdered, 'numberedList'],
  ['code', Code, 'code'],
];

import { Bold, Code, Italic, Link, List, ListOrdered, Strikethrough } from 'lucide';
import type { IconNode } from 'lucide';
import type { messageComposer } from '../../localize/en/message-composer.js';

/** Marks and lists, by their names in the schema. */
export type Formatting = 'strong' | 'em' | 'strike' | 'link' | 'bullet_list' | 'ordered_list' | 'code';

/** The toolbar, in its order. */
export const FORMATTINGS: readonly (readonly [Formatting, IconNode, word: keyof typeof messageComposer])[] = [
  ['strong', Bold, 'bold'],
  ['em', Italic, 'italic'],
  ['strike', Strikethrough, 'strike'],
  ['link', Link, 'link'],
  ['bullet_list', List, 'bulletList'],
  ['ordered_list', ListOrdered, 'numberedList'],
  ['code', Code, 'code'],
];

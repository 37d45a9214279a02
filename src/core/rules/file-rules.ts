import type { FileRules } from '../model/messaging.js';
import { endingOf } from '../text/file-name.js';

/** Most files of one message where the channel does not say. */
const MOST_FILES = 10;

/** A file before it is taken: as a browser describes it, which goes by its name. */
export interface OfferedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** - `folder`: no file at all; `empty`: without a byte, which is how some browsers show a folder; the others as they are called. */
export type FileRefusal = 'folder' | 'empty' | 'type' | 'too-big' | 'too-many';

/** Whether the channel takes files of this kind. Both the name and the type may lie; the backend looks inside. */
export function isTypeTaken({ types }: FileRules, { name, type }: Pick<OfferedFile, 'name' | 'type'>): boolean {
  const own = type.toLowerCase().replace(/;.*/, '').trim();
  const ending = endingOf(name).toLowerCase();
  return types.some((taken) => {
    const wanted = taken.trim().toLowerCase();
    if (wanted === '*' || wanted === '*/*') return true;
    if (wanted.startsWith('.')) return wanted === ending;
    return wanted.endsWith('/*') ? own.startsWith(wanted.slice(0, -1)) : wanted === own;
  });
}

/** Why the channel does not take a file, whatever else there is; undefined when it does. */
export function refusalOfFile(rules: FileRules, file: OfferedFile): FileRefusal | undefined {
  if (!(file.size > 0)) return 'empty';
  if (!isTypeTaken(rules, file)) return 'type';
  return rules.maxBytes !== undefined && file.size > rules.maxBytes ? 'too-big' : undefined;
}

export interface SortedFiles<F> {
  readonly taken: readonly F[];
  readonly refused: readonly { readonly file: F; readonly why: FileRefusal }[];
}

/**
 * Which of the files a message can still take, in their order, and why not the others.
 *
 * @param already how many it has
 */
export function sortFiles<F extends OfferedFile>(
  rules: FileRules,
  files: readonly F[],
  already: number,
): SortedFiles<F> {
  const most = rules.maxCount ?? MOST_FILES;
  const taken: F[] = [];
  const refused: { file: F; why: FileRefusal }[] = [];
  for (const file of files) {
    const why = refusalOfFile(rules, file) ?? (already + taken.length < most ? undefined : 'too-many');
    if (why === undefined) taken.push(file);
    else refused.push({ file, why });
  }
  return { taken, refused };
}

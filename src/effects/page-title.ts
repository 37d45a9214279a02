/** What somebody puts before the title of the page. */
interface Part {
  readonly count: number;
  readonly words?: string | undefined;
}

const parts = new Map<object, Part>();
let plain = '';
let written: string | undefined;

/**
 * Puts a number and words before the title of the page, whatever that is by then, such as `(2) New call – Portal`. Several
 * may: the highest number and the words of one are shown.
 *
 * @param owner who puts it there
 * @param part undefined takes away what the owner has put there
 */
export function putInTitle(owner: object, part: Part | undefined): void {
  if (part ? isSame(parts.get(owner), part) && document.title === written : !parts.has(owner)) return;
  if (part) parts.set(owner, part);
  else parts.delete(owner);
  if (document.title !== written) plain = document.title;
  const all = [...parts.values()];
  const count = Math.max(0, ...all.map((own) => own.count));
  const words = all.find((own) => own.words)?.words;
  const title = `${count > 0 ? `(${String(count)}) ` : ''}${words ? `${words} – ` : ''}${plain}`;
  if (document.title !== title) document.title = title;
  written = parts.size > 0 ? title : undefined;
}

const isSame = (one: Part | undefined, other: Part): boolean => one?.count === other.count && one.words === other.words;

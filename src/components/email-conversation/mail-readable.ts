import { INK, LEAST_CONTRAST, WHITE, colourOf, contrastOf, cssOf, over, readableOn } from './mail-colours.js';
import type { Colour } from './mail-colours.js';

/** What an element of a mail looks like, and what it will look like. */
interface Look {
  /** As the browser has computed it from what the mail says. */
  readonly said: string;
  readonly colour: Colour;
  readonly behind: Colour;
  /** Whether what is behind was painted by something inline, which does not reach all that stands in it. */
  readonly isBehindInline: boolean;
}

const SHEET: Look = { said: '', colour: INK, behind: WHITE, isBehindInline: false };

/**
 * Makes every word of a mail readable on what is really behind it: colours of the sender stay where their contrast is
 * enough, elsewhere they are the reader's own. Nothing floats, overlaps or is moved by then (`mail-rules.ts`), so what is
 * behind a word is what its elements are painted with, from the outside to the inside.
 */
export function makeReadable(sheet: HTMLElement, view: Window): void {
  const elements = [sheet, ...sheet.querySelectorAll<HTMLElement>('*')];
  // All is read before anything is written: the browser computes styles once.
  const read = elements.map((element) => {
    const { color, backgroundColor, display } = view.getComputedStyle(element);
    return { element, color, backgroundColor, isInline: display === 'inline' || display.startsWith('ruby') };
  });
  const looks = new Map<Element | null, Look>();
  for (const { element, color, backgroundColor, isInline } of read) {
    const around = looks.get(element.parentElement) ?? SHEET;
    const own = colourOf(backgroundColor);
    const behind = own ? over(around.behind, own) : around.behind;
    if (!own || (around.isBehindInline && own[3] < 1)) element.style.backgroundColor = cssOf(behind);
    const isPainted = around.isBehindInline || own === undefined || own[3] > 0;
    const wished = color === around.said ? around.colour : (colourOf(color) ?? readableOn(behind));
    const seen = over(behind, wished);
    const colour = hasWords(element) && contrastOf(seen, behind) < LEAST_CONTRAST ? readableOn(behind) : wished;
    if (colourOf(color)?.join() !== colour.join()) element.style.color = cssOf(over(behind, colour));
    if (isInline) keepToLine(element);
    looks.set(element, { said: color, colour, behind, isBehindInline: isInline && isPainted });
  }
  for (const table of sheet.querySelectorAll('table')) keepCellsApart(table);
}

/** A list item has its number or bullet; an image that does not come has its name. */
function hasWords(element: HTMLElement): boolean {
  const { localName, childNodes } = element;
  if (localName === 'li' || localName === 'img') return true;
  return [...childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');
}

/** What is inline would be painted over the lines above and below. */
function keepToLine({ style }: HTMLElement): void {
  for (const property of style.length === 0
    ? []
    : ['padding-top', 'padding-bottom', 'border-top-width', 'border-bottom-width'])
    style.setProperty(property, '0');
}

/** Looked at, at most. */
const MOST_PLACES = 50_000;

/** Cells that reach into the next rows can lie over the wide ones there. Then none of the table reaches. */
function keepCellsApart(table: HTMLTableElement): void {
  const cells = [...table.rows].flatMap((row) => [...row.cells]);
  if (cells.some(({ rowSpan }) => rowSpan !== 1) && isOverlapping(table))
    for (const cell of cells) cell.removeAttribute('rowspan');
}

function isOverlapping(table: HTMLTableElement): boolean {
  let places = 0;
  const taken = new Map<HTMLTableRowElement, Set<number>>();
  const rows = [...table.rows];
  for (const [index, row] of rows.entries()) {
    const own = taken.get(row) ?? new Set<number>();
    let column = 0;
    for (const { rowSpan, colSpan } of row.cells) {
      while (own.has(column)) column += 1;
      const reach = rowSpan === 0 ? rows.length : rowSpan;
      for (const reached of rows.slice(index, index + reach)) {
        // Cells end with their part of the table.
        if (reached.parentElement !== row.parentElement) break;
        const there = reached === row ? own : (taken.get(reached) ?? new Set<number>());
        taken.set(reached, there);
        for (let place = column; place < column + colSpan; place += 1) {
          places += 1;
          if (there.has(place) || places > MOST_PLACES) return true;
          there.add(place);
        }
      }
      column += colSpan;
    }
  }
  return false;
}

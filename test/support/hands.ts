import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { focused, settled } from './mounting.js';
import { turn } from './news.js';

/** All that follows: a dialog that is answered says so in a task of its own, and so does a popover. */
async function seenThrough(): Promise<void> {
  await turn();
  await settled();
}

/** One key after the other, each seen through before the next. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await seenThrough();
  }
}

/** Presses a key until something is so; fails after `most` times, saying where the focus was after each. */
export async function pressUntil(key: string, isSo: () => boolean, most = 20): Promise<void> {
  const places: string[] = [];
  while (!isSo()) {
    if (places.length === most) throw new Error(`${key} leads nowhere: ${places.join(', ')}`);
    await press(key);
    const { localName, className } = focused();
    places.push(`${localName}.${className}`);
  }
}

/** Keys held down together, the last one pressed: `together('Alt', 'Shift', 'N')`. */
export async function together(...keys: readonly string[]): Promise<void> {
  const [last = '', ...held] = keys.toReversed();
  for (const down of held.toReversed()) await sendKeys({ down });
  await sendKeys({ press: last });
  for (const up of held) await sendKeys({ up });
  await seenThrough();
}

export async function write(text: string): Promise<void> {
  await sendKeys({ type: text });
  await seenThrough();
}

const middleOf = (element: Element): [x: number, y: number] => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
};

/** A click with a real mouse, which takes focus unless somebody prevents it. Nobody can click outside of the window. */
export async function clickOn(element: Element): Promise<void> {
  const [x, y] = middleOf(element);
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight)
    element.scrollIntoView({ block: 'center', inline: 'center' });
  await sendMouse({ type: 'click', position: middleOf(element) });
  await seenThrough();
}

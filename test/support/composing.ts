import { sendKeys } from '@web/test-runner-commands';
import type { MessageComposer } from '../../src/index.js';
import { coming, settled } from './mounting.js';

/** Waits until a composer has its editor, and gives the surface one writes on. */
export async function ready(composer: MessageComposer): Promise<HTMLElement> {
  await settled(composer);
  return coming(composer, '.surface');
}

/** Types where the focus is. */
export async function typed(text: string): Promise<void> {
  await sendKeys({ type: text });
  await settled();
}

/** Presses keys, one after the other, such as `Shift+Enter`. */
export async function pressed(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [main = key, modifier] = key.split('+').reverse();
    if (modifier !== undefined) await sendKeys({ down: modifier });
    await sendKeys({ press: main });
    if (modifier !== undefined) await sendKeys({ up: modifier });
  }
  await settled();
}

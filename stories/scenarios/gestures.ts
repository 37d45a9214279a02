import type { LitElement } from 'lit';

/** How long is waited for what comes after the first sight of an element: a part that is loaded, or what a browser kept. */
const MOST_FRAMES = 300;

/** Finds something in the shadow root of the first element of a tag, as soon as it is there. */
async function partOf<T extends Element>(root: ParentNode, tag: string, selector: string): Promise<T> {
  for (let frames = 0; frames < MOST_FRAMES; frames += 1) {
    const element = root.querySelector<LitElement>(tag);
    // A provider is complete when it looks where its agent should.
    await element?.closest<LitElement>('session-provider')?.updateComplete;
    await element?.updateComplete;
    const part = element?.renderRoot.querySelector<T>(selector);
    if (part) return part;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`<${tag}> never showed ${selector}.`);
}

/** Waits for a part that is loaded after the first sight of its element. */
export async function comes(root: ParentNode, tag: string, selector: string): Promise<void> {
  await partOf(root, tag, selector);
}

/** A click, as an agent does it. */
export async function press(root: ParentNode, tag: string, selector: string): Promise<void> {
  (await partOf<HTMLElement>(root, tag, selector)).click();
}

/** Chooses an option of a dropdown. */
export async function choose(root: ParentNode, tag: string, selector: string, value: string): Promise<void> {
  const select = await partOf<HTMLSelectElement>(root, tag, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Types into a field. */
export async function type(root: ParentNode, tag: string, selector: string, text: string): Promise<void> {
  const field = await partOf<HTMLInputElement>(root, tag, selector);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Presses a key in a field. */
export async function key(root: ParentNode, tag: string, selector: string, name: string): Promise<void> {
  const field = await partOf<HTMLElement>(root, tag, selector);
  field.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));
}

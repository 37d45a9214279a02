const elementsIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ]);

/** Waits until every composer of a story has its editor, and gives the surfaces that one writes on. */
export async function written(root: ParentNode): Promise<HTMLElement[]> {
  for (let turn = 0; turn < 200; turn += 1) {
    const composers = elementsIn(root).filter((element) => element.localName === 'message-composer');
    const surfaces = composers.map((composer) => composer.shadowRoot?.querySelector<HTMLElement>('.surface'));
    if (composers.length > 0 && surfaces.every((surface) => surface)) return surfaces as HTMLElement[];
    await new Promise(requestAnimationFrame);
  }
  throw new Error('No composer has its editor.');
}

/** Types a slash where a message is written. */
export async function openReplies(root: ParentNode): Promise<void> {
  const [surface] = await written(root);
  surface?.focus();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else types as a user does
  document.execCommand('insertText', false, '/');
}

/** Writes at the end of what is written, and gives the surface. */
export async function write(root: ParentNode, text: string): Promise<HTMLElement> {
  const [surface] = await written(root);
  if (!surface) throw new Error('There is no composer.');
  // The composer, not the surface: it puts the caret where it belongs.
  ((surface.getRootNode() as ShadowRoot).host as HTMLElement).focus();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else types as a user does
  document.execCommand('insertText', false, text);
  // As with any typing, the editor hears of the text before the next key comes.
  await new Promise(requestAnimationFrame);
  return surface;
}

/** Writes a message and sends it. */
export async function send(root: ParentNode, text: string): Promise<void> {
  const surface = await write(root, text);
  surface.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}

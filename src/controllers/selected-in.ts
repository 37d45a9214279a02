/** How an engine lets one look into a shadow root: Chromium by a selection of its own, WebKit by ranges, Firefox anyhow. */
interface Looking {
  readonly getSelection?: () => Selection | null;
  readonly getComposedRanges?: (root: Node) => readonly StaticRange[];
}

/** Where what is selected begins and ends, as far as that is in an element; nothing while nothing of it is. */
export function selectedIn(element: Element): readonly Node[] {
  const root = element.getRootNode() as Node & Looking;
  const page = getSelection() as (Selection & Looking) | null;
  if (page?.type !== 'Range') return [];
  // As the first engine had them: the newer way, by an option, is an error there.
  const [range] = page.getComposedRanges?.(root) ?? [];
  const selections = [page, root.getSelection?.()];
  const ends = selections.flatMap((own) => [own?.anchorNode, own?.focusNode]);
  return [range?.startContainer, range?.endContainer, ...ends].filter((end) => end && element.contains(end)) as Node[];
}

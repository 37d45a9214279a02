/** How an engine lets one look into a shadow root: Chromium by a selection of its own, WebKit by ranges, Firefox anyhow. */
interface Looking {
  readonly getSelection?: () => Selection | null;
  readonly getComposedRanges?: (root: Node) => readonly StaticRange[];
}

/** Where what is selected begins and ends, as far as that is in an element; nothing while nothing of it is. */
export function selectedIn(element: Element): readonly Node[] {
  const root: Node & Pick<Looking, 'getSelection'> = element.getRootNode();
  const page = getSelection() as (Omit<Selection, 'getComposedRanges'> & Looking) | null;
  if (page?.type !== 'Range') return [];
  // As the first engine had them: the newer way, by an option, is an error there.
  const [range] = page.getComposedRanges?.(root) ?? [];
  const selections = [page, root.getSelection?.()];
  const ends = selections.flatMap((own) => [own?.anchorNode, own?.focusNode]);
  return [range?.startContainer, range?.endContainer, ...ends].filter((end) => end && element.contains(end)) as Node[];
}

/** The ids, as `data-id` has them, of the parts of an element in which a selection begins and ends. */
export const selectedParts = (element: Element): readonly string[] =>
  selectedIn(element).flatMap((end) => {
    const part = (end instanceof Element ? end : end.parentElement)?.closest<HTMLElement>('[data-id]');
    return part?.dataset['id'] ?? [];
  });

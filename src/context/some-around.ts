/** Whether something holds of an element or of one that it is shown in: its slot, its parent, the host of its root. */
export function someAround(element: Element | null, holds: (around: Element) => boolean): boolean {
  for (let around = element; around; around = elementAround(around)) if (holds(around)) return true;
  return false;
}

export const elementAround = ({ assignedSlot, parentElement, parentNode }: Element): Element | null =>
  assignedSlot ?? parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);

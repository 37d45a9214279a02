/** What ends a press, wherever it ends. */
const RELEASES = ['pointerup', 'pointercancel'] as const;

/** Whether something is selected in the page. */
export const isSelecting = (): boolean => getSelection()?.type === 'Range';

/** Whether a press may begin to select. */
export const isOfMouse = ({ pointerType, button }: PointerEvent): boolean => pointerType === 'mouse' && button === 0;

/** Whether a press may select by being long: of a finger, or of a pen. */
export const isOfFinger = ({ pointerType }: PointerEvent): boolean => pointerType !== 'mouse';

/** What a mouse or a finger is held down on, and selects: engines tell little of what is selected in shadow roots. */
export class SelectionHold {
  isPressed = false;
  /** What was pressed on last, and what it was released on. */
  #ends: readonly unknown[] = [];

  /** The `data-id`s of the entries in which what is selected begins and ends. */
  get selected(): readonly string[] {
    if (!isSelecting()) return [];
    return this.#ends.flatMap((end) =>
      end instanceof Element ? (end.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? []) : [],
    );
  }

  press({ target, shiftKey }: PointerEvent, released: () => void): void {
    this.isPressed = true;
    this.#ends = [(shiftKey && this.#ends[0]) || target, target];
    const onRelease = (event: Event): void => {
      for (const type of RELEASES) removeEventListener(type, onRelease, true);
      this.isPressed = false;
      this.#ends = [this.#ends[0], event.composedPath()[0]];
      released();
    };
    for (const type of RELEASES) addEventListener(type, onRelease, true);
  }

  /** `selecting` is called when what is pressed long is selected, until something else is pressed. */
  touch({ target }: PointerEvent, selecting: () => void): void {
    const until = new AbortController();
    const { signal } = until;
    const onSelect = (): void => {
      if (!isSelecting()) return;
      until.abort();
      this.#ends = [target, target];
      selecting();
    };
    document.addEventListener('selectionchange', onSelect, { signal });
    addEventListener(
      'pointerdown',
      () => {
        until.abort();
      },
      { signal, capture: true },
    );
  }
}

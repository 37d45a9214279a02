import { isShown } from '../../controllers/sight.js';

/** A hand on a mouse moves it by less while it types, in px. */
const TREMBLE = 4;

/**
 * A click in a frame is known by the pointer that is on it. One that has rested there since before the agent last typed
 * or went elsewhere tells nothing, so the frame is shut to it (class `shut`) until it moves; its page hears of neither.
 */
export class PointerShutter {
  readonly #shut = new Set<HTMLIFrameElement>();
  /** Where the pointer was first seen since a frame was shut. */
  #rest: { readonly x: number; readonly y: number } | undefined;

  has(frame: HTMLIFrameElement): boolean {
    return this.#shut.has(frame);
  }

  /** The shut frame in which something was pressed. */
  at(event: MouseEvent): HTMLIFrameElement | undefined {
    return [...this.#shut].find((frame) => isUnder(frame, event));
  }

  /** @param isByTouch fingers rest nowhere, so all frames are shut */
  shut(frames: readonly HTMLIFrameElement[], isByTouch: boolean): void {
    for (const frame of frames) {
      if (this.#shut.has(frame) || (!isByTouch && !frame.matches(':hover'))) continue;
      this.#shut.add(frame);
      this.#rest = undefined;
      frame.classList.add('shut');
    }
  }

  /** Opens the frame that the pointer moves on. */
  onMove(event: MouseEvent): void {
    if (this.#shut.size === 0) return;
    const { screenX, screenY, movementX, movementY } = event;
    this.#rest ??= { x: screenX - movementX, y: screenY - movementY };
    const frame = this.at(event);
    if (frame && Math.hypot(screenX - this.#rest.x, screenY - this.#rest.y) >= TREMBLE) this.open(frame);
  }

  open(frame: HTMLIFrameElement): void {
    this.#shut.delete(frame);
    frame.classList.remove('shut');
  }

  openAll(): void {
    for (const frame of this.#shut) this.open(frame);
  }
}

function isUnder(frame: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = frame.getBoundingClientRect();
  return isShown(frame) && clientX >= left && clientX < right && clientY >= top && clientY < bottom;
}

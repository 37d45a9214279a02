import { deepActiveElement, isShown } from '../../controllers/focus-place.js';

/** How often it is looked where the focus is while it is in a frame, of which the page around it hears nothing, in ms. */
const LOOK_EVERY = 50;

/** Keys that move the focus into a frame by themselves, by their places: WebKit on X11 has no name for Tab with Shift. */
const MOVING_KEYS = ['Tab', 'F6'];

const guards = new WeakMap<Document, FocusGuard>();

/**
 * Keeps pages in frames from taking the focus: nobody but the agent moves it into one, and a frame that is not shown
 * cannot hold it. Neither `inert` nor a permissions policy keeps a script in a frame from calling `focus()`, so what
 * came there without the agent goes back at once to where it was; fields keep their caret themselves.
 *
 * There is one guard for a document, for as long as it has such frames.
 *
 * @param owner the element that shows the frames
 * @param frames all it has now; without any it is guarded no longer
 */
export function guardFocus(owner: Element, frames: readonly HTMLIFrameElement[]): void {
  const page = owner.ownerDocument;
  const guard = guards.get(page) ?? new FocusGuard(page);
  if (guard.guard(owner, frames)) guards.set(page, guard);
  else guards.delete(page);
}

/** Moves the focus into a frame as the agent wished, so that it may stay there. */
export function enterFrame(frame: HTMLIFrameElement): void {
  guards.get(frame.ownerDocument)?.letIn(frame);
  frame.focus();
}

class FocusGuard {
  readonly #page: Document;
  readonly #owners = new Map<Element, readonly HTMLIFrameElement[]>();
  /** Frames whose pointer is shut out, because it rests on them while the agent is at work elsewhere. */
  readonly #shut = new Set<HTMLIFrameElement>();
  #listening: AbortController | undefined;
  #checking: ReturnType<typeof setInterval> | undefined;
  /** A task of its own, which comes sooner than a timer. */
  #soon = new MessageChannel();
  /** What had the focus last, outside of guarded frames. */
  #last: Element | null = null;
  /** The frame that the agent went into: he may move within it. */
  #entered: HTMLIFrameElement | undefined;
  /** A key is down that may move the focus into a frame, and has not moved it elsewhere. */
  #isMoving = false;
  #isByTouch = false;
  /** The window does not have the focus: a frame has, or another window. */
  #isAway = false;

  constructor(page: Document) {
    this.#page = page;
  }

  /** Whether there is anything to be guarded. */
  guard(owner: Element, frames: readonly HTMLIFrameElement[]): boolean {
    if (frames.length > 0) this.#owners.set(owner, frames);
    else this.#owners.delete(owner);
    const isNeeded = this.#owners.size > 0;
    if (isNeeded) this.#start();
    // The frame with the focus may have been put away just now.
    if (this.#listening) this.#judge();
    if (!isNeeded) this.#stop();
    return isNeeded;
  }

  letIn(frame: HTMLIFrameElement): void {
    this.#openAll();
    this.#entered = frame;
  }

  #start(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { defaultView: window } = this.#page;
    this.#soon = new MessageChannel();
    this.#soon.port2.onmessage = this.#check;
    const later = (): void => {
      this.#soon.port1.postMessage(null);
    };
    const open = (): void => {
      this.#openAll();
    };
    // Not before it has gone where it goes: given back in the middle, the page has the focus and the frame gets the keys.
    for (const type of ['focusin', 'focusout']) window?.addEventListener(type, later, { capture: true, signal });
    for (const type of ['focus', 'blur'])
      window?.addEventListener(
        type,
        ({ target }) => {
          if (target === window) this.#isAway = type === 'blur';
          later();
        },
        { capture: true, signal },
      );
    for (const type of ['pointermove', 'wheel'])
      window?.addEventListener(type, open, { capture: true, passive: true, signal });
    window?.addEventListener('focusin', this.#onFocusIn, { capture: true, signal });
    window?.addEventListener('keydown', this.#onKeyDown, { capture: true, signal });
    window?.addEventListener('keydown', this.#onKeyHandled, { signal });
    window?.addEventListener('keyup', this.#onKeyUp, { capture: true, signal });
    window?.addEventListener('pointerdown', this.#onPointerDown, { capture: true, signal });
    window?.addEventListener('mousedown', this.#onMouseDown, { capture: true, signal });
    this.#check();
  }

  #stop(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#soon.port1.close();
    clearInterval(this.#checking);
    this.#checking = undefined;
    this.#openAll();
    this.#last = null;
    this.#entered = undefined;
  }

  readonly #onFocusIn = (event: FocusEvent): void => {
    const [element] = event.composedPath();
    if (!(element instanceof Element) || this.#frames.some((frame) => frame === element)) return;
    this.#last = element;
    this.#isMoving = false;
  };

  readonly #onKeyDown = ({ code, altKey, ctrlKey, metaKey }: KeyboardEvent): void => {
    this.#isMoving = MOVING_KEYS.includes(code) && !altKey && !ctrlKey && !metaKey;
    this.#shutWhereItRests();
  };

  /** What a field keeps for itself, such as Tab in a list, moves nothing. */
  readonly #onKeyHandled = ({ defaultPrevented }: KeyboardEvent): void => {
    if (defaultPrevented) this.#isMoving = false;
  };

  readonly #onKeyUp = (): void => {
    this.#isMoving = false;
  };

  readonly #onPointerDown = ({ pointerType }: PointerEvent): void => {
    this.#isMoving = false;
    this.#isByTouch = pointerType !== 'mouse';
  };

  readonly #onMouseDown = (event: MouseEvent): void => {
    const frame = [...this.#shut].find((one) => isUnder(one, event));
    this.#openAll();
    if (!frame) return;
    // Or the press would move the focus to what lies behind the frame.
    event.preventDefault();
    enterFrame(frame);
  };

  get #frames(): readonly HTMLIFrameElement[] {
    return [...this.#owners.values()].flat();
  }

  readonly #check = (): void => {
    if (!this.#listening) return;
    this.#judge();
    const active = deepActiveElement(this.#page);
    const isInFrame = active instanceof HTMLIFrameElement;
    // Nothing tells that the focus goes from one frame to another, or moves while another window has it.
    if (!isInFrame && this.#page.hasFocus()) {
      clearInterval(this.#checking);
      this.#checking = undefined;
    } else this.#checking ??= setInterval(this.#check, LOOK_EVERY);
    if (this.#frames.some((frame) => frame === active)) return;
    // Between two places there is none, and where Tab leads is not known yet.
    if (!this.#isMoving && !this.#isAway) this.#last = active;
    this.#entered = undefined;
    this.#shutWhereItRests();
  };

  #judge(): void {
    const active = deepActiveElement(this.#page);
    const frame = this.#frames.find((one) => one === active);
    // Beside a modal dialog Firefox names no frame as what has the focus.
    if (!frame && !(this.#isAway && active === this.#page.body && this.#page.hasFocus())) return;
    if (frame && isShown(frame) && (frame === this.#entered || this.#isAgentsOwn(frame))) {
      this.#entered = frame;
      this.#isMoving = false;
      return;
    }
    if (this.#entered && (this.#entered === frame || !isShown(this.#entered))) this.#entered = undefined;
    const heir = this.#entered ?? this.#last;
    if (heir?.isConnected && heir instanceof HTMLElement) heir.focus({ preventScroll: true });
    if (frame && deepActiveElement(this.#page) === frame) frame.blur();
  }

  #isAgentsOwn(frame: HTMLIFrameElement): boolean {
    if (this.#isMoving) return true;
    if (this.#shut.has(frame)) return false;
    // The press itself is not told. A touch leaves no pointer on the frame, but the page is in use.
    return frame.matches(':hover') || (this.#isByTouch && navigator.userActivation.isActive);
  }

  /**
   * A click in a frame is known by the pointer that is on it. One that has rested there since before the agent last
   * typed or went elsewhere tells nothing, so the frame is shut to it until it moves.
   */
  #shutWhereItRests(): void {
    for (const frame of this.#frames) {
      if (!this.#isByTouch && !frame.matches(':hover')) continue;
      this.#shut.add(frame);
      frame.classList.add('shut');
    }
  }

  #openAll(): void {
    for (const frame of this.#shut) frame.classList.remove('shut');
    this.#shut.clear();
  }
}

function isUnder(frame: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = frame.getBoundingClientRect();
  return isShown(frame) && clientX >= left && clientX < right && clientY >= top && clientY < bottom;
}

import { deepActiveElement } from '../../controllers/focus-place.js';
import { isShown } from '../../controllers/sight.js';
import { PointerShutter } from './pointer-shutter.js';
import { isInModal, takesKeys } from './where-keys-go.js';

/** How often it is looked where the focus is while it is in a frame, of which the page around it hears nothing, in ms. */
const LOOK_EVERY = 50;

/** Keys that move the focus into a frame by themselves, by their places: WebKit on X11 has no name for Tab with Shift. */
const MOVING_KEYS = ['Tab', 'F6'];

/** So many attempts in so many ms make a habit. */
const HABIT = { times: 3, within: 10_000 };

const guards = new WeakMap<Document, FocusGuard>();

/**
 * Keeps pages in frames from taking the focus: nobody but the agent moves it into one, and a frame that is not shown
 * cannot hold it. Neither `inert` nor a permissions policy keeps a script in a frame from calling `focus()`, so what
 * came there without the agent goes back at once to where it was; fields keep their caret themselves.
 *
 * Of a press in a frame the page around it is told nothing but that the focus went there. It is known by a pointer that
 * came onto the frame. Where that tells nothing (a tool that presses for somebody), the frame is let in while the agent
 * is at work with a pointer and no key of his could be lost.
 *
 * A key that comes before the focus is back is lost, so a page that takes it again and again is not rendered (class
 * `held`) while the agent writes elsewhere: nothing less keeps a script from trying.
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
  readonly #shutter = new PointerShutter();
  /** When frames last took the focus from where the agent wrote. */
  readonly #attempts = new WeakMap<HTMLIFrameElement, readonly number[]>();
  #listening: AbortController | undefined;
  #checking: ReturnType<typeof setInterval> | undefined;
  /** A task of its own, which comes sooner than a timer. */
  #soon = new MessageChannel();
  /** What had the focus last, outside of guarded frames. */
  #last: Element | null = null;
  /** The frame that the agent went into: he may move within it. */
  #entered: HTMLIFrameElement | undefined;
  /** Until when a key that may move the focus into a frame, and has not moved it elsewhere, is what moves it. */
  #movesUntil = 0;
  /** What the agent did last on the page was done with a key. */
  #isByKey = false;
  #isByTouch = navigator.maxTouchPoints > 0;
  /** The window does not have the focus: a frame has, or another window. */
  #isAway = false;
  /** It has lost the focus, and the agent has done nothing on the page since. */
  #isLeft = false;

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
    this.#shutter.openAll();
    frame.classList.remove('held');
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
    // Not before it has gone where it goes: given back in the middle, the page has the focus and the frame gets the keys.
    for (const type of ['focusin', 'focusout']) window?.addEventListener(type, later, { capture: true, signal });
    for (const type of ['focus', 'blur'])
      window?.addEventListener(
        type,
        ({ target }) => {
          if (target === window) this.#isAway = type === 'blur';
          if (this.#isAway) this.#isLeft = true;
          later();
        },
        { capture: true, signal },
      );
    window?.addEventListener('focusin', this.#onFocusIn, { capture: true, signal });
    window?.addEventListener('keydown', this.#onKeyDown, { capture: true, signal });
    window?.addEventListener('keydown', this.#onKeyHandled, { signal });
    window?.addEventListener('keyup', this.#onKeyUp, { capture: true, signal });
    window?.addEventListener('pointerdown', this.#onPointerDown, { capture: true, signal });
    window?.addEventListener('mousedown', this.#onMouseDown, { capture: true, signal });
    const quietly = { capture: true, passive: true, signal };
    window?.addEventListener('pointermove', (event) => this.#shutter.onMove(event), quietly);
    window?.addEventListener('wheel', () => this.#shutter.openAll(), quietly);
    this.#check();
  }

  #stop(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#soon.port1.close();
    clearInterval(this.#checking);
    this.#checking = undefined;
    this.#shutter.openAll();
    this.#last = null;
    this.#entered = undefined;
  }

  readonly #onFocusIn = (event: FocusEvent): void => {
    const [element] = event.composedPath();
    if (!(element instanceof Element) || this.#frames.some((frame) => frame === element)) return;
    this.#last = element;
    this.#isLeft = false;
    this.#movesUntil = 0;
    this.#holdBack();
  };

  readonly #onKeyDown = ({ code, altKey, ctrlKey, metaKey }: KeyboardEvent): void => {
    this.#isByKey = true;
    this.#isLeft = false;
    this.#movesUntil = MOVING_KEYS.includes(code) && !altKey && !ctrlKey && !metaKey ? Infinity : 0;
    this.#shutter.shut(this.#frames, this.#isByTouch);
  };

  /** What a field keeps for itself, such as Tab in a list, moves nothing. */
  readonly #onKeyHandled = ({ defaultPrevented }: KeyboardEvent): void => {
    if (defaultPrevented) this.#movesUntil = 0;
  };

  /** Into a page of another process it moves a moment later; whoever speaks keys or has them sent is up again by then. */
  readonly #onKeyUp = (): void => {
    if (this.#isMoving) this.#movesUntil = performance.now() + LOOK_EVERY;
  };

  readonly #onPointerDown = ({ pointerType }: PointerEvent): void => {
    this.#entered = undefined;
    this.#isByKey = false;
    this.#isLeft = false;
    this.#movesUntil = 0;
    this.#isByTouch = pointerType !== 'mouse';
  };

  readonly #onMouseDown = (event: MouseEvent): void => {
    const frame = this.#shutter.at(event);
    if (!frame) return;
    // Or the press would move the focus to what lies behind the frame.
    event.preventDefault();
    enterFrame(frame);
  };

  get #isMoving(): boolean {
    return performance.now() < this.#movesUntil;
  }

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
    if (!this.#isMoving && (!this.#isAway || isInFrame) && !this.#isLostToInert) this.#last = active;
    // A page that is left alone with the focus may be between two places of its own.
    if (active !== this.#page.body) this.#entered = undefined;
    if (this.#isAtKeys) this.#shutter.shut(this.#frames, this.#isByTouch);
    this.#holdBack();
  };

  /** Beside a modal dialog Firefox names no frame as what has the focus, or takes it from there, and gives it to none. */
  get #isLostToInert(): boolean {
    const isNowhere = this.#page.hasFocus() && deepActiveElement(this.#page) === this.#page.body;
    return isNowhere && (this.#isAway || (this.#isLeft && this.#isBesideAll));
  }

  #judge(): void {
    const active = deepActiveElement(this.#page);
    const frame = this.#frames.find((one) => one === active);
    if (!frame && !this.#isLostToInert) return;
    if (frame && isShown(frame) && (frame === this.#entered || this.#isAgentsOwn(frame))) {
      this.#entered = frame;
      this.#movesUntil = 0;
      return;
    }
    if (this.#entered && (this.#entered === frame || !isShown(this.#entered))) this.#entered = undefined;
    const heir = this.#entered ?? this.#last;
    if (heir?.isConnected && heir instanceof HTMLElement) heir.focus({ preventScroll: true });
    if (!frame) return;
    if (deepActiveElement(this.#page) === frame) frame.blur();
    if (!takesKeys(heir)) return;
    const attempts = this.#attempts.get(frame) ?? [];
    if (!isHabit(attempts)) this.#attempts.set(frame, [...attempts, performance.now()].slice(-HABIT.times));
    this.#holdBack();
  }

  #isAgentsOwn(frame: HTMLIFrameElement): boolean {
    if (this.#isMoving) return true;
    if (this.#shutter.has(frame)) return false;
    // The press itself is not told. A touch leaves no pointer on the frame, but the page is in use.
    if (frame.matches(':hover')) return true;
    if (!navigator.userActivation.isActive) return false;
    return this.#isByTouch || !this.#isAtKeys;
  }

  /** Whether the next key would be missed where the agent is. */
  get #isAtKeys(): boolean {
    return this.#isByKey || takesKeys(this.#last) || this.#isBesideAll;
  }

  /** The agent is in a dialog that shuts out all frames. */
  get #isBesideAll(): boolean {
    return isInModal(this.#last, this.#owners.keys());
  }

  /** Not before the focus is out of the frame: hidden with it, the frame would keep the next key. */
  #holdBack(): void {
    // On the way to the page: what is shown in its place has to stay under the agent's hands.
    if (this.#last && [...this.#owners.keys()].some((owner) => owner.shadowRoot?.contains(this.#last))) return;
    const isWriting = takesKeys(this.#last);
    const active = deepActiveElement(this.#page);
    for (const frame of this.#frames)
      if (frame !== active && frame !== this.#entered)
        frame.classList.toggle('held', isWriting && isHabit(this.#attempts.get(frame) ?? []));
  }
}

const isHabit = (attempts: readonly number[]): boolean =>
  attempts.length === HABIT.times && (attempts.at(-1) ?? 0) - (attempts[0] ?? 0) <= HABIT.within;

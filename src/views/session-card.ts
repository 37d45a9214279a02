import { html, nothing, render } from 'lit';
import type { RootPart } from 'lit';
import type { Sentiment } from '../core/model/sentiment.js';
import type { ShownTime } from '../core/rules/counting.js';
import type { Session } from '../core/model/session.js';
import { tintOf } from '../core/rules/tint-of.js';
import { displayableText } from '../core/text/displayable-text.js';
import { initialsOf } from '../core/text/initials.js';
import type { Strings } from '../localize/en.js';
import { stateWords } from '../localize/en/sessions.js';
import { titleOf, wordFor } from '../localize/words.js';
import { listWords } from '../localize/en/sessions-list.js';
import { pictureOf } from '../icons/icon.js';
import { modalityIcon } from '../icons/modality-icon.js';
import type { Drawing } from '../icons/icon.js';
import { sessionMarks } from './session-marks.js';

/** What a card says of a session. */
export interface CardContent {
  readonly session: Session;
  /** What its service is called. */
  readonly service: string;
  /** The mood that needs the agent at once, and all below it; without it no mood does. */
  readonly sentimentThreshold: Sentiment | undefined;
  readonly strings: Strings;
  /** Undefined where nothing counts. */
  readonly time: ShownTime | undefined;
  /** Renders what the customer wrote last, in its place; asked where something is unread. */
  readonly lastWords: () => unknown;
}

/** What the heading above a card says already. */
const isSaidBySection = (state: string): boolean => state === 'active' || state === 'parked';

let shape: Element | null = null;

/** Cloned from one that Lit has made: a page that enforces Trusted Types knows its policy. */
function newCard(): HTMLButtonElement {
  if (!shape) {
    const place = document.createElement('div');
    render(
      html`<button class="card" type="button" tabindex="-1"><span class="face initials" aria-hidden="true" translate="no"></span><bdi class="title" translate="no"></bdi><span class="line quiet"><span class="spoken"></span><span class="state" translate="no"></span><bdi translate="no"></bdi></span><span class="since quiet figures" translate="no"></span></button>`,
      place,
    );
    shape = place.firstElementChild;
  }
  return (shape as Element).cloneNode(true) as HTMLButtonElement;
}

/**
 * One session that is worked on, in two lines: who, which service, what was written last, since when, and on the icon what
 * kind it is and what needs the agent. Made by hand, since a list has many: a template of Lit has a comment and an object
 * for each of its places. Each text stands alone in its element and is compared with what is there, so that what others
 * have made of it is written over. Where engines leave a space out of the button's name, it is one that does not collapse.
 */
export class SessionCard {
  readonly element = newCard();

  readonly #face: HTMLElement;
  readonly #title: HTMLElement;
  readonly #line: HTMLElement;
  readonly #kind: HTMLElement;
  readonly #state: HTMLElement;
  readonly #service: HTMLElement;
  readonly #since: HTMLElement;
  readonly #marks: Extra;
  readonly #last: Extra;
  #drawing: Drawing | undefined;

  /** @param onSelect the agent turns to the session */
  constructor(onSelect: () => void) {
    this.element.addEventListener('click', onSelect);
    [this.#face, this.#title, this.#line, this.#since] = this.element.children as unknown as Four;
    [this.#kind, this.#state, this.#service] = this.#line.children as unknown as Four;
    this.#marks = new Extra(this.element);
    this.#last = new Extra(this.#line);
  }

  show(card: CardContent): void {
    const { session, strings } = card;
    const { state, unread, isSelected, modality } = session;
    const title = titleOf(session, strings);
    const service = displayableText(card.service, 200);
    if (isSelected) this.element.setAttribute('aria-current', 'true');
    else this.element.removeAttribute('aria-current');
    this.#showFace(`face initials tint-${String(tintOf(session))}`, initialsOf(title), modalityIcon(modality));
    write(this.#title, ` ${title}`, title);
    write(this.#kind, ` ${wordFor(strings.modality, modality)} `);
    this.#state.className = isSaidBySection(state) ? 'state spoken' : 'state';
    write(this.#state, `${wordFor(strings.state ?? stateWords, state)}\u00A0`);
    write(this.#service, `${service} `, service);
    this.tell(card.time);
    this.#last.show(unread > 0 ? card.lastWords() : nothing);
    this.#marks.show(sessionMarks(session, title, card.sentimentThreshold, strings.list ?? listWords));
  }

  /** Says the time beside the state. */
  tell(time: ShownTime | undefined): void {
    write(this.#since, ` ${time?.text ?? ''}\u00A0`);
    this.#since.toggleAttribute('data-soon', time?.isSoon === true);
  }

  /** Lets go of what it listens to; it is not shown any more. */
  end(): void {
    this.#last.end();
  }

  #showFace(className: string, initials: string, drawing: Drawing): void {
    const face = this.#face;
    if (face.className !== className) face.className = className;
    if (face.textContent === initials && drawing === this.#drawing) return;
    this.#drawing = drawing;
    const kind = pictureOf(drawing);
    kind.setAttribute('class', 'kind');
    face.replaceChildren(initials, kind);
  }
}

type Four = [HTMLElement, HTMLElement, HTMLElement, HTMLElement];

/** What stands at the end of an element now and then; where it never did, nothing is in the document for it. */
class Extra {
  readonly #place: HTMLElement;
  #part: RootPart | undefined;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  show(value: unknown): void {
    if (this.#part || value !== nothing) this.#part = render(value, this.#place);
  }

  end(): void {
    this.#part?.setConnected(false);
  }
}

function write(element: HTMLElement, text: string, title = ''): void {
  if (element.textContent !== text) element.textContent = text;
  if (element.title !== title) element.title = title;
}

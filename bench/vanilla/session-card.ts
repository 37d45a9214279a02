/** One card of the hand-written list, and one line of its history: cloned templates, and the few texts that change. */
import { CircleHelp, ClipboardList, Mail, MessageSquare, Phone } from 'lucide';
import type { Configuration } from '../../src/index.js';
import { SENTIMENTS, en } from '../../src/index.js';
import { tintOf } from '../../src/core/rules/tint-of.js';
import { displayableText } from '../../src/core/text/displayable-text.js';
import { cloner, durationOf, iconCloner } from './elements.js';
import type { Row } from './session-rules.js';

const ICONS: ReadonlyMap<string, () => SVGSVGElement> = new Map([
  ['audio-video', iconCloner(Phone)],
  ['im', iconCloner(MessageSquare)],
  ['email', iconCloner(Mail)],
  ['external', iconCloner(ClipboardList)],
]);
const unknownIcon = iconCloner(CircleHelp);
const iconOf = (modality: string): SVGSVGElement => (ICONS.get(modality) ?? unknownIcon)();

const cloneRow = cloner(
  '<li class="row"><button class="card" type="button" tabindex="-1">' +
    '<span class="face" aria-hidden="true"><span class="initials"> </span><span class="kind"></span></span>' +
    '<span class="text"><span class="title"><bdi> </bdi></span><span class="line quiet"><span class="spoken"> </span>' +
    '<span class="state spoken"> </span><bdi> </bdi></span></span><span class="since quiet figures"> </span></button></li>',
);
const clonePast = cloner(
  '<li class="row"><button class="card past" type="button" tabindex="-1"><span class="time figures"> </span>' +
    '<span class="spoken"> </span><span class="title"><bdi> </bdi></span></button></li>',
);
const cloneLast = cloner('<span class="last"><span aria-hidden="true"> · </span><q><bdi> </bdi></q></span>');
const cloneMarks = cloner('<span class="marks"></span>');
const cloneMark = cloner('<span class="figures"><span aria-hidden="true"></span><span class="spoken"></span></span>');

/** What all cards of a list have in common. */
export interface CardSetting {
  readonly configuration: Configuration;
  readonly now: number;
  readonly timeOf: (at: number) => string;
  readonly lastWordsOf: (id: string) => string | undefined;
}

const titleOf = (row: Row): string => row.customer?.name ?? row.caller?.name ?? row.subject ?? en.session.untitled;
const serviceOf = ({ serviceId }: Row, { configuration }: CardSetting): string =>
  configuration.services.get(serviceId)?.name ?? serviceId;
const textIn = (element: Element | null | undefined): Text => element?.firstChild as Text;

/** A row of either kind. */
export interface VanillaRow {
  readonly element: HTMLElement;
  readonly isPast: boolean;
  update(row: Row): void;
  /** What changes with time. */
  tick(now: number): void;
  makeEntry(): void;
}

export class VanillaCard implements VanillaRow {
  readonly isPast = false;
  readonly element = cloneRow();
  readonly #card = this.element.firstElementChild as HTMLElement;
  readonly #face = this.#card.children[0] as HTMLElement;
  readonly #title = this.#card.children[1]?.firstElementChild as HTMLElement;
  readonly #line = this.#card.children[1]?.lastElementChild as HTMLElement;
  readonly #state = this.#line.children[1] as HTMLElement;
  readonly #since = textIn(this.#card.children[2]);
  readonly #setting: CardSetting;
  #row: Row | undefined;
  #shownTitle = '';
  #last: HTMLElement | undefined;
  #marks: HTMLElement | undefined;

  constructor(row: Row, setting: CardSetting) {
    this.#setting = setting;
    this.element.dataset.id = row.id;
    this.#face.lastElementChild?.append(iconOf(row.modality));
    textIn(this.#line.children[0]).data = wordOf(en.modality, row.modality);
    const service = this.#line.children[2] as HTMLElement;
    textIn(service).data = service.title = serviceOf(row, setting);
    this.update(row);
  }

  update(row: Row): void {
    const before = this.#row;
    this.#row = row;
    const title = titleOf(row);
    if (title !== this.#shownTitle) {
      this.#shownTitle = title;
      this.#title.title = title;
      textIn(this.#title.firstElementChild).data = title;
      textIn(this.#face.firstElementChild).data = Array.from(title.slice(0, 16)).slice(0, 2).join('');
      this.#face.className = `face tint-${String(tintOf(row))}`;
    }
    if (row.isSelected !== before?.isSelected) {
      if (row.isSelected) this.#card.setAttribute('aria-current', 'true');
      else this.#card.removeAttribute('aria-current');
    }
    if (row.state !== before?.state) {
      this.#state.className = row.state === 'active' || row.state === 'parked' ? 'state spoken' : 'state';
      textIn(this.#state).data = wordOf(en.state, row.state);
    }
    this.tick(this.#setting.now);
    this.#say(row);
    this.#mark(row, title);
  }

  tick(now: number): void {
    const row = this.#row;
    if (!row) return;
    const text = durationOf(now - (row.state === 'unparking' ? (row.parkedSince ?? row.since) : row.since));
    if (this.#since.data !== text) this.#since.data = text;
  }

  makeEntry(): void {
    this.#card.tabIndex = 0;
  }

  #say({ id, unread }: Row): void {
    const words = unread > 0 ? this.#setting.lastWordsOf(id) : undefined;
    if (words === undefined) {
      this.#last?.remove();
      this.#last = undefined;
      return;
    }
    if (!this.#last) this.#line.append((this.#last = cloneLast()));
    textIn(this.#last.lastElementChild?.firstElementChild).data = displayableText(words, 80);
  }

  #mark({ unread, sentiment, state, isSelected }: Row, title: string): void {
    const isOngoing = state !== 'ended' && state !== 'offered' && state !== 'after-call-work';
    const threshold = SENTIMENTS.indexOf(this.#setting.configuration.sentimentThreshold);
    const isUrgent = isOngoing && SENTIMENTS.slice(0, threshold + 1).some((level) => level === sentiment);
    this.#marks?.remove();
    this.#marks = undefined;
    if (isSelected || (unread === 0 && !isUrgent)) return;
    const told = unread > 0 ? en.list.unread(title, unread) : '';
    const asked = isUrgent ? en.list.attention(title) : '';
    this.#marks = cloneMarks();
    this.#marks.title = told && asked ? `${told}\n${asked}` : told || asked;
    if (told) this.#marks.append(markOf('unread', unread >= 10 ? '+' : String(unread), told));
    if (asked) this.#marks.append(markOf('urgent', '!', asked));
    this.#card.append(this.#marks);
  }
}

function markOf(kind: string, sign: string, sentence: string): HTMLElement {
  const mark = cloneMark();
  mark.classList.add(kind);
  mark.title = sentence;
  (mark.firstChild as HTMLElement).textContent = sign;
  (mark.lastChild as HTMLElement).textContent = sentence;
  return mark;
}

/** Every result that is measured is one that goes without a word. */
export class VanillaPast implements VanillaRow {
  readonly isPast = true;
  readonly element = clonePast();
  readonly #line = this.element.firstElementChild as HTMLElement;
  readonly #setting: CardSetting;

  constructor(row: Row, setting: CardSetting) {
    this.#setting = setting;
    this.element.dataset.id = row.id;
    this.#line.children[0]?.after(iconOf(row.modality));
    this.update(row);
  }

  update(row: Row): void {
    const title = titleOf(row);
    const [time, , kind, name] = this.#line.children;
    textIn(time).data = this.#setting.timeOf(row.times.ended ?? row.since);
    textIn(kind).data = wordOf(en.modality, row.modality);
    textIn(name?.firstElementChild).data = title;
    this.#line.title = `${title} · ${serviceOf(row, this.#setting)} · ${wordOf(en.result, row.result ?? '')}`;
  }

  tick(): void {
    // A moment stays what it is.
  }

  makeEntry(): void {
    this.#line.tabIndex = 0;
  }
}

const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

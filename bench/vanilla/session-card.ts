/** One card of the hand-written list: a cloned template, and references to the few texts that change. */
import { Check, CircleHelp, ClipboardList, Mail, MessageSquare, Phone, TriangleAlert } from 'lucide';
import type { Configuration } from '../../src/index.js';
import { SENTIMENTS, en } from '../../src/index.js';
import { cloner, durationOf, find, iconCloner } from './elements.js';
import type { Row } from './session-rules.js';

const ICONS: ReadonlyMap<string, () => SVGSVGElement> = new Map([
  ['audio-video', iconCloner(Phone)],
  ['im', iconCloner(MessageSquare)],
  ['email', iconCloner(Mail)],
  ['external', iconCloner(ClipboardList)],
]);
const unknownIcon = iconCloner(CircleHelp);
const alertIcon = iconCloner(TriangleAlert);
const acceptedIcon = iconCloner(Check);

const cloneRow = cloner(
  '<li class="row"><button class="card" type="button" tabindex="-1"><span class="initials" aria-hidden="true"> </span>' +
    '<span class="text"><span class="title"><bdi> </bdi></span><span class="line quiet"><span class="spoken"> </span>' +
    '<bdi> </bdi></span><span class="state quiet figures"> </span></span></button></li>',
);
const cloneMarks = cloner('<span class="marks"></span>');
const cloneUnread = cloner(
  '<span class="unread figures"><span aria-hidden="true"></span><span class="spoken"></span></span>',
);
const cloneUrgent = cloner(
  '<span class="urgent"><span class="word" aria-hidden="true"></span><span class="spoken"></span></span>',
);
const cloneResult = cloner('<span><bdi> </bdi> · <bdi><span class="result good"><bdi> </bdi></span></bdi></span>');
const cloneTodo = cloner('<span class="todo"></span>');

/** What all cards of a list have in common. */
export interface CardSetting {
  readonly configuration: Configuration;
  readonly now: number;
  readonly momentOf: (at: number) => string;
}

export class VanillaCard {
  readonly element = cloneRow();
  readonly #card = this.element.firstElementChild as HTMLElement;
  readonly #initials = this.#card.firstElementChild?.firstChild as Text;
  readonly #title = this.#card.children[1]?.firstElementChild as HTMLElement;
  readonly #state = this.#card.children[1]?.lastElementChild?.firstChild as Text;
  readonly #setting: CardSetting;
  #row: Row | undefined;
  #shownTitle = '';
  #marks: HTMLElement | undefined;
  #result: HTMLElement | undefined;

  constructor(row: Row, setting: CardSetting) {
    this.#setting = setting;
    this.element.dataset.id = row.id;
    const line = this.#card.children[1]?.children[1] as HTMLElement;
    line.prepend((ICONS.get(row.modality) ?? unknownIcon)());
    (line.children[1]?.firstChild as Text).data = wordOf(en.modality, row.modality);
    const service = setting.configuration.services.get(row.serviceId)?.name ?? row.serviceId;
    const name = line.children[2] as HTMLElement;
    (name.firstChild as Text).data = service;
    name.title = service;
    this.update(row);
  }

  update(row: Row): void {
    const before = this.#row;
    this.#row = row;
    const title = row.customer?.name ?? row.caller?.name ?? row.subject ?? en.session.untitled;
    if (title !== this.#shownTitle) {
      this.#shownTitle = title;
      this.#title.title = title;
      (this.#title.firstElementChild?.firstChild as Text).data = title;
      this.#initials.data = Array.from(title.slice(0, 16)).slice(0, 2).join('');
    }
    if (row.isSelected !== before?.isSelected) {
      if (row.isSelected) this.#card.setAttribute('aria-current', 'true');
      else this.#card.removeAttribute('aria-current');
    }
    this.tick(this.#setting.now);
    this.#mark(row, title);
  }

  /** The line that changes with time. */
  tick(now: number): void {
    const row = this.#row;
    if (!row) return;
    if (row.state === 'ended') {
      this.#showResult(row);
      return;
    }
    const text = `${wordOf(en.state, row.state)} ${durationOf(now - (row.state === 'unparking' ? (row.parkedSince ?? row.since) : row.since))}`;
    if (this.#state.data !== text) this.#state.data = text;
  }

  /** Every result that is measured is the same one, so there is one icon for it. */
  #showResult({ times, since, result = '' }: Row): void {
    if (this.#result) return;
    const line = cloneResult();
    (line.firstChild?.firstChild as Text).data = this.#setting.momentOf(times.ended ?? since);
    const shown = find(line, '.result');
    (shown.firstChild?.firstChild as Text).data = wordOf(en.result, result);
    shown.prepend(acceptedIcon());
    this.#state.data = '';
    this.#state.after(line);
    this.#result = line;
  }

  makeEntry(): void {
    this.#card.tabIndex = 0;
  }

  #mark(row: Row, title: string): void {
    const { unread, sentiment, state } = row;
    const isOngoing = state !== 'ended' && state !== 'offered' && state !== 'after-call-work';
    const threshold = SENTIMENTS.indexOf(this.#setting.configuration.sentimentThreshold);
    const isUrgent = isOngoing && SENTIMENTS.slice(0, threshold + 1).some((level) => level === sentiment);
    if (unread === 0 && !isUrgent && state !== 'after-call-work') {
      this.#marks?.remove();
      this.#marks = undefined;
      return;
    }
    const marks = cloneMarks();
    if (unread > 0) {
      const pill = cloneUnread();
      const words = en.list.unread(title, unread);
      pill.title = words;
      (pill.firstChild as HTMLElement).textContent = unread >= 10 ? '+' : String(unread);
      (pill.lastChild as HTMLElement).textContent = words;
      marks.append(pill);
    }
    if (isUrgent) {
      const pill = cloneUrgent();
      const words = en.list.attention(title);
      pill.title = words;
      pill.prepend(alertIcon());
      find(pill, '.word').textContent = en.list.urgent;
      (pill.lastChild as HTMLElement).textContent = words;
      marks.append(pill);
    }
    if (state === 'after-call-work') marks.append(Object.assign(cloneTodo(), { textContent: en.list.unfinished }));
    if (this.#marks) this.#marks.replaceWith(marks);
    else this.#card.append(marks);
    this.#marks = marks;
  }
}

const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

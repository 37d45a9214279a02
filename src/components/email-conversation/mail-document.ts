import { displayableText } from '../../core/text/displayable-text.js';
import { isLyingLink, mailLink } from './mail-links.js';
import {
  FONT_SIZES,
  MOST_NODES,
  PLAIN_ATTRIBUTES,
  TAGS,
  imageSource,
  isHarmlessAttribute,
  keptStyle,
  readableSize,
} from './mail-rules.js';
import { STYLE } from './open-mail.js';

/** What a mail is drawn with. */
export interface DrawingOptions {
  readonly showsImages: boolean;
  readonly words: {
    readonly inlineImage: (name: string) => string;
    readonly leadsTo: (place: string) => string;
  };
}

const SHOWN: ReadonlySet<string> = new Set(TAGS);
const LONGEST = Number.MAX_SAFE_INTEGER;

/**
 * Draws what a sanitizer left of a mail into the document of a frame. Every node is made anew with what is on the lists
 * of `mail-rules.ts` and nothing else, so that what a sanitizer overlooks stays behind. Styles go through the browser's
 * own parser property by property; a page's content security policy has nothing against that.
 */
export class MailDrawing {
  /** Images that wait on some server, loaded or not. */
  remoteImages = 0;

  readonly #document: Document;
  readonly #options: DrawingOptions;

  constructor(document: Document, options: DrawingOptions) {
    this.#document = document;
    this.#options = options;
  }

  /** Answers false, with nothing drawn, when there is too much of it. */
  draw(source: Node, target: HTMLElement): boolean {
    const { SHOW_ELEMENT, SHOW_TEXT } = NodeFilter;
    const walker = (source.ownerDocument ?? document).createTreeWalker(source, SHOW_ELEMENT | SHOW_TEXT);
    const places = new Map<Node, Node>([[source, target]]);
    let nodes = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes += 1;
      if (nodes > MOST_NODES) {
        target.replaceChildren();
        return false;
      }
      const place = node.parentNode && places.get(node.parentNode);
      if (!place) continue;
      const copy = isElement(node)
        ? this.#copy(node)
        : this.#document.createTextNode(displayableText(node.nodeValue ?? '', LONGEST));
      if (!copy) continue;
      place.appendChild(copy);
      places.set(node, copy);
    }
    if (isElement(source)) {
      this.#dress(source, target);
      paint(target, source.getAttribute('bgcolor'));
    }
    this.#nameLies(places);
    return true;
  }

  #copy(source: Element): Element | undefined {
    const { localName } = source;
    if (!SHOWN.has(localName)) return undefined;
    if (localName === 'img') return this.#image(source);
    const link = localName === 'a' ? mailLink(source.getAttribute('href') ?? '') : undefined;
    const copy = this.#document.createElement(localName);
    this.#dress(source, copy);
    if (link) {
      copy.setAttribute('href', link.href);
      copy.setAttribute('target', '_blank');
      copy.setAttribute('rel', 'noopener noreferrer');
      copy.setAttribute('title', displayableText(link.leadsTo, 300));
    }
    return copy;
  }

  #image(source: Element): Element | undefined {
    const image = imageSource(source.getAttribute('src') ?? '');
    const name = displayableText(source.getAttribute('alt') ?? '', 300).trim();
    if (image.kind === 'remote') this.remoteImages += 1;
    if (image.kind === 'attached') return this.#note('attached', this.#options.words.inlineImage(name));
    if (image.kind === 'inside' || (image.kind === 'remote' && this.#options.showsImages)) {
      const copy = this.#document.createElement('img');
      this.#dress(source, copy);
      copy.alt = name;
      copy.referrerPolicy = 'no-referrer';
      copy.src = image.url;
      return copy;
    }
    return name === '' ? undefined : this.#note('absent', name);
  }

  #note(className: string, text: string): HTMLElement {
    const note = this.#document.createElement('span');
    note.className = className;
    note.textContent = text;
    return note;
  }

  /** Attributes and styles, as far as they are harmless. */
  #dress(source: Element, copy: HTMLElement): void {
    const { localName } = source;
    for (const name of PLAIN_ATTRIBUTES) {
      const value = source.getAttribute(name)?.slice(0, 200);
      if (value !== undefined && isHarmlessAttribute(localName, name, value)) copy.setAttribute(name, value);
    }
    if (localName === 'font') sizeFont(copy, source.getAttribute('size'));
    const style = source.getAttribute(STYLE);
    if (style !== null) this.#style(copy, style);
  }

  #style(copy: HTMLElement, style: string): void {
    // Never in a document, so that it loads nothing.
    const { style: read } = this.#document.createElement('span');
    read.cssText = style.slice(0, 5000);
    for (const property of read) {
      const value = keptStyle(copy.localName, property, read.getPropertyValue(property));
      if (value !== undefined) copy.style.setProperty(property, value);
    }
  }

  /** Once the texts are there, says of each link whose text names another place where it leads. */
  #nameLies(places: ReadonlyMap<Node, Node>): void {
    for (const copy of places.values()) {
      if (!isElement(copy) || copy.localName !== 'a') continue;
      const link = mailLink(copy.getAttribute('href') ?? '');
      if (!link || !isLyingLink(copy.textContent, link)) continue;
      copy.after(' ', this.#note('lie', this.#options.words.leadsTo(displayableText(link.leadsTo, 300))));
    }
  }
}

/** By its type: the nodes come from other realms than this one. */
const isElement = (node: Node): node is HTMLElement => node.nodeType === 1;

/** By number or, relative to 3, by sign. */
function sizeFont(copy: HTMLElement, size: string | null): void {
  const [, sign, digits] = /^\s*([+-]?)(\d)/.exec(size ?? '') ?? [];
  if (digits === undefined) return;
  const step = sign === '+' ? 3 + Number(digits) : sign === '-' ? 3 - Number(digits) : Number(digits);
  copy.style.fontSize = readableSize(FONT_SIZES[Math.min(7, Math.max(1, step)) - 1] ?? '16px');
}

/** What `bgcolor` says of a whole mail, which is no body here. */
function paint(target: HTMLElement, colour: string | null): void {
  if (colour === null || target.style.backgroundColor !== '') return;
  for (const value of [colour.trim(), `#${colour.trim()}`])
    if (target.style.backgroundColor === '' && keptStyle('body', 'background-color', value) !== undefined)
      target.style.backgroundColor = value;
}

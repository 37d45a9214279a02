import { html, nothing } from 'lit';
import { firstPictures } from '../localize/en/first-pictures.js';

/** What a server renders for an element by its tag, whatever its prefix: what it is called, or nothing. */
export function firstPicture(localName: string): unknown {
  const tag = Object.keys(firstPictures).find((tag) => localName.endsWith(tag));
  return tag === undefined ? nothing : html`<p class="empty" part="loading">${firstPictures[tag]}</p>`;
}

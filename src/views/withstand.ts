import { watchEdits } from './foreign-edits.js';
import { ownWrites } from './own-writes.js';

// Loaded after the first elements: guards them, and those that follow, against what a page or an extension does to all.
ownWrites.guard = (element) => {
  const { shadowRoot } = element;
  if (!shadowRoot) return;
  watchEdits(shadowRoot);
  // Asked for all elements of a page at once, so that it is laid out once.
  requestAnimationFrame(() => {
    resistReset(element, shadowRoot);
  });
};

/**
 * A page that resets `display` of everything makes elements inline, which none of them is on purpose. Nothing else a
 * host says about it is overruled: it may hide an element, or lay it out in another way.
 */
function resistReset(element: HTMLElement, { adoptedStyleSheets }: ShadowRoot): void {
  if (!element.isConnected || getComputedStyle(element).display !== 'inline') return;
  const stated = adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]).flatMap((rule) => displayOf(rule));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host(:not([hidden])) { display: ${stated.at(-1) ?? 'block'} !important; }`);
  adoptedStyleSheets.push(sheet);
}

/** What an element's own sheet says of itself. */
const displayOf = (rule: CSSRule): readonly string[] =>
  rule instanceof CSSStyleRule && rule.selectorText === ':host' && rule.style.display ? [rule.style.display] : [];

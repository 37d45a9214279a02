import { untouched } from '../styles/untouched.js';
import { watchEdits } from './foreign-edits.js';
import { withstandMoves } from './moves.js';
import { ownWrites } from './own-writes.js';

/** What stands against the reset of a page, in the elements that have met one. */
const restated = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** What a property is that a page has reset, as browsers compute it. */
const INITIAL = new Set(['auto', 'none', 'normal', 'visible', 'row', 'static', '0px', 'rgba(0, 0, 0, 0)']);

// Loaded after the first elements: guards them, and those that follow, against what a page or an extension does to all.
ownWrites.guard = (element) => {
  const { shadowRoot } = element;
  if (!shadowRoot) return;
  watchEdits(shadowRoot);
  withstandMoves(element, shadowRoot);
  const { styleSheet } = untouched;
  if (styleSheet && !shadowRoot.adoptedStyleSheets.includes(styleSheet)) shadowRoot.adoptedStyleSheets.push(styleSheet);
  later(element);
};

/** Asked for all elements of a page at once, so that it is laid out once. */
function later(element: Element): void {
  const { shadowRoot } = element;
  requestAnimationFrame(() => {
    if (shadowRoot && element.isConnected && !restated.has(shadowRoot)) resistReset(element, shadowRoot);
  });
}

/** An element that a host hides by a class or a style of its own is hidden, also on a page with a reset. */
let restyled: MutationObserver | undefined;

const resistAgain: MutationCallback = (records) => {
  for (const { target } of records)
    if (target instanceof Element && target.shadowRoot) resistReset(target, target.shadowRoot);
};

/**
 * A page that resets `display` of everything makes elements inline, which none of them is on purpose, or blocks of those
 * whose parts stand in a grid or a column. They get back what they state of themselves, but for what the host says
 * otherwise: it may hide an element, size it, or lay it out in another way.
 */
function resistReset(element: Element, root: ShadowRoot): void {
  restated.get(root)?.replaceSync('');
  const own = root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].flatMap(statedOf));
  const display = own.findLast((style) => style.display)?.display ?? 'block';
  if (isTaken(getComputedStyle(element).display, display)) return;
  const sheet = restated.get(root) ?? new CSSStyleSheet();
  if (!restated.has(root)) {
    restated.set(root, sheet);
    root.adoptedStyleSheets.push(sheet);
    (restyled ??= new MutationObserver(resistAgain)).observe(element, { attributeFilter: ['class', 'style'] });
  }
  // Without a box of its own its sizes are what was said of them, not what came of it.
  sheet.replaceSync(':host { display: contents !important }');
  const computed = getComputedStyle(element);
  const lost = own
    .flatMap((style) => [...style].map((name) => [name, style.getPropertyValue(name)] as const))
    .filter(([name, value]) => name !== 'display' && value && INITIAL.has(computed.getPropertyValue(name)))
    .map(([name, value]) => `${name}: ${value} !important;`);
  sheet.replaceSync(`:host(:not([hidden])) { display: ${display} !important; ${lost.join(' ')} }`);
}

/** What an element's own sheet says of itself. */
const statedOf = (rule: CSSRule): readonly CSSStyleDeclaration[] =>
  rule instanceof CSSStyleRule && rule.selectorText === ':host' ? [rule.style] : [];

/** Whether what is inside of an element is laid out as it states, or as its host wants it to be. */
const isTaken = (display: string, stated: string): boolean =>
  display === 'none' || display === 'contents'
    ? true
    : stated === 'block'
      ? display !== 'inline'
      : display.endsWith(stated);

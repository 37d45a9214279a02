import { consoleLogger } from '../context/browser-ports.js';
import { isLater, loadElement } from './define-element.js';
import { KIT } from './version.js';

/** Open shadow roots, and the document, in which new elements are seen. */
const watched = new WeakSet<Node>();
const loading = new Set<string>();
/** Tags of elements that others have not defined yet, and that may have a shadow root then. */
const awaited = new Set<string>();
let observer: MutationObserver | undefined;

/**
 * From now on, what defines a tag of the kit is loaded as soon as a host has written one anywhere in its page: in the
 * document, or in an open shadow root that is there when its element comes or is defined, or that has another element of
 * the kit in it. What the elements of the kit have in their own shadow roots they load themselves, and is not watched.
 * Called again, it looks again: tags have been named meanwhile.
 */
export function loadWhereWritten(): void {
  // On a server there is nothing that could be written later.
  if (typeof MutationObserver === 'undefined') return;
  if (!observer) {
    observer = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element && node.isConnected) {
            if (node.matches(':not(:defined)')) lookAt(node);
            lookInside(node);
            lookIn(node);
          }
    });
    // Elements of the kit ask for their workspace, and providers tell of it, as soon as they are there. A provider hears
    // no more of it than it has to, so this hears it first.
    for (const type of ['context-request', 'context-provider']) document.addEventListener(type, onKin, true);
    // Roots that a streamed page declares are attached after their elements have come.
    addEventListener('load', lookEverywhere, { once: true });
    addEventListener('online', lookEverywhere);
  }
  lookEverywhere();
}

function lookEverywhere(): void {
  watch(document);
  lookIn(document);
}

const onKin = (event: Event): void => {
  for (const place of event.composedPath())
    if (place instanceof ShadowRoot && !watched.has(place) && !isOfTheKit(place.host)) {
      watch(place);
      lookIn(place);
    }
};

function watch(root: Document | ShadowRoot): void {
  if (watched.has(root)) return;
  watched.add(root);
  observer?.observe(root, { childList: true, subtree: true });
}

function lookIn(place: Document | ShadowRoot | Element): void {
  for (const element of place.querySelectorAll(':not(:defined)')) lookAt(element);
  // No selector finds what has a shadow root. Of 10,000 elements this takes half a millisecond, a list of them three times that.
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) lookInside(walker.currentNode as Element);
}

function lookAt({ localName }: Element): void {
  if (customElements.get(localName)) return;
  if (isLater(localName)) load(localName);
  else wait(localName);
}

function lookInside(element: Element): void {
  const { shadowRoot } = element;
  if (!shadowRoot || isOfTheKit(element)) return;
  watch(shadowRoot);
  lookIn(shadowRoot);
}

const isOfTheKit = ({ constructor }: Element): boolean => Reflect.has(constructor, KIT);

function load(tag: string): void {
  if (loading.has(tag)) return;
  loading.add(tag);
  loadElement(tag)
    .catch((error: unknown) => {
      consoleLogger.error(`<${tag}> could not be loaded.`, error);
    })
    .finally(() => loading.delete(tag));
}

/** One promise for each tag, however many elements of it come and go before somebody defines it. */
function wait(tag: string): void {
  if (awaited.has(tag)) return;
  awaited.add(tag);
  // Names with a hyphen that are none (`font-face`) are refused, and never defined.
  customElements.whenDefined(tag).then(lookEverywhere, () => undefined);
}

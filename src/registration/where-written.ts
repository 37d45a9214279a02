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
            lookAt(node);
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

function lookIn(place: ParentNode): void {
  // For 10,000 plain elements this takes a millisecond or two; there is no selector for what has a shadow root.
  for (const element of place.querySelectorAll('*')) lookAt(element);
}

function lookAt(element: Element): void {
  const { localName, shadowRoot } = element;
  if (shadowRoot) {
    if (isOfTheKit(element)) return;
    watch(shadowRoot);
    lookIn(shadowRoot);
  } else if (localName.includes('-') && !customElements.get(localName)) {
    if (isLater(localName)) load(localName);
    else wait(localName);
  }
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

import type { Gateway } from '../core/ports/gateway.js';
import { noGatewayWords, notConnectedWords, wayOutWords } from '../localize/en/not-connected.js';
import { languageOf } from '../localize/language-of.js';
import { nearestLocale } from '../localize/nearest-locale.js';
import { consoleLogger } from './browser-ports.js';
import type { WorkspaceElement } from './workspace-element.js';

type Reason = keyof typeof notConnectedWords;

/** What is asked of a provider, whichever version it is of. */
interface ProviderLike extends Element {
  readonly failure?: unknown;
  readonly gateway?: unknown;
  readonly store?: unknown;
  readonly isUpdatePending?: boolean;
}

const PROVIDER = 'session-provider';

/** What the console has been told: a page with a hundred elements in the wrong place has one fault. */
const told = new Set<typeof noGatewayWords>();

/**
 * Why an element has no workspace, in one sentence; nothing while it is about to get one. The console is told the way out,
 * once for each reason, if it is still so when all that the page brings along has been loaded.
 */
export function whyNotConnected(element: WorkspaceElement): string {
  const provider = providerAround(element);
  const reason = reasonOf(provider);
  if (!reason) return '';
  if (!told.has(wayOutOf(reason, provider))) void tellWayOut(element, reason);
  return wordsFor(element)[reason](tagOf(provider, element));
}

/** By locale, as it was asked for. */
const asked = new Map<string, Promise<void>>();
const spoken = new Map<string, typeof notConnectedWords>();

/** In the language of the page, which no workspace has brought along; in English until that is loaded. */
function wordsFor(element: WorkspaceElement): typeof notConnectedWords {
  const locale = nearestLocale(languageOf(element));
  const words = spoken.get(locale);
  if (words || locale.startsWith('en')) return words ?? notConnectedWords;
  const load = async (): Promise<void> => {
    // With what it has in common with a workspace it would not come where that cannot be loaded.
    const { spokenIn } = await import('../localize/spoken-in.js');
    spoken.set(locale, (await spokenIn(locale)).strings.notConnected ?? notConnectedWords);
  };
  const asking = asked.get(locale) ?? load();
  asked.set(locale, asking);
  asking.then(
    () => {
      element.requestUpdate();
    },
    () => asked.delete(locale),
  );
  return notConnectedWords;
}

function reasonOf(provider: ProviderLike | undefined): Reason | undefined {
  if (!provider) return 'outside';
  if (!customElements.get(provider.localName)) return 'undefined';
  if (!('gateway' in provider)) return 'foreign';
  if (provider.failure !== undefined) return 'failed';
  if (provider.isUpdatePending) return undefined;
  return provider.store ? 'foreign' : 'idle';
}

/** The nearest provider as context is asked for: through slots and out of shadow roots. */
function providerAround(element: Element): ProviderLike | undefined {
  for (let place: Node | null = element; place; place = parentOf(place))
    if (place instanceof Element && place !== element && place.localName.endsWith(PROVIDER)) return place;
  return undefined;
}

const parentOf = (place: Node): Node | null =>
  (place instanceof Element ? place.assignedSlot : null) ??
  place.parentNode ??
  (place instanceof ShadowRoot ? place.host : null);

/** How the provider is called that is there, or that should be: with the prefix of the element's own tag. */
function tagOf(provider: Element | undefined, { localName }: Element): string {
  if (provider) return provider.localName;
  for (let end = localName.length; end > 0; end -= 1) {
    const tag = `${localName.slice(0, end)}${PROVIDER}`;
    if (customElements.get(tag)) return tag;
  }
  return PROVIDER;
}

async function tellWayOut(element: WorkspaceElement, reason: Reason): Promise<void> {
  await everythingIsLoaded();
  const provider = providerAround(element);
  const words = wayOutOf(reason, provider);
  if (!element.isConnected || element.workspace || reasonOf(provider) !== reason || told.has(words)) return;
  told.add(words);
  consoleLogger.warn(words(tagOf(provider, element), element.localName, provider?.gateway), provider?.failure);
}

const wayOutOf = (reason: Reason, provider: ProviderLike | undefined): typeof noGatewayWords =>
  reason === 'failed' && !isGateway(provider?.gateway) ? noGatewayWords : wayOutWords[reason];

const isGateway = (given: unknown): boolean => typeof (given as Partial<Gateway>).connect === 'function';

/** The scripts of the page have run by then, and what they began in the same turn is done. */
async function everythingIsLoaded(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
    });
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

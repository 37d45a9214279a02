import { consoleLogger } from '../context/browser-ports.js';
import { KIT, VERSION } from './version.js';

/**
 * Tells whoever builds the page which of these tags are not what this version of the kit would have made of them: one line
 * for each version that has them, and one for what is none.
 */
export function tellTaken(tags: readonly string[]): void {
  const taken = new Map<unknown, string[]>();
  for (const tag of tags) {
    const there = customElements.get(tag);
    const version: unknown = there && Reflect.get(there, KIT);
    if (there && version !== VERSION) taken.set(version, [...(taken.get(version) ?? []), tag]);
  }
  for (const [version, own] of taken) consoleLogger.warn(sentenceOf(version, own));
}

const sentenceOf = (version: unknown, tags: readonly string[]): string => {
  const list = tags.map((tag) => `<${tag}>`).join(', ');
  return typeof version === 'string'
    ? `Two versions are on this page: ${version} was first and defines ${list}; ${VERSION} leaves them as they are. Load one version, or give one of them a prefix: defineMySessions({ prefix: 'acme-' }).`
    : `Defined already, by something else than My Sessions ${VERSION}, which leaves it as it is: ${list}. Where that is not meant, give the kit a prefix: defineMySessions({ prefix: 'acme-' }).`;
};

import { consoleLogger } from '../context/browser-ports.js';
import { VERSION } from './version.js';

/** Tags that were found taken since the last line, by the version of the kit that has them; undefined: it is none that says so. */
const taken = new Map<unknown, Set<string>>();

/**
 * Tells whoever builds the page that a tag is not what this version of the kit would have made of it. All that are found
 * in one turn make one line for each that has them.
 */
export function tellTaken(tag: string, version: unknown): void {
  if (taken.size === 0)
    setTimeout(() => {
      for (const [by, tags] of taken) consoleLogger.warn(sentenceOf(by, [...tags].sort()));
      taken.clear();
    });
  taken.set(version, (taken.get(version) ?? new Set()).add(tag));
}

const sentenceOf = (by: unknown, tags: readonly string[]): string => {
  const list = tags.map((tag) => `<${tag}>`).join(', ');
  return typeof by === 'string'
    ? `Two versions are on this page: ${by} was first and defines ${list}; ${VERSION} leaves them as they are. Load one version, or give one of them a prefix: defineMySessions({ prefix: 'acme-' }).`
    : `${list} is defined already, by something else than My Sessions ${VERSION}, which leaves it as it is. Where that is not meant, give the kit a prefix: defineMySessions({ prefix: 'acme-' }).`;
};

import type { ContextItem, Service } from '../configuration/configuration.js';
import type { ContextRecord } from '../model/context-data.js';
import type { Session } from '../model/session.js';
import { contextUrl } from './context-url.js';
import type { FieldSource } from './field-registry.js';
import { lookupIn } from './field-registry.js';
import { partsOf } from './placeholders.js';
import type { UrlPurpose } from './safe-url.js';
import { safeUrl } from './safe-url.js';

/** Where a context item leads for one session, or why it leads nowhere. Never repeats a value. */
export type ContextTarget =
  | { readonly kind: 'ready'; readonly url: string }
  /** These are expected and may still arrive. */
  | { readonly kind: 'waiting'; readonly names: readonly string[] }
  /** Nobody expects these any more, though they may come. */
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  /** The session is over and what the address is made of was not stored. */
  | { readonly kind: 'not-kept'; readonly reason?: string }
  /** It is to be opened as it was when the session ended, and had no address then. */
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'unsafe-template' }
  | { readonly kind: 'unsafe-value'; readonly names: readonly string[] };

/** Where an item leads now. */
export function contextTarget(item: ContextItem, source: FieldSource, purpose: UrlPurpose): ContextTarget {
  const { session, configuration } = source;
  const extensions = configuration?.services.get(session.serviceId)?.extensions;
  const record = recordOf(session, extensions);
  if (record?.isStored && extensions?.endedContextUrl === 'as-it-was') {
    const frozen = record.urls?.find(({ itemId }) => itemId === item.id);
    const url = frozen && safeUrl(frozen.url, purpose);
    if (url !== undefined) return { kind: 'ready', url };
    return { kind: frozen ? 'unsafe-template' : 'not-recorded' };
  }
  if (record && !record.isStored && partsOf(item.url).some((part) => typeof part !== 'string'))
    return { kind: 'not-kept', ...(record.reason === undefined ? {} : { reason: record.reason }) };
  const result = contextUrl(item, lookupIn(source), purpose);
  if (result.ok) return { kind: 'ready', url: result.url };
  switch (result.reason) {
    case 'missing':
      return missing(result.names, session);
    case 'unsafe-template':
      return { kind: 'unsafe-template' };
    case 'unsafe-value':
      return { kind: 'unsafe-value', names: result.names };
  }
}

/** What was kept of a session that is over, as its backend says; until it has said so, as its service does. */
function recordOf(
  { state, contextRecord }: Session,
  extensions: Service['extensions'] | undefined,
): ContextRecord | undefined {
  if (state !== 'ended') return undefined;
  return contextRecord ?? (extensions?.storeContextData === false ? { isStored: false } : undefined);
}

/** What a backend has announced, or a free parameter that it has not spoken of yet, is waited for. */
function missing(names: readonly string[], { state, parameters, contextRecord }: Session): ContextTarget {
  // Of what was kept nothing is lost: what has no value now never had one.
  if (state === 'ended') return contextRecord?.isStored ? { kind: 'missing', names } : { kind: 'not-kept' };
  // Whoever opened a record has said all there is.
  if (state === 'opened') return { kind: 'missing', names };
  const awaited = names.filter((name) => {
    const known = parameters.find((parameter) => parameter.name === name);
    return known ? known.state === 'pending' : !name.includes('.');
  });
  return awaited.length > 0 ? { kind: 'waiting', names: awaited } : { kind: 'missing', names };
}

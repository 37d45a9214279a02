import type { ContextRecord } from '../model/context-data.js';
import { contextUrl } from './context-url.js';
import type { FieldSource } from './field-registry.js';
import { lookupIn } from './field-registry.js';

/**
 * The record of a session that ends, with the addresses of its service's context items as they read at that moment. An
 * item that leads nowhere has none. Whoever shows one checks it again for its purpose.
 */
export function withFrozenUrls(record: ContextRecord, source: FieldSource): ContextRecord {
  const { session, configuration } = source;
  const extensions = configuration?.services.get(session.serviceId)?.extensions;
  if (!record.isStored || !configuration || !extensions) return record;
  const { conversationContext, embeddedContext = [], contextOnAccept } = extensions;
  const ids = new Set([...conversationContext, ...[embeddedContext].flat(), ...contextOnAccept]);
  const lookup = lookupIn(source);
  const urls = [...ids].flatMap((itemId) => {
    const item = configuration.contextItems.get(itemId);
    const result = item && contextUrl(item, lookup, 'link');
    return result?.ok ? [{ itemId, url: result.url }] : [];
  });
  return urls.length === 0 ? record : { ...record, urls };
}

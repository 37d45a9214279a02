import type { OpenItemPage, OpenItemQuery } from '../model/open-item.js';
import type { Gateway } from '../ports/gateway.js';
import { readOpenItems } from '../reading/open-items.js';

/** A gateway of several. */
interface Source {
  readonly name: string;
  readonly prefix: string;
  readonly gateway: Gateway;
}

/**
 * What waits in the queues of several gateways, each in its own pages, with ids that name their source. One that cannot
 * be asked is asked again with the next page; undefined where agents pick nothing in any of them.
 */
export async function openItemsOf(
  sources: readonly Source[],
  { after, limit }: OpenItemQuery,
): Promise<OpenItemPage | undefined> {
  // Where each goes on, by name: '' at its beginning. One that is not named has no more.
  const places = new Map<string, string>(
    after === undefined ? sources.map(({ name }) => [name, '']) : (JSON.parse(after) as [string, string][]),
  );
  const asked = sources.filter(({ name }) => places.has(name));
  const answers = await Promise.allSettled(
    asked.map(async ({ name, gateway }) => {
      const place = places.get(name) ?? '';
      const page = await gateway.openItems?.({ limit, ...(place === '' ? {} : { after: place }) });
      return page && readOpenItems(page.items, page.next);
    }),
  );
  const next = new Map<string, string>();
  const pages = answers.flatMap((answer, at) => {
    const { name = '', prefix = '' } = asked[at] ?? {};
    if (answer.status === 'rejected') next.set(name, places.get(name) ?? '');
    if (answer.status === 'rejected' || !answer.value) return [];
    if (answer.value.next !== undefined) next.set(name, answer.value.next);
    return [answer.value.items.map((item) => ({ ...item, id: prefix + item.id, source: name }))];
  });
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (pages.length === 0 && failed) throw failed.reason;
  if (pages.length === 0) return undefined;
  const items = pages.flat().sort((one, other) => one.since - other.since);
  return { items, ...(next.size > 0 ? { next: JSON.stringify([...next]) } : {}) };
}

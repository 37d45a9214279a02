import { expect } from '@open-wc/testing';
import { combineSources } from '../../../src/index.js';
import type { CommandReply, Gateway, OpenItem, OpenItemPage, OpenItemQuery } from '../../../src/index.js';

const item = (id: string, since: number): OpenItem => ({ id, serviceId: 's', modality: 'email', since });

interface Picking extends Gateway {
  readonly asked: OpenItemQuery[];
  readonly wishes: string[];
}

/** A gateway that answers with its pages in turn; a rejection where one is `away`. */
function picking(...pages: readonly (OpenItemPage | undefined | 'away')[]): Picking {
  const asked: OpenItemQuery[] = [];
  const wishes: string[] = [];
  return {
    asked,
    wishes,
    connect: () => () => undefined,
    execute(command): Promise<CommandReply> {
      wishes.push(`${command.type} ${'sessionId' in command ? command.sessionId : ''}`);
      return Promise.resolve({ ok: true });
    },
    openItems(query) {
      asked.push(query);
      const page = pages[asked.length - 1];
      return page === 'away' ? Promise.reject(new Error('away')) : Promise.resolve(page);
    },
  };
}

const silent: Gateway = { connect: () => () => undefined, execute: () => Promise.resolve({ ok: true }) };

describe('open work of several sources', () => {
  it('is one list, longest first, under ids that name their source', async () => {
    const bank = picking({ items: [item('1', 10), item('2', 30)] });
    const shop = picking({ items: [item('1', 20)] });
    const { openItems, execute } = combineSources({ bank, shop, silent });
    expect(await openItems?.({ limit: 5 })).to.deep.equal({
      items: [
        { ...item('bank/1', 10), source: 'bank' },
        { ...item('shop/1', 20), source: 'shop' },
        { ...item('bank/2', 30), source: 'bank' },
      ],
    });
    await execute({ type: 'work-item.pick', sessionId: 'shop/1', commandId: 'c' });
    expect([bank.wishes, shop.wishes]).to.deep.equal([[], ['work-item.pick 1']]);
  });

  it('goes on in each where it stands, and asks no more where there is no more', async () => {
    const bank = picking({ items: [item('1', 10)], next: 'b"2' }, { items: [item('2', 30)] });
    const shop = picking({ items: [item('1', 20)] });
    const { openItems } = combineSources({ bank, shop });
    const { next = '' } = (await openItems?.({ limit: 1 })) ?? {};
    const last = await openItems?.({ limit: 1, after: next });
    expect(last).to.deep.equal({ items: [{ ...item('bank/2', 30), source: 'bank' }] });
    expect(bank.asked).to.deep.equal([{ limit: 1 }, { limit: 1, after: 'b"2' }]);
    expect(shop.asked).to.have.length(1);
  });

  it('one that is away hides nothing of the others, and is asked again with the next page', async () => {
    const bank = picking('away', { items: [item('1', 10)] });
    const shop = picking({ items: [item('1', 20)] });
    const { openItems } = combineSources({ bank, shop });
    const first = await openItems?.({ limit: 5 });
    expect(first?.items.map(({ id }) => id)).to.deep.equal(['shop/1']);
    const second = await openItems?.({ limit: 5, after: first?.next ?? '' });
    expect(second).to.deep.equal({ items: [{ ...item('bank/1', 10), source: 'bank' }] });
  });

  it('rejects when none can be asked, and is nothing where nothing is picked anywhere', async () => {
    const away = combineSources({ bank: picking('away'), shop: picking(undefined) });
    expect(await away.openItems?.({ limit: 5 }).catch((error: unknown) => (error as Error).message)).to.equal('away');
    expect(await combineSources({ bank: picking(undefined) }).openItems?.({ limit: 5 })).to.equal(undefined);
    expect(combineSources({ silent }).openItems).to.equal(undefined);
  });

  it('what a source says is read as it comes', async () => {
    const odd = { items: [null, { ...item('1', 10), customer: 7 }], next: 7 } as unknown as OpenItemPage;
    expect(await combineSources({ bank: picking(odd) }).openItems?.({ limit: 5 })).to.deep.equal({
      items: [{ ...item('bank/1', 10), source: 'bank' }],
    });
  });
});

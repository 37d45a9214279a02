import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/conversation-context/conversation-context.define.js';
import '../../src/components/embedded-context/embedded-context.define.js';
import '../../src/components/session-provider/session-provider.define.js';
import { SERVICES, builtInConfiguration } from '../../src/gateways/in-memory/built-in-configuration.js';
import { BackendFixture } from '../support/backend-fixture.js';
import { find, findAll, settled } from '../support/mounting.js';

const framed = new URL('../support/framed-page.xhtml', import.meta.url);
framed.search = '';

/** The built-in configuration with the page of a customer at another address. */
const withCustomersAt = (url: string): unknown => ({
  ...builtInConfiguration,
  tenant: {
    ...builtInConfiguration.tenant,
    contextItems: builtInConfiguration.tenant.contextItems.map((item) =>
      item.id === 'customer-record' ? { ...item, url } : item,
    ),
  },
});

describe('addresses of a session that is over', () => {
  it('stay those of then, linked and framed, when the configuration has changed since', async () => {
    const backend = new BackendFixture({ configuration: withCustomersAt(`${framed.href}?then=$(Customer.Id)`) });
    const customer = { id: 'C-310', name: 'Nora Feld' };
    const call = { serviceId: SERVICES.cards, modality: 'audio-video', direction: 'inbound', customer } as const;
    for (const sessionId of ['over', 'going-on']) {
      backend.backend.offer(sessionId, call);
      await backend.wish({ type: 'session.accept', sessionId });
      backend.scheduler.advance(2000);
      if (sessionId === 'over') {
        await backend.wish({ type: 'session.end', sessionId });
        await backend.wish({ type: 'after-call-work.finish', sessionId });
      }
    }
    backend.backend.configure(withCustomersAt(`${framed.href}?now=$(Customer.Id)`));

    const provider = await fixture(
      html`<session-provider lang="en" .gateway=${backend.backend}>
        ${['over', 'going-on'].map(
          (id) => html`<conversation-context session-id=${id}></conversation-context>
            <embedded-context session-id=${id}></embedded-context>`,
        )}
      </session-provider>`,
    );
    await settled(provider);

    const addresses = (sessionId: string): readonly string[] => {
      const of = (tag: string): HTMLElement => find(provider, `${tag}[session-id="${sessionId}"]`);
      return [
        ...findAll<HTMLAnchorElement>(of('conversation-context'), 'a').map(({ href }) => href),
        find<HTMLIFrameElement>(of('embedded-context'), 'iframe').src,
        find<HTMLAnchorElement>(of('embedded-context'), '.bar a').href,
      ];
    };
    const guide = 'https://guide.example/cards';
    const [then, now] = [`${framed.href}?then=C-310`, `${framed.href}?now=C-310`];
    expect(addresses('over')).to.deep.equal([then, guide, then, then]);
    expect(addresses('going-on')).to.deep.equal([now, guide, now, now]);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import '../../src/components/work-items/work-items.define.js';
import { selectRoster, selectSelectedId, selectSession, selectWorkspace } from '../../src/index.js';
import { createHttpGateway } from '../../src/gateways/http/http.js';
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import { fetchOf, serverOver } from '../support/in-page-server.js';
import { coming, find, findAll, storeIn, textOf, until } from '../support/mounting.js';

describe('work that is picked in the workspace, over HTTP', () => {
  it('goes from the list to a session that is worked on; what was picked elsewhere is the agent’s, too', async () => {
    const simulator = createSimulator({ scenario: 'quiet', speed: 20 });
    const [mail, job] = [simulator.queue(), simulator.queue()];
    const server = serverOver(simulator);
    const gateway = createHttpGateway({
      url: '/api',
      fetch: fetchOf(server.handle),
      storage: 'memory',
      isShared: false,
    });
    const provider = await fixture(
      html`<session-provider lang="en" .gateway=${gateway}>
        <div style="inline-size: 1000px; block-size: 600px"><my-sessions></my-sessions></div>
      </session-provider>`,
    );
    await until(() => storeIn(provider).read(selectWorkspace).isConnected);
    storeIn(provider).look(undefined);
    (await coming(provider, '[data-list="open"]')).click();
    await until(() => findAll(provider, '.open li').length === 2);
    expect(findAll(provider, '.open li .name').map(textOf)).to.deep.equal(['Amina Diallo', 'Oluwaseun Bello']);
    const store = storeIn(provider);

    // Another client of the same agent picks one.
    await simulator.execute({ type: 'work-item.pick', sessionId: job ?? '', commandId: 'elsewhere' });
    await until(() => store.read(selectSession(job ?? ''))?.state === 'active');
    await simulator.execute({ type: 'session.park', sessionId: job ?? '', commandId: 'aside' });
    await until(() => store.read(selectSession(job ?? ''))?.state === 'parked');

    store.look(undefined);
    (await coming(provider, '[data-list="open"]')).click();
    await until(() => findAll(provider, `[data-id="${mail ?? ''}"] .pick`).length > 0);
    find(provider, `[data-id="${mail ?? ''}"] .pick`).click();
    await until(() => store.read(selectSession(mail ?? ''))?.state === 'active');
    expect(store.read(selectSelectedId)).to.equal(mail);
    expect(store.read(selectRoster).active).to.deep.equal([mail]);
    expect((await gateway.openItems({ limit: 9 }))?.items).to.deep.equal([]);
    await server.close();
  });
});

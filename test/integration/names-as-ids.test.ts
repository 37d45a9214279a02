import { expect, html } from '@open-wc/testing';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/session-details/session-details.define.js';
import '../../src/define.js';
import { selectSelectedId } from '../../src/index.js';
import { aDocument, aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

/** Ids belong to others: a backend, a tenant, a service owner. Any text works as one. */
const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', '"]', '0'];

describe('an id that is called', () => {
  for (const id of ids) {
    it(`${JSON.stringify(id)} names a session like any other`, async () => {
      const { provider, gateway, store } = await mount(html`<my-sessions></my-sessions>`, {
        sessions: [aSession({ id: 'first' }), aSession({ id, customer: { name: 'Lea Moser' }, state: 'parked' })],
      });
      const card = findAll(provider, '.card').find((own) => textOf(own).includes('Lea Moser'));
      card?.click();
      await settled();
      expect(store.read(selectSelectedId)).to.equal(id);
      const segments = [{ id, speaker: { id, role: 'customer' }, text: 'Hello?', isFinal: true }] as const;
      await happens(
        gateway,
        { type: 'transcript.appended', at: NOW, sessionId: id, segments },
        { type: 'session.unparked', at: NOW, sessionId: id },
        { type: 'tags.changed', at: NOW, sessionId: id, tags: [id || 'tag'] },
      );
      const pane = findAll(provider, 'session-pane').find((own) => textOf(own).includes('Lea Moser'))!;
      expect(textOf(find(pane, 'transcript-view'))).to.contain('Hello?');
      expect(findAll(pane, '.tag')).to.have.length(1);
      find(pane, '[data-verb="session.hold"]').click();
      await settled();
      expect(gateway.commands[0]).to.include({ type: 'session.hold', sessionId: id });
      expect('polluted' in {}).to.equal(false);
    });
  }

  for (const id of ids.filter((own) => own !== '')) {
    it(`${JSON.stringify(id)} names a service, a code and a user like any other`, async () => {
      const [service] = aDocument.services;
      const document = {
        ...aDocument,
        tenant: { ...aDocument.tenant, codes: [{ id, label: 'The code' }] },
        services: [
          {
            ...service,
            id,
            name: 'The service',
            extensions: { ...service!.extensions, primaryCodes: [id], secondaryCodes: [] },
          },
        ],
        users: [...aDocument.users, { id, name: 'Somebody', taskParallelization: { enabled: true, total: 7 } }],
      };
      const { provider } = await mount(
        html`<session-details></session-details><codes-tags></codes-tags><task-capacity .userId=${id}></task-capacity>
          <agent-presence .userId=${id}></agent-presence>`,
        { document, sessions: [aSession({ serviceId: id, primaryCode: id, modality: id })] },
      );
      expect(textOf(find(provider, 'session-details'))).to.contain('The service');
      expect(find<HTMLSelectElement>(provider, '[data-slot="primary"]').value).to.equal(id);
      expect(textOf(find(provider, 'task-capacity'))).to.contain('0 of 7');
      expect(textOf(find(provider, 'agent-presence'))).to.contain('Somebody');
    });
  }
});

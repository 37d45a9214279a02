import { expect, html } from '@open-wc/testing';
import '../../src/components/session-details/session-details.define.js';
import { sessionDetails } from '../../src/localize/en/session-details.js';
import type { SessionDetails } from '../../src/index.js';
import { aSession, anEndedSession, withCardLine } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, theCall } from '../../stories/scenarios/working-day.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

const details = html`<session-details session-id="call-1"></session-details>`;

/** Labels and values as they stand. */
const rows = (root: ParentNode): Record<string, string> =>
  Object.fromEntries(findAll(root, 'dt').map((term) => [textOf(term), textOf(term.nextElementSibling!)]));

describe('session-details', () => {
  it('says who calls, for which service, and how long everything took', async () => {
    const { provider } = await mount(details, { sessions: [theCall] });
    expect(rows(provider)).to.include({
      Caller: 'Nora Feld',
      Phone: '+41445550133',
      Company: 'Feld Interiors',
      Service: 'Card Line',
      Modality: 'Call',
      Direction: 'Inbound',
      'Time in queue': '1:00',
      'Ring time': '0:12',
    });
  });

  it('keeps caller and customer apart', async () => {
    const { provider, gateway } = await mount(details, {
      sessions: [aSession({ caller: { phone: '+41445550100' }, customer: {} })],
    });
    expect(rows(provider)).to.not.have.property('Customer');
    await happens(gateway, {
      type: 'customer.identified',
      at: NOW,
      sessionId: 'call-1',
      customer: { name: 'Lea Moser' },
    });
    expect(rows(provider)).to.include({ Phone: '+41445550100', Customer: 'Lea Moser' });
    expect(rows(provider)).to.not.have.property('Caller');
  });

  it('says of an unknown caller that only the network is known, once nothing more is awaited', async () => {
    const { provider, gateway } = await mount(details, {
      sessions: [aSession({ caller: { phone: '+1' }, customer: {} })],
    });
    expect(textOf(provider)).to.not.contain(sessionDetails.incomplete);
    await happens(gateway, {
      type: 'parameters.changed',
      at: NOW,
      sessionId: 'call-1',
      parameters: ['Card number', 'Contract', 'Language'].map((name) => ({ name, state: 'not-available' })),
    });
    expect(textOf(find(provider, 'session-details'))).to.contain(sessionDetails.incomplete);
  });

  it("shows the service's parameters in its order, and late ones as they arrive", async () => {
    const { provider, gateway } = await mount(details, { sessions: [theCall] });
    expect(Object.keys(rows(provider)).slice(-3)).to.deep.equal(['Card number', 'Contract', 'Language']);
    expect(rows(provider)).to.include({ Contract: sessionDetails.pending });
    await happens(gateway, {
      type: 'parameters.changed',
      at: NOW,
      sessionId: 'call-1',
      parameters: [
        { name: 'Contract', state: 'value', value: 'LB-1' },
        { name: 'Language', state: 'empty' },
        { name: 'Card number', state: 'not-available', reason: 'CRM is down' },
        { name: 'Not chosen', state: 'value', value: 'hidden' },
      ],
    });
    expect(rows(provider)).to.include({ Contract: 'LB-1', Language: 'No value', 'Card number': 'CRM is down' });
    expect(rows(provider)).to.not.have.property('Not chosen');
  });

  it('says of a session in history that its parameters are not available, unless they were stored', async () => {
    const { provider } = await mount(html`<session-details session-id="ended-1"></session-details>`, {
      sessions: [anEndedSession({ parameters: [{ name: 'Contract', state: 'value', value: 'LB-1' }] })],
    });
    expect(rows(provider)).to.include({ 'Card number': 'Not available', Contract: 'LB-1', Result: 'Accepted by user' });
  });

  it('names a result that only the backend knows', async () => {
    const { provider } = await mount(html`<session-details session-id="ended-1"></session-details>`, {
      sessions: [anEndedSession({ result: 'handed-to-bot' })],
    });
    expect(rows(provider)).to.include({ Result: 'handed-to-bot' });
  });

  it('follows a new configuration of its service', async () => {
    const { provider, gateway } = await mount(details, {
      sessions: [theCall],
      document: withCardLine({
        extensions: { widgets: ['session-details'], sessionDetails: { parameters: ['Mood'] } },
      }),
    });
    expect(rows(provider)).to.include({ Mood: sessionDetails.pending });
    expect(rows(provider)).to.not.have.property('Contract');
    await happens(gateway, { type: 'session.removed', at: NOW, sessionId: 'call-1' });
    expect(textOf(find(provider, 'session-details'))).to.equal('This session is not known here.');
  });

  it('follows the selected session without an id, and its own with one', async () => {
    const { provider, store } = await mount(html`<session-details></session-details>`, { sessions: [theCall, aChat] });
    expect(rows(provider)).to.include({ Caller: 'Nora Feld' });
    store.look(aChat.id);
    await settled();
    expect(rows(provider)).to.include({ Customer: 'Kenny Smith' });
    find<SessionDetails>(provider, 'session-details').sessionId = theCall.id;
    await settled();
    expect(rows(provider)).to.include({ Caller: 'Nora Feld' });
    store.look(undefined);
    find<SessionDetails>(provider, 'session-details').sessionId = undefined;
    await settled();
    expect(textOf(find(provider, 'session-details'))).to.equal('No session is selected.');
  });
});

import { expect, html } from '@open-wc/testing';
import '../../src/components/session-details/session-details.define.js';
import { sessionDetails } from '../../src/localize/en/session-details.js';
import type { Parameter, Session, SessionDetails, SessionEvent } from '../../src/index.js';
import { MINUTE, aGateway, aSession, anEndedSession, withCardLine } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, theCall } from '../../stories/scenarios/working-day.js';
import { FakeInterval } from '../support/fake-interval.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const details = html`<session-details session-id="call-1"></session-details>`;

/** Labels and values as they stand. */
const rows = (root: ParentNode): Record<string, string> =>
  Object.fromEntries(findAll(root, 'dt').map((term) => [textOf(term), textOf(term.nextElementSibling!)]));

/** What the Card Line shows, by its owner's choice. */
const chosen = (sessionDetailsSettings: Readonly<Record<string, unknown>>): unknown =>
  withCardLine({ extensions: { widgets: ['session-details'], sessionDetails: sessionDetailsSettings } });

const changed = (...parameters: readonly Parameter[]): SessionEvent => ({
  type: 'parameters.changed',
  at: NOW,
  sessionId: 'call-1',
  parameters,
});
const value = (name: string, text: string): Parameter => ({ name, state: 'value', value: text });
const hint = (root: ParentNode): string => findAll(root, '.hint').map(textOf).join();

/** A call that has just been offered: integrations are still at work. */
const fresh = (about: Partial<Session> = {}): Session => aSession({ times: { offered: NOW - 5000 }, ...about });

describe('session-details', () => {
  describe('where moods count for something', () => {
    const document = {
      ...(withCardLine({ extensions: { widgets: ['session-details'] } }) as object),
      sentimentThreshold: 'negative',
    };
    const { sentiment: _, ...unheard } = theCall;

    it('has a place for the first one from the beginning, and nothing moves when it comes', async () => {
      const { provider, gateway } = await mount(details, { sessions: [{ ...unheard, id: 'call-1' }], document });
      expect(rows(provider)).to.include({ Sentiment: '– Not yet' });
      const boxes = (): unknown[] =>
        findAll(provider, 'dt').map((term) => [textOf(term), term.getBoundingClientRect().top]);
      const before = boxes();
      await happens(gateway, {
        type: 'session.snapshot',
        at: NOW,
        session: { ...unheard, id: 'call-1', sentiment: 'very-negative' },
      });
      expect(rows(provider)).to.include({ Sentiment: 'Very negative' });
      expect(boxes()).to.deep.equal(before);
    });

    it('says of a session that is over that there was none', async () => {
      const over = { ...unheard, id: 'call-1', state: 'ended' } as const;
      const { provider } = await mount(details, { sessions: [over], document });
      expect(rows(provider)['Sentiment']).to.match(/^–/);
      expect(rows(provider)['Sentiment']).to.not.contain('Not yet');
    });

    it('has none before somebody has spoken', async () => {
      const { provider } = await mount(details, { sessions: [fresh({ state: 'offered' })], document });
      expect(rows(provider)).to.not.have.property('Sentiment');
    });
  });

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
      sessions: [fresh({ caller: { phone: '+1' }, customer: {} })],
    });
    expect(hint(provider)).to.equal('');
    await happens(gateway, {
      type: 'parameters.changed',
      at: NOW,
      sessionId: 'call-1',
      parameters: ['Card number', 'Contract', 'Language'].map((name) => ({ name, state: 'not-available' })),
    });
    expect(hint(provider)).to.equal(sessionDetails.incomplete);
  });

  it("shows the service's parameters in its order, and late ones as they arrive", async () => {
    const { provider, gateway } = await mount(details, { sessions: [fresh()] });
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
    expect(rows(provider)).to.include({
      Contract: 'Just arrived: LB-1',
      Language: '– No value',
      'Card number': 'Not available CRM is down',
    });
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
      sessions: [fresh()],
      document: chosen({ parameters: ['Mood'] }),
    });
    expect(rows(provider)).to.include({ Mood: sessionDetails.pending });
    expect(rows(provider)).to.not.have.property('Contract');
    await happens(gateway, { type: 'session.removed', at: NOW, sessionId: 'call-1' });
    expect(textOf(find(provider, 'session-details'))).to.equal('This session is not known here.');
  });

  for (const content of [details, html`<session-details></session-details>`])
    it('claims nothing before the first data', async () => {
      const { provider, gateway } = await mount(content, new ScriptedGateway([]));
      expect(textOf(find(provider, 'session-details'))).to.equal('Waiting for the first data.');
      await happens(gateway, { type: 'workspace.reset', agentId: 'ana', at: NOW });
      expect(textOf(find(provider, 'session-details'))).to.not.equal('Waiting for the first data.');
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

  describe('fields', () => {
    it('are those that the service chose, in its order, and not twice what is shown anyway', async () => {
      const { provider } = await mount(details, {
        document: chosen({
          fields: [
            'User.DisplayName',
            'Customer.JobTitle',
            'Service.Name',
            'Mood',
            'Session.Accepted',
            'Customer.JobTitle',
          ],
        }),
        sessions: [
          fresh({ customer: { name: 'Nora Feld', jobTitle: 'Fitter' }, parameters: [value('Mood', 'sunny')] }),
        ],
      });
      expect(findAll(provider, 'dl')).to.have.length(2);
      const list = findAll(provider, 'dl')[1]!;
      expect(findAll(list, 'dt').map(textOf)).to.deep.equal(['Agent', 'Job title', 'Mood', 'Accepted']);
      expect(rows(provider)).to.include({
        Agent: 'Ana Sommer',
        'Job title': 'Fitter',
        Mood: 'sunny',
        Accepted: '– No value',
      });
      expect(rows(provider)).to.not.have.property('Modality');
    });

    it('are in words: moments, states and kinds', async () => {
      const { provider } = await mount(details, {
        document: chosen({ fields: ['Session.Offered', 'Session.State', 'Session.Modality', 'Session.Sentiment'] }),
        sessions: [aSession({ sentiment: 'very-positive' })],
      });
      expect(rows(provider)).to.include({ State: 'Active', Modality: 'Call', Sentiment: 'Very positive' });
      expect(rows(provider)['Offered']).to.match(/^\d+:56/);
    });

    it('may be what the customer wrote first, which is looked for only then', async () => {
      const segments = [
        { id: '1', speaker: { id: 'b', role: 'bot' }, text: 'How can I help?', isFinal: true },
        { id: '2', speaker: { id: 'c', role: 'customer' }, text: 'My card is gone', isFinal: true },
        { id: '3', speaker: { id: 'c', role: 'customer' }, text: 'Help', isFinal: true },
      ] as const;
      const situation = { sessions: [fresh({ modality: 'im' })], transcript: { sessionId: 'call-1', segments } };
      const usual = await mount(details, situation);
      expect(textOf(usual.provider)).to.not.contain('My card is gone');
      const { provider } = await mount(details, { ...situation, document: chosen({ fields: ['Im.InitialMessage'] }) });
      expect(rows(provider)).to.include({ 'First message': 'My card is gone' });
    });
  });

  describe('values that are addresses', () => {
    const address = 'https://crm.example/customers/4711?tab=cards#open';
    const linked = async (text: string, linkify: 'http' | 'off' = 'http'): Promise<HTMLAnchorElement[]> => {
      const { provider } = await mount(details, {
        document: chosen({ parameters: ['Record'], linkify }),
        sessions: [fresh({ parameters: [value('Record', text)] })],
      });
      expect(rows(provider)['Record'], text).to.equal(text.replace(/\s+/g, ' ').trim());
      return findAll<HTMLAnchorElement>(provider, 'a');
    };

    it('are links that tell the other side nothing about this page', async () => {
      const [link] = await linked(address);
      expect(link?.href).to.equal(address);
      expect(link?.target).to.equal('_blank');
      expect(link?.relList.contains('noopener') && link.relList.contains('noreferrer')).to.equal(true);
      expect((await linked('http://crm.example/'))[0]?.href).to.equal('http://crm.example/');
    });

    it('are text where the service says so', async () => {
      expect(await linked(address, 'off')).to.deep.equal([]);
    });

    for (const text of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)//https://crm.example',
      'data:text/html,<b>x</b>',
      'mailto:rosa@brunner.example',
      'tel:+41315550123',
      'file:///etc/passwd',
      'blob:https://crm.example/1',
      '//crm.example/1',
      'crm.example/1',
      'see https://crm.example/1',
      'https://crm.example/1 https://crm.example/2',
      'https://bank.example@evil.example/',
      'https://user:word@evil.example/',
      'https:evil.example',
      'https://bank.example\\@evil.example/',
      'https://crm.example/\u202Egpj.exe',
      'https://',
    ]) {
      it(`${JSON.stringify(text)} is none`, async () => {
        const { provider } = await mount(details, {
          document: chosen({ parameters: ['Record'] }),
          sessions: [fresh({ parameters: [value('Record', text)] })],
        });
        expect(findAll(provider, 'a')).to.deep.equal([]);
        expect(rows(provider)['Record']).to.contain(text.slice(0, 5));
      });
    }

    it('that hide a line break are none', async () => {
      expect(await linked('https://crm.example/\n1')).to.deep.equal([]);
    });
  });

  describe('a value that is empty', () => {
    const shownAs = async (emptyValue: string, parameter: Parameter = { name: 'Contract', state: 'empty' }) => {
      const { provider } = await mount(details, {
        document: chosen({ parameters: ['Contract', 'Language'], emptyValue }),
        sessions: [fresh({ parameters: [parameter, value('Language', 'English')] })],
      });
      return rows(provider);
    };

    it('is a dash, a blank or left out, as the service says; screen readers hear that there is none', async () => {
      expect(await shownAs('dash')).to.include({ Contract: '– No value', Language: 'English' });
      expect(await shownAs('blank')).to.include({ Contract: 'No value', Language: 'English' });
      expect(await shownAs('hide')).to.not.have.property('Contract');
      expect(await shownAs('hide')).to.include({ Language: 'English' });
      expect(await shownAs('dash', value('Contract', ''))).to.include({ Contract: '– No value' });
    });

    it('keeps its place when it was awaited on screen, so that nothing jumps', async () => {
      const { provider, gateway } = await mount(details, {
        document: chosen({ parameters: ['Contract', 'Language'], emptyValue: 'hide' }),
        sessions: [fresh({ parameters: [value('Language', 'English')] })],
      });
      expect(rows(provider)).to.include({ Contract: sessionDetails.pending });
      await happens(gateway, changed({ name: 'Contract', state: 'empty' }));
      expect(rows(provider)).to.include({ Contract: '– No value' });
    });
  });

  describe('what arrives late', () => {
    let interval: FakeInterval;
    beforeEach(() => {
      interval = new FakeInterval();
    });
    afterEach(() => {
      interval.restore();
    });

    const waiting = fresh({ parameters: [value('Card number', '4711'), { name: 'Contract', state: 'pending' }] });
    const marked = (root: ParentNode): string[] =>
      findAll(root, 'dd:has(.new)').map((own) => textOf(own.previousElementSibling!));
    const announced = (root: ParentNode): string => textOf(find(find(root, 'session-details'), '[role="status"]'));
    const pass = async ({ gateway }: Mounted, ms: number): Promise<void> => {
      gateway.time += ms;
      interval.tick();
      await settled();
    };

    it('is marked and announced, all of one batch at once; what was there is not', async () => {
      const mounted = await mount(details, { sessions: [waiting] });
      const { provider, gateway } = mounted;
      expect(marked(provider)).to.deep.equal([]);
      expect(announced(provider)).to.equal('');
      await happens(gateway, changed(value('Contract', 'LB-1'), value('Language', 'English')));
      expect(marked(provider)).to.deep.equal(['Contract', 'Language']);
      expect(announced(provider)).to.equal('Just arrived: Contract, Language');
      await pass(mounted, 7000);
      expect(marked(provider)).to.deep.equal(['Contract', 'Language']);
      await pass(mounted, 1000);
      expect(marked(provider)).to.deep.equal([]);
      expect(announced(provider)).to.equal('');
    });

    it('is announced with the first names and the number of others', async () => {
      const names = ['A', 'B', 'C', 'D', 'E'];
      const { provider, gateway } = await mount(details, {
        document: chosen({ parameters: names }),
        sessions: [fresh()],
      });
      await happens(gateway, changed(...names.map((name) => value(name, 'x'))));
      expect(announced(provider)).to.equal('Just arrived: A, B, C, 2 more');
    });

    it('changes the live region each time, also for the same name', async () => {
      const { provider, gateway } = await mount(details, { sessions: [waiting] });
      const region = find(find(provider, 'session-details'), '[role="status"]');
      await happens(gateway, changed(value('Contract', 'LB-1')));
      const first = region.textContent;
      await happens(gateway, changed(value('Contract', 'LB-2')));
      expect(region.textContent).to.not.equal(first);
      expect(textOf(region)).to.equal('Just arrived: Contract');
    });

    it('moves nothing, neither when it comes nor when its mark goes', async () => {
      const mounted = await mount(html`<div style="inline-size: 280px">${details}</div>`, { sessions: [waiting] });
      const { provider, gateway } = mounted;
      const boxes = (): number[] =>
        findAll(provider, 'dt, dd').flatMap((own) => [
          own.getBoundingClientRect().top,
          own.getBoundingClientRect().left,
        ]);
      const before = boxes();
      await happens(gateway, changed(value('Contract', 'LB-1')));
      expect(marked(provider)).to.deep.equal(['Contract']);
      expect(boxes()).to.deep.equal(before);
      await pass(mounted, 8000);
      expect(boxes()).to.deep.equal(before);
    });

    it('may be a field of the customer, and a value that is overwritten', async () => {
      const { provider, gateway } = await mount(details, {
        document: chosen({ fields: ['Customer.JobTitle'], parameters: ['Ticket'] }),
        sessions: [fresh({ parameters: [value('Ticket', 'T-1')] })],
      });
      await happens(gateway, {
        type: 'customer.identified',
        at: NOW,
        sessionId: 'call-1',
        customer: { jobTitle: 'Fitter' },
      });
      expect(marked(provider)).to.deep.equal(['Job title']);
      await happens(gateway, changed(value('Ticket', 'T-2')));
      expect(marked(provider)).to.deep.equal(['Job title', 'Ticket']);
    });

    it('is no news of another session that is switched to, nor when coming back', async () => {
      const other = fresh({ id: 'call-2', parameters: [value('Contract', 'LB-2')] });
      const { provider, gateway, store } = await mount(html`<session-details></session-details>`, {
        sessions: [waiting, other],
      });
      store.look('call-1');
      await settled();
      await happens(gateway, changed(value('Contract', 'LB-1')));
      expect(marked(provider)).to.deep.equal(['Contract']);
      store.look('call-2');
      await settled();
      expect(rows(provider)).to.include({ Contract: 'LB-2' });
      expect(marked(provider)).to.deep.equal([]);
      expect(announced(provider)).to.equal('');
      store.look('call-1');
      await settled();
      expect(marked(provider)).to.deep.equal([]);
    });

    it('and has not arrived a minute after the offer is said so, and still shown when it comes', async () => {
      const mounted = await mount(details, { sessions: [waiting] });
      const { provider, gateway } = mounted;
      await pass(mounted, 54_000);
      expect(rows(provider)).to.include({ Contract: sessionDetails.pending });
      expect(hint(provider)).to.equal('');
      await pass(mounted, 1000);
      expect(rows(provider)).to.include({ Contract: sessionDetails.overdue });
      expect(hint(provider)).to.equal(sessionDetails.broken);
      await happens(gateway, changed(value('Contract', 'LB-1'), value('Language', 'English')));
      expect(rows(provider)['Contract']).to.contain('LB-1');
      expect(hint(provider)).to.equal('');
    });

    it('and is awaited only since later has its own minute', async () => {
      const mounted = await mount(details, {
        document: chosen({ parameters: ['Contract'] }),
        sessions: [aSession({ parameters: [value('Contract', 'LB-1')] })],
      });
      await happens(mounted.gateway, changed({ name: 'Contract', state: 'pending' }));
      expect(rows(mounted.provider)).to.include({ Contract: sessionDetails.pending });
      await pass(mounted, MINUTE);
      expect(rows(mounted.provider)).to.include({ Contract: sessionDetails.overdue });
    });

    it('leaves no timer behind: not when all is there, and not after removal', async () => {
      const running = interval.running;
      const { provider, gateway } = await mount(details, { sessions: [fresh()] });
      expect(interval.running).to.equal(running + 1);
      find(provider, 'session-details').remove();
      expect(interval.running).to.equal(running);
      const all = ['Card number', 'Contract', 'Language'].map((name) => value(name, 'x'));
      await happens(gateway, changed(...all));
      const { provider: other } = await mount(details, { sessions: [fresh({ parameters: all })] });
      expect(rows(other)).to.include({ Contract: 'x' });
      expect(interval.running).to.equal(running);
    });
  });

  describe('a session that is over', () => {
    const ended = html`<session-details session-id="ended-1"></session-details>`;
    const about = {
      customer: { name: 'Nora Feld', company: 'Feld Interiors', email: 'nora@feld.example' },
      parameters: [value('Contract', 'LB-1')],
    };

    it('whose context data was not kept keeps the name, and says once why the rest is not there', async () => {
      const { provider, gateway } = await mount(ended, { sessions: [anEndedSession(about)] });
      expect(rows(provider)).to.include({ Company: 'Feld Interiors', Contract: 'LB-1' });
      const reason = 'This service does not keep context data.';
      const contextRecord = { isStored: false, reason } as const;
      await happens(gateway, { type: 'context.recorded', at: NOW, sessionId: 'ended-1', contextRecord });
      expect(rows(provider)).to.include({
        Caller: 'Nora Feld',
        Customer: 'Nora Feld',
        Company: 'Not available',
        Email: 'Not available',
        Contract: 'Not available',
        Language: 'Not available',
      });
      expect(hint(provider)).to.equal(reason);
      expect(textOf(provider)).to.not.contain('LB-1');
    });

    it('says by itself that nothing was kept, when the backend gives no reason', async () => {
      const { provider } = await mount(ended, {
        sessions: [anEndedSession({ ...about, contextRecord: { isStored: false } })],
      });
      expect(hint(provider)).to.equal(sessionDetails.notStored);
    });

    it('whose context data was kept shows it, and until when', async () => {
      const contextRecord = { isStored: true, until: NOW + 30 * 24 * 60 * MINUTE } as const;
      const { provider } = await mount(ended, { sessions: [anEndedSession({ ...about, contextRecord })] });
      expect(rows(provider)).to.include({ Company: 'Feld Interiors', Contract: 'LB-1' });
      expect(hint(provider)).to.match(/^Context data is kept until Apr 1, 2026/);
    });

    it('whose context data has been cleared since does not show it, whatever the backend still sends', async () => {
      const gateway = aGateway({
        sessions: [anEndedSession({ ...about, contextRecord: { isStored: true, until: NOW } })],
      });
      const { provider } = await mount(ended, gateway);
      expect(rows(provider)).to.include({ Customer: 'Nora Feld', Contract: 'Not available' });
      expect(hint(provider)).to.equal(sessionDetails.cleared);
      expect(textOf(provider)).to.not.contain('LB-1');
    });

    it('shows its result by icon and word', async () => {
      const { provider } = await mount(ended, { sessions: [anEndedSession({ result: 'hangup-in-queue' })] });
      expect(textOf(find(provider, 'dd > .result.warning'))).to.equal('Hang-up in queue');
      expect(findAll(provider, '.result svg')).to.have.length(1);
    });
  });

  it('says of a broken integration that what is known is shown', async () => {
    const parameters = ['Card number', 'Contract', 'Language'].map((name): Parameter => ({
      name,
      state: 'not-available',
      reason: 'The CRM did not answer.',
    }));
    const { provider } = await mount(details, { sessions: [fresh({ parameters })] });
    expect(hint(provider)).to.equal(sessionDetails.broken);
    expect(rows(provider)).to.include({ Phone: '+41445550133', Contract: 'Not available The CRM did not answer.' });
  });

  it('keeps what is unfolded in its row when another row appears above', async () => {
    const { provider, gateway } = await mount(details, {
      sessions: [fresh({ customer: {}, parameters: [value('Card number', 'x'.repeat(1500))] })],
    });
    find<HTMLDetailsElement>(provider, 'details').open = true;
    await happens(gateway, {
      type: 'customer.identified',
      at: NOW,
      sessionId: 'call-1',
      customer: { name: 'Lea Moser', company: 'Moser' },
    });
    expect(rows(provider)).to.include({ Customer: 'Lea Moser' });
    const open = findAll<HTMLDetailsElement>(provider, 'details').filter((own) => own.open);
    expect(open.map((own) => textOf(own.closest('dd')!.previousElementSibling!))).to.deep.equal(['Card number']);
  });
});

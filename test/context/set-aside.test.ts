import { expect } from '@open-wc/testing';
import { perform } from '../../src/context/acts/acts.js';
import { combineGateways } from '../../src/gateways/combined/combined.js';
import type { CommandReply, Session, SessionCommand, SessionEvent } from '../../src/index.js';
import { aDocument, aGateway, aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../support/a-store.js';
import { aHandle } from '../support/a-workspace.js';

type Does = Readonly<Partial<Record<SessionCommand['type'], CommandReply | readonly SessionEvent['type'][]>>>;

const HEARD = ['session-accept', 'session-park', 'session-hold', 'session-parked', 'session-held', 'session-accepted'];
const PARKS = { 'session.park': ['session.parking', 'session.parked'] } as const;

/** Accepts an offer at one member while another one has sessions in hand and does what it is asked. */
async function accepting(
  sessions: readonly Session[],
  does: Does,
  forbidden = '',
): Promise<{
  readonly reply: CommandReply | undefined;
  readonly heard: readonly string[];
  readonly sent: () => string;
}> {
  const connect = aGateway({ sessions, document: { ...aDocument, sessionPolicy: 'multi-active' } });
  const twilio = aGateway({ sessions: [aSession({ id: 'new', modality: 'im', state: 'offered' })] });
  const sent: string[] = [];
  for (const [name, gateway] of Object.entries({ connect, twilio }))
    gateway.answer = (command) => {
      const { type } = command;
      const sessionId = 'sessionId' in command ? command.sessionId : '';
      sent.push(`${name} ${type} ${sessionId}`);
      const answer = does[type] ?? [];
      if ('ok' in answer) return Promise.resolve(answer);
      setTimeout(() => {
        for (const own of answer) gateway.emit({ type: own, at: NOW, sessionId, reason: 'Busy' } as SessionEvent);
      });
      return Promise.resolve({ ok: true });
    };
  const { store } = aStore({}, { gateway: combineGateways({ connect, twilio }) });
  const provider = document.createElement('div');
  const heard: string[] = [];
  for (const name of HEARD)
    provider.addEventListener(name, (event) => {
      const { sessionId } = (event as CustomEvent<{ sessionId: string }>).detail;
      heard.push(`${name} ${sessionId}`);
      if (forbidden === `${name} ${sessionId}`) event.preventDefault();
    });
  const workspace = aHandle(store, provider);
  const reply = await perform(workspace, provider, { type: 'session.accept', sessionId: 'twilio/new' });
  await Promise.resolve();
  return { reply, heard, sent: () => sent.join(', ') };
}

describe('what is in hand at another of several gateways', () => {
  it('is parked before a task is accepted, and hosts hear of it as of any other park', async () => {
    const { reply, heard, sent } = await accepting([aSession()], PARKS);
    expect(reply).to.deep.equal({ ok: true });
    expect(heard).to.deep.equal([
      'session-accept twilio/new',
      'session-park connect/call-1',
      'session-parked connect/call-1',
      'session-accepted twilio/new',
    ]);
    expect(sent()).to.equal('connect session.park call-1, twilio session.accept new');
  });

  it('stays as it is when a host says no to that, and the task is not accepted', async () => {
    const { reply, heard, sent } = await accepting([aSession()], PARKS, 'session-park connect/call-1');
    expect(reply).to.equal(undefined);
    expect(heard).to.deep.equal(['session-accept twilio/new', 'session-park connect/call-1']);
    expect(sent()).to.equal('');
  });

  for (const [what, about, does] of [
    ['which parks no calls', { cannot: [{ command: 'session.park', reason: 'Calls stay' }] }, {}],
    ['where it fails to be parked', {}, { 'session.park': ['session.parking', 'session.park-failed'] }],
  ] as const)
    it(`is put on hold ${what}, and hosts hear of that`, async () => {
      const { reply, heard, sent } = await accepting([aSession(about)], { ...does, 'session.hold': ['session.held'] });
      expect(reply).to.deep.equal({ ok: true });
      expect(heard.slice(-3)).to.deep.equal([
        'session-hold connect/call-1',
        'session-held connect/call-1',
        'session-accepted twilio/new',
      ]);
      expect(sent()).to.contain('connect session.hold call-1, twilio session.accept new');
    });

  it('is all set aside, one after the other, where there are several', async () => {
    const { heard, sent } = await accepting(
      ['a', 'b'].map((id) => aSession({ id, modality: 'im' })),
      PARKS,
    );
    expect(sent()).to.equal('connect session.park a, connect session.park b, twilio session.accept new');
    expect(heard.filter((own) => own.startsWith('session-park '))).to.deep.equal([
      'session-park connect/a',
      'session-park connect/b',
    ]);
  });

  it('keeps the task from being accepted when a host says no to the second of two', async () => {
    const { reply, sent } = await accepting(
      ['a', 'b'].map((id) => aSession({ id, modality: 'im' })),
      PARKS,
      'session-park connect/b',
    );
    expect(reply).to.deep.equal({ ok: false, failure: 'not-allowed' });
    expect(sent()).to.equal('connect session.park a');
  });

  it('is named where it is refused to be parked', async () => {
    const refused = { ok: false, failure: 'not-allowed', message: 'Not now' } as const;
    const { reply, sent } = await accepting([aSession()], { 'session.park': refused });
    expect(reply).to.deep.equal({ ...refused, notParked: 'connect/call-1' });
    expect(sent()).to.equal('connect session.park call-1');
  });

  it('is asked nothing where it can be neither parked nor held; the task is refused with the reason', async () => {
    const chat = aSession({ modality: 'im', cannot: [{ command: 'session.park', reason: 'Chats stay' }] });
    const { reply, heard, sent } = await accepting([chat], PARKS);
    expect(reply?.ok === false && reply.message).to.contain('connect (Chats stay)');
    expect(heard).to.deep.equal(['session-accept twilio/new']);
    expect(sent()).to.equal('');
  });
});

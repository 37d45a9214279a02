import { expect } from '@open-wc/testing';
import {
  selectAvailability,
  selectCapacity,
  selectCommands,
  selectConfiguration,
  selectRoster,
  selectSelectedId,
  selectSession,
  selectTranscript,
  selectUser,
  selectWorkspace,
} from '../../../src/index.js';
import type { SessionEvent } from '../../../src/index.js';
import { aSession, someSegments } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';
import { wholeState } from '../../support/whole-state.js';

const sessions = [aSession(), aSession({ id: 'chat-1', modality: 'im', state: 'parked' })];
const transcript = { sessionId: 'call-1', segments: someSegments('Hello') };
const reset = (agentId: string): SessionEvent => ({ type: 'workspace.reset', at: NOW, agentId });
const snapshot = (session = aSession()): SessionEvent => ({ type: 'session.snapshot', at: NOW, session });

function inTheMiddleOfWork(): ReturnType<typeof aStore> {
  const parts = aStore({ sessions, transcript, reply: 'never' });
  parts.store.look('call-1');
  void parts.store.execute({ type: 'session.park', sessionId: 'call-1' });
  return parts;
}

describe('a reset', () => {
  it('drops what the backend is about to say anew', () => {
    const { store, gateway } = inTheMiddleOfWork();
    gateway.deliver([reset('ana')], 'replay');
    expect(store.read(selectSession('call-1'))).to.equal(undefined);
    expect(store.read(selectTranscript('call-1')).length).to.equal(0);
    expect(store.read(selectUser('ana'))).to.equal(undefined);
    expect(store.read(selectRoster)).to.deep.equal({ offered: [], active: [], parked: [], history: [] });
    expect(store.read(selectCapacity())?.total.used).to.equal(0);
  });

  it('for the same agent keeps the configuration, the selection and the commands', () => {
    const { store, gateway } = inTheMiddleOfWork();
    const configuration = store.read(selectConfiguration);
    gateway.deliver([reset('ana'), snapshot()], 'replay');
    expect(store.read(selectConfiguration)).to.equal(configuration);
    expect(store.read(selectSelectedId)).to.equal('call-1');
    expect(store.read(selectCommands('call-1'))).to.have.length(1);
    expect(store.read(selectSession('call-1'))?.isSelected).to.equal(true);
  });

  it('for another agent drops the selection and the commands too', () => {
    const { store, gateway } = inTheMiddleOfWork();
    gateway.deliver([reset('ben'), snapshot()], 'replay');
    expect(store.read(selectWorkspace).agentId).to.equal('ben');
    expect(store.read(selectSelectedId)).to.equal(undefined);
    expect(store.read(selectCommands('call-1'))).to.deep.equal([]);
    expect(store.read(selectSession('call-1'))?.isSelected).to.equal(false);
  });

  it('is delivered with the truth that follows as one change, only to those for whom it changed something', () => {
    const { store, gateway } = inTheMiddleOfWork();
    const seen: string[] = [];
    store.select(selectSession('chat-1')).subscribe((session) => seen.push(`chat ${session?.state ?? 'gone'}`));
    store.select(selectAvailability).subscribe(({ isAvailable }) => seen.push(String(isAvailable)));
    store.select(selectCapacity()).subscribe((capacity) => seen.push(`${String(capacity?.total.used)} used`));
    const away: SessionEvent = { type: 'presence.changed', at: NOW, userId: 'ana', presence: 'away' };
    gateway.deliver([reset('ana'), ...sessions.map(snapshot), away], 'replay');
    expect(seen).to.deep.equal(['chat parked', 'true', '2 used', 'chat parked', 'false']);
  });

  it('lets the session that is looked at have nothing unread, whatever the backend counted', () => {
    const { store, gateway } = inTheMiddleOfWork();
    const chat = aSession({ id: 'chat-1', modality: 'im', unread: 3 });
    store.look('chat-1');
    gateway.deliver([reset('ana'), snapshot(chat), snapshot(aSession({ unread: 2 }))], 'replay');
    expect(store.read(selectSession('chat-1'))).to.include({ unread: 0, isSelected: true });
    expect(store.read(selectSession('call-1'))).to.include({ unread: 2, isSelected: false });
  });

  it('knows a session that is looked at also when it is told as an offer', () => {
    const { store, gateway } = inTheMiddleOfWork();
    const offer = { serviceId: 'card-line', modality: 'im', direction: 'inbound' } as const;
    gateway.deliver([reset('ana'), { type: 'session.offered', sessionId: 'call-1', at: NOW, offer }], 'replay');
    expect(store.read(selectSession('call-1'))?.isSelected).to.equal(true);
  });
});

describe('two stores', () => {
  it('never meet: nothing of one is in the other', () => {
    const one = inTheMiddleOfWork();
    const other = aStore({ sessions: [aSession({ tags: ['of the other'] })] });
    const before = wholeState(other.store);
    one.gateway.emit({ type: 'tags.changed', sessionId: 'call-1', at: NOW, tags: ['of the one'] }, reset('ben'));
    one.store.dispose();
    expect(wholeState(other.store)).to.deep.equal(before);
    expect(other.gateway.connections).to.equal(1);
    expect(other.gateway.commands).to.deep.equal([]);
  });
});

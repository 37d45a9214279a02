import { expect } from '@open-wc/testing';
import { selectBegun, selectSession } from '../../../src/index.js';
import type { BegunField, Selector, SessionEvent, SessionStore } from '../../../src/index.js';
import { aSession, someSegments } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';
import { MemoryDrafts } from '../../support/memory-drafts.js';
import { turn } from '../../support/news.js';

const sessions = [aSession(), aSession({ id: 'chat-1', modality: 'im' })];
const reset = (agentId: string): SessionEvent => ({ type: 'workspace.reset', at: NOW, agentId });
const signsIn = (agentId: string): readonly SessionEvent[] => [
  reset(agentId),
  ...sessions.map((session) => ({ type: 'session.snapshot', at: NOW, session }) as const),
];
const message = (store: SessionStore, id = 'call-1'): string | undefined => store.read(selectBegun('message', id));

describe('what an agent has begun', () => {
  it('can be read as soon as it is kept, and is let go of', () => {
    const { store } = aStore({ sessions });
    store.keep('message', 'call-1', 'Dear');
    expect(message(store)).to.equal('Dear');
    store.keep('message', 'call-1', (before) => `${before ?? ''} Nora`);
    expect(message(store)).to.equal('Dear Nora');
    store.keep('message', 'call-1', undefined);
    expect(message(store)).to.equal(undefined);
  });

  it('is kept by session and field, whatever an id is made of', () => {
    const { store } = aStore({ sessions });
    const ids = ['', 'a', 'a b', 'a\nb', '["message","a"]', '__proto__', 'constructor', '🙂'];
    for (const id of ids) {
      store.keep('message', id, `message of ${id}`);
      store.keep('tag', id, `tag of ${id}`);
    }
    expect(ids.map((id) => message(store, id))).to.deep.equal(ids.map((id) => `message of ${id}`));
    expect(ids.map((id) => store.read(selectBegun('tag', id)))).to.deep.equal(ids.map((id) => `tag of ${id}`));
  });

  it('is delivered to who reads that field of that session, and to nobody else', () => {
    const { store, gateway } = aStore({ sessions });
    const counts: Record<string, number> = {};
    const count = (name: string, selector: Selector<unknown>): void => {
      store.select(selector).subscribe(() => (counts[name] = (counts[name] ?? 0) + 1));
    };
    count('message', selectBegun('message', 'call-1'));
    count('tag', selectBegun('tag', 'call-1'));
    count('message of another', selectBegun('message', 'chat-1'));
    count('the session', selectSession('call-1'));
    store.keep('message', 'call-1', 'Dear');
    store.keep('message', 'call-1', 'Dear');
    gateway.emit({ type: 'transcript.appended', sessionId: 'call-1', at: NOW, segments: someSegments('Hi') });
    expect(counts).to.deep.equal({ message: 2, tag: 1, 'message of another': 1, 'the session': 1 });
  });

  it('takes its turn behind what is being delivered, so that two changes add up', () => {
    const { store, gateway } = aStore({ sessions });
    store.effects$.subscribe(() => {
      for (const itemId of ['a', 'b'])
        store.keep('contextOffers', 'new', (others = []) => [...others, { itemId, reason: 'late' }]);
    });
    const offer = { serviceId: 'card-line', modality: 'im', direction: 'inbound' } as const;
    gateway.emit({ type: 'session.offered', sessionId: 'new', at: NOW, offer });
    expect(store.read(selectBegun('contextOffers', 'new'))?.map(({ itemId }) => itemId)).to.deep.equal(['a', 'b']);
  });

  it('stays when the same agent’s workspace is caught up on, and whatever the backend says', () => {
    const { store, gateway } = aStore({ sessions });
    store.keep('message', 'call-1', 'Dear');
    gateway.deliver(signsIn('ana'), 'replay');
    gateway.emit({ type: 'session.ended', sessionId: 'call-1', at: NOW });
    expect(message(store)).to.equal('Dear');
  });

  it('goes with its session, unless it is something written', () => {
    const { store, gateway } = aStore({ sessions });
    for (const id of ['call-1', 'chat-1']) store.keep('transcriptSearch', id, 'card');
    store.keep('message', 'chat-1', 'Dear');
    const search = (id: string): unknown => store.read(selectBegun('transcriptSearch', id));
    for (const sessionId of ['call-1', 'chat-1']) gateway.emit({ type: 'session.removed', sessionId, at: NOW });
    expect([search('call-1'), search('chat-1'), message(store, 'chat-1')]).to.deep.equal([undefined, 'card', 'Dear']);
  });

  it('is nothing for another agent, nor for the first one when they are back', () => {
    const { store, gateway } = aStore({ sessions });
    const seen: (string | undefined)[] = [];
    store.select(selectBegun('message', 'call-1')).subscribe((draft) => seen.push(draft));
    store.keep('message', 'call-1', 'of Ana');
    gateway.deliver(signsIn('ben'), 'replay');
    store.keep('message', 'call-1', 'of Ben');
    gateway.deliver(signsIn('ana'), 'replay');
    expect(seen).to.deep.equal([undefined, 'of Ana', undefined, 'of Ben', undefined]);
  });

  it('is not written into the workspace of the next agent by who comes late', () => {
    const { store, gateway } = aStore({ sessions });
    // Somebody who hears of the reset and still writes for the agent before.
    store.select(selectSession('call-1')).subscribe(() => {
      store.keep('message', 'call-1', 'of Ana', 'ana');
    });
    gateway.deliver(signsIn('ben'), 'replay');
    store.keep('tag', 'call-1', 'of Ana', 'ana');
    expect([message(store), store.read(selectBegun('tag', 'call-1'))]).to.deep.equal([undefined, undefined]);
    store.keep('message', 'call-1', 'of Ben', 'ben');
    expect(message(store)).to.equal('of Ben');
  });
});

describe('drafts on a device', () => {
  const stored = (drafts: MemoryDrafts, agentId = 'ana'): string[] =>
    drafts.of(agentId).map(({ sessionId, field, value }) => `${sessionId} ${field} ${JSON.stringify(value)}`);
  /** Until what was asked of the storage has been done. */
  const written = async (): Promise<void> => {
    await import('../../../src/core/store/draft-keeper.js');
    for (let turns = 0; turns < 3; turns += 1) await turn();
  };

  it('are written through with whose they are, drafts only, and go when they are let go of', async () => {
    const drafts = new MemoryDrafts();
    const { store, gateway } = aStore({ sessions }, { drafts });
    store.keep('message', 'call-1', 'Dear');
    store.keep('reply', 'chat-1', { text: 'Yes', toAll: true, isOpen: true });
    store.keep('transcriptSearch', 'call-1', 'card');
    store.keep('tag', 'call-1', 'half a t');
    store.keep('tag', 'call-1', undefined);
    await written();
    expect(stored(drafts)).to.have.members([
      'call-1 message "Dear"',
      'chat-1 reply {"text":"Yes","toAll":true,"isOpen":true}',
    ]);
    gateway.emit({ type: 'session.removed', sessionId: 'call-1', at: NOW });
    await written();
    expect(stored(drafts), 'what was written outlives its session').to.have.length(2);
  });

  it('come back to their agent in another store, and to nobody else', async () => {
    const drafts = new MemoryDrafts();
    aStore({ sessions }, { drafts }).store.keep('message', 'call-1', 'of Ana');
    await written();
    const { store, gateway } = aStore({ sessions }, { drafts });
    await written();
    expect(message(store)).to.equal('of Ana');
    gateway.deliver(signsIn('ben'), 'replay');
    await written();
    expect(message(store)).to.equal(undefined);
    gateway.deliver(signsIn('ana'), 'replay');
    await written();
    expect(message(store)).to.equal('of Ana');
    expect(stored(drafts, 'ben')).to.deep.equal([]);
  });

  it('do not come over what was begun meanwhile, nor over what was sent, nor to the agent who came meanwhile', async () => {
    const drafts = new MemoryDrafts();
    const before = aStore({ sessions }, { drafts }).store;
    for (const field of ['message', 'tag'] as const)
      for (const id of ['call-1', 'chat-1']) before.keep(field, id, 'old');
    await written();
    let open: () => void = () => undefined;
    drafts.gate = new Promise((resolve) => (open = resolve));
    const { store } = aStore({ sessions }, { drafts });
    const other = aStore({ sessions }, { drafts });
    await written();
    store.keep('message', 'call-1', 'new');
    store.keep('tag', 'call-1', 'sent');
    store.keep('tag', 'call-1', undefined);
    other.gateway.deliver(signsIn('ben'), 'replay');
    open();
    await written();
    const all = (own: SessionStore): unknown[] =>
      (['message', 'tag'] satisfies BegunField[]).flatMap((field) =>
        ['call-1', 'chat-1'].map((id) => own.read(selectBegun(field, id))),
      );
    expect(all(store)).to.deep.equal(['new', 'old', undefined, 'old']);
    expect(all(other.store)).to.deep.equal([undefined, undefined, undefined, undefined]);
  });

  it('are forgotten for an agent who signs out for good', async () => {
    const drafts = new MemoryDrafts();
    aStore({ sessions }, { drafts }).store.keep('message', 'call-1', 'of Ana');
    await written();
    await drafts.clear('ben');
    expect(stored(drafts)).to.have.length(1);
    await drafts.clear('ana');
    expect(stored(drafts)).to.have.length(0);
  });

  it('are called unkept as long as the device refuses them, for whoever shows what is written', async () => {
    const drafts = new MemoryDrafts();
    const { store } = aStore({ sessions }, { drafts });
    const isUnkept = (): unknown => store.read(selectBegun('draftsUnkept', ''));
    await written();
    expect(isUnkept()).to.equal(undefined);
    drafts.gate = Promise.reject(new Error('QuotaExceededError'));
    drafts.gate.catch(() => undefined);
    store.keep('message', 'call-1', 'Dear');
    await written();
    expect([isUnkept(), message(store)]).to.deep.equal([true, 'Dear']);
    drafts.gate = Promise.resolve();
    store.keep('message', 'call-1', 'Dear Nora');
    await written();
    expect(isUnkept()).to.equal(undefined);
  });

  it('are called unkept where what keeps them cannot be loaded', async () => {
    const { store } = aStore({ sessions }, { drafts: Promise.reject(new Error('offline')) });
    await written();
    expect(store.read(selectBegun('draftsUnkept', ''))).to.equal(true);
  });

  it('that another page changes come to the session they are of, with what else was written', async () => {
    const drafts = new MemoryDrafts();
    const { store, gateway } = aStore({ sessions }, { drafts });
    await written();
    const place = { source: '', agentId: 'ana', sessionId: 'call-1', field: 'message' } as const;
    drafts.listener?.changed({ ...place, value: 'there', others: ['here'] });
    drafts.listener?.changed({ ...place, agentId: 'ben', value: 'of Ben' });
    const others = (): unknown => store.read(selectBegun('otherDrafts', 'call-1'));
    expect([message(store), others()]).to.deep.equal(['there', { message: ['here'] }]);
    store.keep('otherDrafts', 'call-1', { message: [] });
    await written();
    expect(drafts.of('ana')).to.deep.equal([{ ...place, value: 'there', others: [] }]);
    gateway.deliver(signsIn('ben'), 'replay');
    drafts.listener?.changed({ ...place, value: 'late' });
    expect([message(store), others()]).to.deep.equal([undefined, undefined]);
  });

  it('are flushed when the agent looks elsewhere and when the store ends, which then hears nothing more', async () => {
    const drafts = new MemoryDrafts();
    const { store } = aStore({ sessions }, { drafts });
    store.look('call-1');
    await written();
    expect(drafts.flushes).to.equal(1);
    store.look('chat-1');
    await written();
    store.dispose();
    await written();
    expect([drafts.flushes, drafts.listener]).to.deep.equal([3, undefined]);
  });

  it('that cannot be had or kept are logged, and the agent goes on writing', async () => {
    const errors: string[] = [];
    const logger = { warn: () => undefined, error: (text: string) => errors.push(text) };
    const refused = Promise.reject(new Error('QuotaExceededError'));
    refused.catch(() => undefined);
    const broken = new MemoryDrafts();
    broken.gate = refused;
    const throwing = new MemoryDrafts();
    throwing.put = () => {
      throw new TypeError('not even a promise');
    };
    throwing.load = () => Promise.resolve(undefined as never);
    for (const drafts of [broken, throwing]) {
      const { store } = aStore({ sessions }, { drafts, logger });
      store.keep('message', 'call-1', 'Dear');
      await written();
      expect(message(store)).to.equal('Dear');
    }
    expect(errors).to.deep.equal(Array.from({ length: 4 }, () => 'Drafts could not be kept.'));
  });
});

import { expect } from '@open-wc/testing';
import { selectBegun } from '../../src/core/selectors/select-begun.js';
import { Uploads } from '../../src/context/uploads.js';
import { aChat } from '../../stories/scenarios/chats.js';
import { aStore } from '../support/a-store.js';

const files = (count: number): File[] =>
  Array.from({ length: count }, (_, at) => new File(['x'], `${String(at)}.txt`, { type: 'text/plain' }));

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('files on their way', () => {
  it('go three at a time, of all sessions together, the next when one is through', async () => {
    const { store, gateway } = aStore({ sessions: [aChat({}), aChat({ id: 'chat-2' })] });
    const uploads = new Uploads(store);
    uploads.add('chat-1', files(4));
    uploads.add('chat-2', files(1));
    expect(gateway.uploads).to.have.length(3);
    gateway.uploads[0]!.answer({ ok: true, attachmentId: 'a1' });
    await turn();
    expect(gateway.uploads).to.have.length(4);
    gateway.uploads[1]!.answer({ ok: false, failure: 'failed' });
    await turn();
    expect(gateway.uploads).to.have.length(5);
  });

  it('are listened to as long as they are in a message, and by one listener for each session', () => {
    const { store } = aStore({ sessions: [aChat({})] });
    const before = store.subscriptions;
    const uploads = new Uploads(store);
    uploads.add('chat-1', files(2));
    uploads.add('chat-1', files(1));
    expect(store.subscriptions - before).to.equal(1);
    for (const { key } of store.read(selectBegun('attachments', 'chat-1')) ?? []) uploads.remove('chat-1', key);
    expect(store.subscriptions - before).to.equal(0);
    expect(store.read(selectBegun('uploads', 'chat-1'))).to.equal(undefined);
  });
});

import { expect } from '@open-wc/testing';
import { selectBegun } from '../../src/core/selectors/select-begun.js';
import { Uploads } from '../../src/context/uploads.js';
import type { ConnectionStatus, SessionEvent, UploadFailure } from '../../src/index.js';
import { aChat } from '../../stories/scenarios/chats.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
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

  describe('that do not get there', () => {
    const connection = (status: ConnectionStatus): SessionEvent => ({ type: 'connection.changed', at: NOW, status });
    const lost = () => {
      const { store, gateway } = aStore({ sessions: [aChat({})], facts: [connection('live')] });
      const uploads = new Uploads(store);
      uploads.add('chat-1', files(2));
      const progress = (): unknown => [...(store.read(selectBegun('uploads', 'chat-1')) ?? [])].map(([, own]) => own);
      const fail = async (at: number, failure: UploadFailure): Promise<void> => {
        gateway.uploads[at]!.answer({ ok: false, failure });
        await turn();
      };
      const becomes = async (status: ConnectionStatus): Promise<void> => {
        gateway.emit(connection(status));
        await turn();
      };
      return { gateway, progress, fail, becomes };
    };

    it('are sent again when the backend is reached again, and not those that are refused', async () => {
      const { gateway, progress, fail, becomes } = lost();
      await becomes('reconnecting');
      await fail(0, 'unreachable');
      await fail(1, 'too-large');
      expect(progress()).to.deep.equal([{ failure: 'unreachable' }, { failure: 'too-large' }]);
      await becomes('offline');
      expect(gateway.uploads).to.have.length(2);
      await becomes('live');
      expect(gateway.uploads).to.have.length(3);
      expect(progress()).to.deep.equal([{ sentBytes: 0 }, { failure: 'too-large' }]);
      gateway.uploads[2]!.answer({ ok: true, attachmentId: 'a1' });
      await turn();
      expect(progress()).to.deep.equal([{ failure: 'too-large' }]);
    });

    it('are sent again where they fail only after that', async () => {
      const { gateway, progress, fail, becomes } = lost();
      await becomes('reconnecting');
      await becomes('live');
      await fail(0, 'unreachable');
      expect(gateway.uploads).to.have.length(3);
      // Nothing was lost since.
      await fail(2, 'unreachable');
      expect(gateway.uploads).to.have.length(3);
      expect(progress()).to.deep.equal([{ failure: 'unreachable' }, { sentBytes: 0 }]);
    });

    it('wait for the agent where the backend is reached all the time', async () => {
      const { gateway, fail, becomes } = lost();
      await fail(0, 'unreachable');
      await becomes('live');
      expect(gateway.uploads).to.have.length(2);
    });
  });

  describe('are as far as they are', () => {
    const begun = (size = 200) => {
      const { store, gateway } = aStore({ sessions: [aChat({})] });
      const uploads = new Uploads(store);
      uploads.add('chat-1', [new File(['x'.repeat(size)], 'a.txt', { type: 'text/plain' })]);
      const [file] = store.read(selectBegun('attachments', 'chat-1')) ?? [];
      const progress = (): unknown => store.read(selectBegun('uploads', 'chat-1'))?.get(file!.key);
      return { store, gateway, uploads, key: file!.key, progress, upload: gateway.uploads[0]! };
    };

    it('from no byte on, told at each percent more, and never back', () => {
      const { upload, progress } = begun();
      expect(progress()).to.deep.equal({ sentBytes: 0 });
      for (const [sent, told] of [
        [1, 0],
        [2, 2],
        [3, 2],
        [1, 2],
        [200, 200],
      ] as const) {
        upload.sent(sent);
        expect(progress(), String(sent)).to.deep.equal({ sentBytes: told });
      }
    });

    it('and nothing is told of one that was taken out', async () => {
      const { upload, progress, uploads, key, store } = begun();
      uploads.remove('chat-1', key);
      expect(upload.isBrokenOff).to.equal(true);
      upload.sent(100);
      upload.answer({ ok: true, attachmentId: 'a1' });
      await turn();
      expect(progress()).to.equal(undefined);
      expect(store.read(selectBegun('attachments', 'chat-1'))).to.deep.equal([]);
      expect(uploads.fileOf(key)).to.equal(undefined);
    });

    it('and are broken off with the store', () => {
      const { upload, store } = begun();
      store.dispose();
      expect(upload.isBrokenOff).to.equal(true);
    });

    for (const [what, reply, shown] of [
      [
        'why not',
        { ok: false, failure: 'too-large', message: 'At most 5 MB.' },
        { failure: 'too-large', message: 'At most 5 MB.' },
      ],
      ['that they are not there', { ok: false, failure: 'unreachable' }, { failure: 'unreachable' }],
      ['as failed what is no answer', { ok: 'yes' }, { failure: 'failed' }],
      ['as failed what has no answer', undefined, { failure: 'failed' }],
    ] as const)
      it(`and it is said ${what}, and they are tried again from the beginning`, async () => {
        const { upload, progress, uploads, key, gateway } = begun();
        upload.sent(100);
        upload.answer(reply as never);
        await turn();
        expect(progress()).to.deep.equal(shown);
        uploads.retry('chat-1', 'unknown');
        expect(gateway.uploads).to.have.length(1);
        uploads.retry('chat-1', key);
        expect(progress()).to.deep.equal({ sentBytes: 0 });
        expect(gateway.uploads).to.have.length(2);
        gateway.uploads[1]!.sent(2);
        expect(progress()).to.deep.equal({ sentBytes: 2 });
        gateway.uploads[1]!.answer({ ok: true, attachmentId: 'a1' });
        await turn();
        expect(progress()).to.equal(undefined);
      });

    it('and are named when they are there, beside the file itself', async () => {
      const { upload, uploads, key, store } = begun(3);
      upload.answer({ ok: true, attachmentId: 'a1' });
      await turn();
      expect(store.read(selectBegun('attachments', 'chat-1'))).to.deep.equal([
        { key, name: 'a.txt', mediaType: 'text/plain', size: 3, attachmentId: 'a1' },
      ]);
      expect(await uploads.fileOf(key)?.text()).to.equal('xxx');
    });
  });
});

import { expect } from '@open-wc/testing';
import type { UploadReply } from '../../../src/core/ports/upload.js';
import { InMemoryBackend } from '../../../src/gateways/in-memory/in-memory-backend.js';
import { createHttpGateway } from '../../../src/gateways/http/http.js';
import type { HttpGateway } from '../../../src/gateways/http/http.js';
import { SERVICES, USERS, builtInConfiguration } from '../../../src/gateways/in-memory/built-in-configuration.js';
import { createSessionServer } from '../../../src/server/session-server.js';
import { createMemoryLog } from '../../../src/server/memory-log.js';
import type { SessionServerOptions } from '../../../src/server/options.js';
import { fetchOf, serverOver } from '../../support/in-page-server.js';

const aFile = (size = 3000, name = 'photo 1 – größer.png', type = 'image/png'): File =>
  new File([new Uint8Array(size).fill(7)], name, { type });

const gatewayTo = (handle: (request: Request) => Promise<Response>): HttpGateway =>
  createHttpGateway({ url: '/api', storage: 'memory', isShared: false, fetch: fetchOf(handle) });

const failureOf = (reply: UploadReply): string => (reply.ok ? 'none' : reply.failure);

/** A host that stores files, behind the real server. */
function aHost(host: Partial<SessionServerOptions> = {}): HttpGateway {
  const server = createSessionServer({
    base: '/api',
    authenticate: () => ({ agentId: 'maren' }),
    snapshot: (agentId) => ({ state: { agentId, presences: [], usages: [], sessions: [], transcripts: [] } }),
    execute: () => ({ ok: true }),
    log: createMemoryLog(),
    ...host,
  });
  return gatewayTo((request) => server.handle(request));
}

describe('files over HTTP', () => {
  it('reach the host byte by byte, with a name that is safe, and can be named by a message', async () => {
    const stored: { about: object; size: number }[] = [];
    const gateway = aHost({
      async storeFile(agentId, { body, ...about }) {
        stored.push({ about: { agentId, ...about }, size: (await new Response(body).arrayBuffer()).byteLength });
        return { ok: true, attachmentId: 'a1' };
      },
    });
    const reply = await gateway.upload('s/1 &', aFile(3000, '../photo 1 – größer.png'));
    expect(reply).to.deep.equal({ ok: true, attachmentId: 'a1' });
    expect(stored).to.deep.equal([
      {
        about: { agentId: 'maren', sessionId: 's/1 &', name: 'photo 1 – größer.png', mediaType: 'image/png' },
        size: 3000,
      },
    ]);
  });

  it('that are too large end at the limit, whatever the host has read', async () => {
    let read = 0;
    const gateway = aHost({
      limits: { fileBytes: 1000 },
      async storeFile(_, { body }) {
        const reader = body.getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) read += part.value.byteLength;
        return { ok: true, attachmentId: 'a1' };
      },
    });
    expect(failureOf(await gateway.upload('s1', aFile(1001)))).to.equal('too-large');
    expect(read).to.be.at.most(1000);
    expect(await gateway.upload('s1', aFile(1000))).to.deep.equal({ ok: true, attachmentId: 'a1' });
  });

  it('that the host refuses come back with its words', async () => {
    const gateway = aHost({
      storeFile: () => ({ ok: false, failure: 'not-taken', message: 'There is a virus in it.' }),
    });
    expect(await gateway.upload('s1', aFile())).to.deep.equal({
      ok: false,
      failure: 'not-taken',
      message: 'There is a virus in it.',
    });
  });

  for (const [what, answer, failure] of [
    ['throws', () => Promise.reject(new Error('Full')), 'unreachable'],
    ['answers nonsense', () => ({ ok: true }) as never, 'unreachable'],
    ['knows no such session', () => ({ ok: false, failure: 'unknown-session' }) as const, 'unknown-session'],
  ] as const)
    it(`fail where the host ${what}`, async () => {
      expect(failureOf(await aHost({ storeFile: answer }).upload('s1', aFile()))).to.equal(failure);
    });

  it('are not taken by a backend without the route', async () => {
    expect(failureOf(await aHost().upload('s1', aFile()))).to.equal('not-taken');
  });

  it('are broken off by whoever sends them, and when the agent leaves', async () => {
    const gateway = aHost({ storeFile: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const cancelled = gateway.upload('s1', aFile(), { signal: controller.signal });
    controller.abort();
    expect(failureOf(await cancelled)).to.equal('cancelled');
    const left = gateway.upload('s1', aFile());
    await gateway.clearAgentData();
    expect(failureOf(await left)).to.equal('cancelled');
  });

  it('of a foreign page’s form are refused', async () => {
    const server = createSessionServer({
      authenticate: () => ({ agentId: 'maren' }),
      snapshot: (agentId) => ({ state: { agentId, presences: [], usages: [], sessions: [], transcripts: [] } }),
      execute: () => ({ ok: true }),
      storeFile: () => ({ ok: true, attachmentId: 'a1' }),
      log: createMemoryLog(),
    });
    const form = new FormData();
    form.append('file', aFile());
    const { status } = await fetchOf((request) => server.handle(request))('http://localhost/files?session=s1', {
      method: 'POST',
      body: form,
    });
    expect(status).to.equal(400);
  });

  it('go all the way to a gateway behind the server, and only to a session that takes them', async () => {
    const timings = { replyMs: 0, uploadBytesPerMs: Infinity };
    const backend = new InMemoryBackend({ agentId: USERS.agent, configuration: builtInConfiguration, timings });
    const offer = { serviceId: SERVICES.orders, modality: 'im', direction: 'inbound' } as const;
    backend.offer('s1', { ...offer, messaging: { files: { types: ['image/png'] } } });
    const server = serverOver(backend);
    const gateway = gatewayTo((request) => server.handle(request));
    const disconnect = gateway.connect({ facts: () => undefined, pending: () => undefined, rejected: () => undefined });
    await gateway.execute({ type: 'session.accept', sessionId: 's1', commandId: 'accept' });
    await new Promise<void>((resolve) => {
      if (backend.sessions.get('s1')?.state === 'active') resolve();
      else
        backend.watch(() => {
          if (backend.sessions.get('s1')?.state === 'active') resolve();
        });
    });
    const reply = await gateway.upload('s1', aFile());
    if (!reply.ok) throw new Error(reply.failure);
    expect(failureOf(await gateway.upload('s1', aFile(5, 'a.pdf', 'application/pdf')))).to.equal('not-taken');
    expect(failureOf(await gateway.upload('nobody', aFile()))).to.equal('unknown-session');
    const sending = { type: 'message.send', sessionId: 's1', text: '' } as const;
    const attachments = [{ id: reply.attachmentId, name: 'photo.png', size: 3000, mediaType: 'image/png' }];
    expect(await gateway.execute({ ...sending, segmentId: 'm1', attachments, commandId: 'm1' })).to.deep.equal({
      ok: true,
    });
    expect(backend.transcripts.get('s1')?.get('m1')?.attachments).to.deep.equal(attachments);
    const stranger = [{ id: 'another', name: 'photo.png' }];
    expect(
      await gateway.execute({ ...sending, segmentId: 'm2', attachments: stranger, commandId: 'm2' }),
    ).to.deep.include({ ok: false });
    expect(await gateway.execute({ ...sending, segmentId: 'm3', commandId: 'm3' }), 'nothing at all').to.deep.include({
      ok: false,
    });
    disconnect();
    await server.close();
  });

  it('tell how far they are, by the browser’s own way of sending', async () => {
    const gateway = createHttpGateway({
      url: new URL('/no-such-place/', location.href),
      storage: 'memory',
      isShared: false,
    });
    const sent: number[] = [];
    const reply = await gateway.upload('s1', aFile(400_000), { onProgress: (bytes) => sent.push(bytes) });
    expect(reply.ok).to.equal(false);
    expect(sent.length).to.be.greaterThan(0);
    expect(sent).to.deep.equal([...sent].sort((one, other) => one - other));
    expect(Math.max(...sent)).to.equal(400_000);
  });
});

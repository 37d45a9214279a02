import { expect } from '@open-wc/testing';
import type { CommandReply } from '../../src/index.js';
import { Recorder } from '../../src/gateways/contract/recorder.js';
import { builtInConfiguration, SERVICES } from '../../src/gateways/in-memory/built-in-configuration.js';
import { BackendFixture } from '../support/backend-fixture.js';

const { cards, orders, claims } = SERVICES;

describe('in-memory backend: what it refuses', () => {
  let fixture: BackendFixture;
  beforeEach(() => {
    fixture = new BackendFixture();
  });

  it('a second conversation, until the first one is parked', async () => {
    const first = await fixture.active(orders, 'im');
    const second = fixture.offer(cards, 'audio-video');
    const refused = await fixture.wish({ type: 'session.accept', sessionId: second });
    expect(refused).to.include({ ok: false, failure: 'not-allowed' });
    expect(refused)
      .to.have.property('message')
      .that.matches(/^Park or end the session/);
    await fixture.wish({ type: 'session.park', sessionId: first });
    fixture.scheduler.advance(1000);
    expect(await fixture.wish({ type: 'session.accept', sessionId: second })).to.deep.equal({ ok: true });
  });

  it('messages longer than the channel takes, counted as the composer counts them', async () => {
    const sessionId = await fixture.active(orders, 'im');
    fixture.backend.tell([{ type: 'messaging.changed', sessionId, messaging: { maxLength: 4 } }]);
    const send = (text: string, format?: 'markdown') =>
      fixture.wish({ type: 'message.send', sessionId, segmentId: text, text, ...(format ? { format } : {}) });
    expect(await send('**a👩‍👩‍👧**[bc](https://shop.example/)', 'markdown')).to.deep.equal({ ok: true });
    expect(await send('**abcde**', 'markdown')).to.include({ ok: false, failure: 'not-allowed' });
    expect(await send('**a**')).to.include({ ok: false, failure: 'not-allowed' });
  });

  it('messages once the channel takes none any more, to the millisecond', async () => {
    const sessionId = await fixture.active(orders, 'im');
    const closesAt = fixture.scheduler.now() + 60_000;
    fixture.backend.tell([{ type: 'messaging.changed', sessionId, messaging: { closesAt } }]);
    const send = (text: string) => fixture.wish({ type: 'message.send', sessionId, segmentId: text, text });
    fixture.scheduler.advance(59_999);
    expect(await send('in time')).to.deep.equal({ ok: true });
    fixture.scheduler.advance(1);
    expect(await send('too late')).to.deep.equal({
      ok: false,
      failure: 'not-allowed',
      message: 'The time in which this channel takes messages is over.',
    });
    fixture.scheduler.advance(5000);
    const written = [...(fixture.recorder.state.transcripts.get(sessionId) ?? [])].map(({ text }) => text);
    expect(written).to.include('in time').and.not.include('too late');
  });

  it('unparking while another one is in conversation or on its way back', async () => {
    const parked: string[] = [];
    for (const modality of ['im', 'email', 'external']) {
      const sessionId = await fixture.active(orders, modality);
      await fixture.wish({ type: 'session.park', sessionId });
      fixture.scheduler.advance(1000);
      parked.push(sessionId);
    }
    const [one = '', other = ''] = parked;
    expect((await fixture.wish({ type: 'session.unpark', sessionId: one })).ok).to.equal(true);
    expect((await fixture.wish({ type: 'session.unpark', sessionId: other })).ok).to.equal(false);
    fixture.scheduler.advance(1000);
    expect(fixture.stateOf(one)).to.equal('active');
    expect((await fixture.wish({ type: 'session.unpark', sessionId: other })).ok).to.equal(false);
  });

  it('nothing of the kind where several sessions may be active', async () => {
    fixture = new BackendFixture({ configuration: { ...builtInConfiguration, sessionPolicy: 'multi-active' } });
    await fixture.active(orders, 'im');
    expect(fixture.stateOf(await fixture.active(cards, 'audio-video'))).to.equal('active');
  });

  it('more tasks of a kind than the limit, and more than all in all', async () => {
    for (const modality of ['im', 'im', 'email', 'email']) {
      const sessionId = await fixture.active(orders, modality);
      await fixture.wish({ type: 'session.park', sessionId });
      fixture.scheduler.advance(1000);
    }
    const third = fixture.offer(orders, 'im');
    expect(await fixture.wish({ type: 'session.accept', sessionId: third })).to.include({ failure: 'at-capacity' });
    const fifth = await fixture.active(cards, 'audio-video');
    await fixture.wish({ type: 'session.park', sessionId: fifth });
    fixture.scheduler.advance(1000);
    const sixth = fixture.offer(cards, 'audio-video');
    expect(await fixture.wish({ type: 'session.accept', sessionId: sixth })).to.include({ failure: 'at-capacity' });
  });

  it('nothing for parked tasks of a service that frees their slots', async () => {
    const services = builtInConfiguration.services.map((own) => ({
      ...own,
      parking: { freesSlot: own.id === orders },
    }));
    fixture = new BackendFixture({ configuration: { ...builtInConfiguration, services } });
    for (let chats = 0; chats < 3; chats += 1) {
      const sessionId = await fixture.active(orders, 'im');
      expect(fixture.stateOf(sessionId)).to.equal('active');
      await fixture.wish({ type: 'session.park', sessionId });
      fixture.scheduler.advance(1000);
    }
  });

  it('nothing of one that is forced: it goes over the limits', async () => {
    for (const modality of ['im', 'im']) {
      const sessionId = await fixture.active(orders, modality);
      await fixture.wish({ type: 'session.park', sessionId });
      fixture.scheduler.advance(1000);
    }
    fixture.backend.offer('third', { serviceId: orders, modality: 'im', direction: 'inbound', isForced: true });
    expect((await fixture.wish({ type: 'session.accept', sessionId: 'third' })).ok).to.equal(true);
    expect(fixture.sessionOf('third')?.isForced).to.equal(true);
  });

  it('a modality that the user does not handle, and a second task without task parallelization', async () => {
    fixture = new BackendFixture({ agentId: 'jonas' });
    expect((await fixture.wish({ type: 'session.accept', sessionId: fixture.offer(orders, 'im') })).ok).to.equal(false);
    const sessionId = await fixture.active(claims, 'email');
    await fixture.wish({ type: 'session.park', sessionId });
    fixture.scheduler.advance(1000);
    const second = fixture.offer(cards, 'audio-video');
    expect(await fixture.wish({ type: 'session.accept', sessionId: second })).to.include({ failure: 'at-capacity' });
  });

  it('accepting during after-call work', async () => {
    fixture.backend.hangUp(await fixture.active(cards, 'audio-video'));
    const next = fixture.offer(orders, 'im');
    expect(await fixture.wish({ type: 'session.accept', sessionId: next })).to.include({ failure: 'not-allowed' });
  });

  it('holding a chat, and transferring to nowhere or to where it is', async () => {
    const sessionId = await fixture.active(orders, 'im');
    expect((await fixture.wish({ type: 'session.hold', sessionId })).ok).to.equal(false);
    for (const targetServiceId of ['nowhere', orders]) {
      expect((await fixture.wish({ type: 'session.transfer', sessionId, targetServiceId })).ok).to.equal(false);
    }
    expect(fixture.stateOf(sessionId)).to.equal('active');
  });

  it('transferring to whom the service does not, to who cannot take it, and to a number without its country', async () => {
    const call = await fixture.active(cards, 'audio-video');
    const refused = async (aim: object, sessionId = call): Promise<string | undefined> => {
      const reply = await fixture.wish({ type: 'session.transfer', sessionId, ...aim });
      return reply.ok ? undefined : reply.message;
    };
    fixture.backend.tell([{ type: 'presence.changed', userId: 'idris', presence: 'away' }]);
    expect(await refused({ targetUserId: 'idris' })).to.contain('cannot take one more');
    expect(await refused({ targetUserId: 'maren' })).to.contain('there already');
    expect(await refused({ targetUserId: 'nobody' })).to.contain('nobody of that name');
    expect(await refused({ targetNumber: '21550100' })).to.contain('country code');
    expect(await refused({ targetUserId: 'sofia', targetServiceId: orders })).to.contain('one service');
    expect(await refused({})).to.contain('one service');
    expect(fixture.stateOf(call)).to.equal('active');
    await fixture.wish({ type: 'session.park', sessionId: call });
    fixture.scheduler.advance(2000);
    const mail = await fixture.active(claims, 'email');
    expect(await refused({ targetUserId: 'sofia' }, mail)).to.contain('does not pass sessions on');
  });

  it('what the platform says cannot be done now, in its words, until it takes that back', async () => {
    const sessionId = await fixture.active(cards, 'audio-video');
    const cannot = [
      { command: 'session.park', reason: 'All park slots are taken.' },
      { command: 'session.hold', reason: '' },
    ];
    fixture.backend.tell([{ type: 'controls.changed', sessionId, cannot }]);
    expect(await fixture.wish({ type: 'session.park', sessionId })).to.deep.equal({
      ok: false,
      failure: 'not-allowed',
      message: 'All park slots are taken.',
    });
    const held = await fixture.wish({ type: 'session.hold', sessionId });
    expect(held.ok ? '' : held.message).to.equal('This cannot be done now.');
    fixture.backend.tell([{ type: 'controls.changed', sessionId, cannot: [] }]);
    expect((await fixture.wish({ type: 'session.park', sessionId })).ok).to.equal(true);
  });

  it('codes that are not in the list of the service', async () => {
    const sessionId = await fixture.active(orders, 'im');
    expect((await fixture.wish({ type: 'codes.choose', sessionId, primary: 'card-lost' })).ok).to.equal(false);
    expect(
      (await fixture.wish({ type: 'codes.choose', sessionId, primary: 'order-status', secondary: 'solved' })).ok,
    ).to.equal(true);
    expect(fixture.sessionOf(sessionId)).to.include({ primaryCode: 'order-status', secondaryCode: 'solved' });
    await fixture.wish({ type: 'session.end', sessionId });
    expect((await fixture.wish({ type: 'codes.choose', sessionId, primary: null })).ok).to.equal(true);
    expect(fixture.sessionOf(sessionId)).not.to.have.property('primaryCode');
  });

  it('notes on top of an older version, or of an offer', async () => {
    const save = (sessionId: string, text: string, version: number): Promise<CommandReply> =>
      fixture.wish({ type: 'notes.save', sessionId, text, version });
    const offered = fixture.offer(orders, 'email');
    expect(await save(offered, 'Early', 0)).to.include({ ok: false, failure: 'not-allowed' });
    const sessionId = await fixture.active(cards, 'audio-video');
    expect(fixture.sessionOf(sessionId)?.notes).to.deep.equal({ text: '', version: 0 });
    expect((await save(sessionId, 'Calls **back**', 0)).ok).to.equal(true);
    const saved = fixture.sessionOf(sessionId)?.notes;
    expect(saved).to.include({ text: 'Calls **back**', version: 1, by: fixture.backend.agentId });
    expect(saved?.at).to.equal(fixture.backend.clock.now());
    expect(await save(sessionId, 'Late', 0)).to.include({ ok: false, failure: 'failed' });
    expect(await save(sessionId, 'From tomorrow', 2)).to.include({ ok: false, failure: 'failed' });
    await fixture.wish({ type: 'session.end', sessionId });
    expect(fixture.stateOf(sessionId)).to.equal('after-call-work');
    expect((await save(sessionId, 'In after-call work', 1)).ok).to.equal(true);
    await fixture.wish({ type: 'after-call-work.finish', sessionId });
    expect(fixture.stateOf(sessionId)).to.equal('ended');
    expect((await save(sessionId, '', 2)).ok).to.equal(true);
    expect(fixture.sessionOf(sessionId)?.notes).to.include({ text: '', version: 3 });
  });

  it('notes of a session of which nothing is kept, which are gone with the rest', async () => {
    const sessionId = await fixture.active(claims, 'email');
    const save = { type: 'notes.save', sessionId, text: 'Photos follow' } as const;
    expect((await fixture.wish({ ...save, version: 0 })).ok).to.equal(true);
    await fixture.wish({ type: 'email.mark-as-handled', sessionId });
    expect(fixture.sessionOf(sessionId)).to.not.have.property('notes');
    expect(await fixture.wish({ ...save, version: 1 })).to.include({ ok: false, failure: 'not-allowed' });
  });

  it('a presence that does not exist', async () => {
    expect((await fixture.wish({ type: 'presence.change', presence: 'on-the-moon' })).ok).to.equal(false);
    expect((await fixture.wish({ type: 'presence.change', presence: 'away' })).ok).to.equal(true);
  });
});

describe('in-memory backend: faults and deliveries', () => {
  let fixture: BackendFixture;
  beforeEach(() => {
    fixture = new BackendFixture();
  });

  it('a refused command changes nothing; the next one works', async () => {
    const sessionId = fixture.offer(orders, 'im');
    fixture.backend.inject({ kind: 'command', failure: 'failed', message: 'No.' });
    expect(await fixture.wish({ type: 'session.accept', sessionId })).to.deep.equal({
      ok: false,
      failure: 'failed',
      message: 'No.',
    });
    expect(fixture.stateOf(sessionId)).to.equal('offered');
    expect((await fixture.wish({ type: 'session.accept', sessionId })).ok).to.equal(true);
  });

  it('a lost reply is unreachable although the command was carried out', async () => {
    const sessionId = fixture.offer(orders, 'im');
    fixture.backend.inject({ kind: 'lost-reply' });
    const reply = fixture.wish({ type: 'session.accept', sessionId });
    fixture.scheduler.advance(5000);
    expect(await reply).to.include({ ok: false, failure: 'unreachable' });
    expect(fixture.stateOf(sessionId)).to.equal('active');
  });

  it('duplicates and swapped facts reach the receiver and do no harm', async () => {
    fixture.backend.inject({ kind: 'duplicate-facts' });
    const sessionId = fixture.offer(orders, 'im');
    expect(fixture.liveTypes()).to.deep.equal(['session.offered', 'session.offered']);
    fixture.backend.inject({ kind: 'reordered-facts' });
    await fixture.wish({ type: 'session.accept', sessionId });
    fixture.scheduler.advance(1000);
    expect(fixture.liveTypes().slice(2)).to.deep.equal(['session.connected', 'session.accepted']);
    expect(fixture.stateOf(sessionId)).to.equal('active');
  });

  it('facts that were held back come by themselves when nothing follows', async () => {
    const sessionId = await fixture.active(orders, 'im');
    fixture.backend.inject({ kind: 'reordered-facts' });
    await fixture.wish({ type: 'tags.change', sessionId, tags: ['late'] });
    expect(fixture.sessionOf(sessionId)?.tags).to.deep.equal([]);
    fixture.scheduler.advance(1500);
    expect(fixture.sessionOf(sessionId)?.tags).to.deep.equal(['late']);
  });

  it('unreadable input is reported, nothing else', () => {
    fixture.backend.inject({ kind: 'unreadable-input' });
    expect(fixture.recorder.rejections).to.have.length(1);
    expect(fixture.recorder.live).to.deep.equal([]);
  });

  it('a configuration that cannot be used is rejected; the last good one stays in force', () => {
    const before = fixture.recorder.state.workspace.configuration;
    expect(before?.services.has(cards)).to.equal(true);
    fixture.backend.configure({ version: 2 });
    expect(fixture.liveTypes()).to.deep.equal(['configuration.rejected']);
    expect(fixture.recorder.state.workspace.configuration).to.equal(before);
    expect(fixture.recorder.state.workspace.configurationProblems).not.to.deep.equal([]);
  });

  it('leaves no timer behind while nobody is connected, and catches up afterwards', async () => {
    const sessionId = await fixture.active(cards, 'audio-video');
    fixture.backend.hangUp(sessionId);
    expect(fixture.scheduler.waiting).to.be.greaterThan(0);
    fixture.disconnect();
    expect(fixture.scheduler.waiting).to.equal(0);
    fixture.scheduler.advance(60_000);
    const late = new Recorder();
    fixture.backend.connect(late);
    expect(late.state.sessions.get(sessionId)?.state).to.equal('ended');
    expect(late.live).to.deep.equal([]);
  });

  it('counts what customers wrote and nobody has said to have read as unread, for those who connect later, too', async () => {
    const sessionId = await fixture.active(orders, 'im');
    const write = (id: string): void => {
      const segment = { id, text: 'Hello?', isFinal: true, speaker: { id: 'customer', role: 'customer' as const } };
      fixture.backend.tell([{ type: 'transcript.appended', sessionId, segments: [segment] }]);
    };
    write('1');
    await fixture.wish({ type: 'messages.mark-read', sessionId, segmentId: '1' });
    expect(await fixture.wish({ type: 'messages.mark-read', sessionId, segmentId: 'none' })).to.include({ ok: false });
    await fixture.wish({ type: 'session.park', sessionId });
    fixture.scheduler.advance(1000);
    write('2');
    write('3');
    const late = new Recorder();
    fixture.backend.connect(late);
    expect(late.state.sessions.get(sessionId)?.unread).to.equal(2);
  });
});

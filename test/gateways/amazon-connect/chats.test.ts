import { expect } from '@open-wc/testing';
import type { ConnectChat } from '../../../src/gateways/amazon-connect/amazon-connect.js';
import { impedimentTo } from '../../../src/core/rules/permissions.js';
import { connected } from '../../../src/gateways/contract/recorder.js';
import { chatOf, chatting, textsOf, until } from '../../support/connect-chat.js';
import { connectDesk } from '../../support/connect-desk.js';

const EVENT = 'application/vnd.amazonaws.connect.event.';

describe('Amazon Connect: chats', () => {
  it('are told from before the agent came, and what comes as it comes', async () => {
    const desk = await chatting();
    expect(textsOf(desk)).to.deep.equal(['customer: I wait']);
    expect(impedimentTo('message.send', desk.sessionOf('c1')!)).to.equal(undefined);
    expect(desk.sessionOf('c1')?.caller).to.deep.equal({ name: 'Grace Oduya' });
    expect(desk.sessionOf('c1')?.messaging).to.deep.include({ takesTyping: true, isFormatted: true });
    desk.platform.write('c1', { Content: 'Hello?' });
    desk.platform.write('other', { Content: 'Of somebody else' });
    desk.platform.write('c1', {
      Content: '**See**',
      ContentType: 'text/markdown',
      ParticipantRole: 'CUSTOM_BOT',
      ParticipantId: 'bot',
    });
    desk.platform.write('c1', {
      ContentType: 'application/vnd.amazonaws.connect.message.interactive',
      Content: JSON.stringify({
        templateType: 'ListPicker',
        data: { content: { title: 'Which one?', elements: [{ title: 'Red' }, { title: 'Blue', subtitle: 'new' }] } },
      }),
      ParticipantRole: 'SYSTEM',
      ParticipantId: 'flow',
    });
    await desk.settle();
    expect(textsOf(desk).slice(1)).to.deep.equal([
      ...['customer: Hello?', 'bot: **See**', 'system: Which one?\nRed\nBlue\nnew'],
    ]);
    const choose = (content: unknown): unknown =>
      desk.platform.write('c1', {
        ContentType: 'application/vnd.amazonaws.connect.message.interactive',
        Content: typeof content === 'string' ? content : JSON.stringify({ data: { content } }),
        ParticipantRole: 'SYSTEM',
      });
    choose({ title: 'When?', timeslots: [{ date: '2026-03-02T09:00+01:00', duration: 60 }, null] });
    choose({
      title: 'Which trip?',
      elements: [{ data: { content: { title: 'Lisbon', elements: [{ title: 'By rail' }] } } }],
    });
    choose('{"data":');
    await desk.settle();
    expect(textsOf(desk).slice(4)).to.deep.equal([
      ...['system: When?\n2026-03-02T09:00+01:00', 'system: Which trip?\nLisbon\nBy rail', 'system: {"data":'],
    ]);
    const formats = [...desk.recorder.state.transcripts.get('c1')!].map(({ format }) => format);
    expect(formats.slice(0, 4)).to.deep.equal([undefined, undefined, 'markdown', undefined]);
  });

  it('take messages under our ids, whether their echo comes before the answer or not at all', async () => {
    const desk = await chatting();
    await desk.ask({ type: 'message.send', sessionId: 'c1', segmentId: 'mine', text: '*Hi*', format: 'markdown' });
    await desk.settle();
    const own = [...desk.recorder.state.transcripts.get('c1')!].filter(({ speaker }) => speaker.role === 'agent');
    expect(own.map(({ id, text, format, delivery }) => [id, text, format, delivery])).to.deep.equal([
      ['mine', '*Hi*', 'markdown', 'sent'],
    ]);
    expect(desk.led()).to.include('transcript.appended');
    const { Id } = desk.platform.transcriptOf('c1').at(-1)!;
    const receipt = (receipts: object): void => {
      desk.platform.write('c1', {
        ...{ Type: 'MESSAGEMETADATA', ContentType: undefined },
        MessageMetadata: { MessageId: Id, Receipts: [{ RecipientParticipantId: 'c1-customer', ...receipts }] },
      });
    };
    const deliveryOf = (): string | undefined => desk.recorder.state.transcripts.get('c1')?.get('mine')?.delivery;
    receipt({ DeliveredTimestamp: '2026-01-01T00:00:00Z' });
    await until(() => deliveryOf() === 'delivered');
    receipt({ DeliveredTimestamp: '2026-01-01T00:00:00Z', ReadTimestamp: '2026-01-01T00:00:01Z' });
    await until(() => deliveryOf() === 'read');
  });

  it('say who writes, and that nobody does once it is written', async () => {
    const desk = await chatting();
    desk.platform.write('c1', { Type: 'EVENT', ContentType: `${EVENT}typing` });
    await until(() => desk.sessionOf('c1')?.typing?.join() === 'c1-customer');
    desk.platform.write('c1', { Content: 'Done' });
    await until(() => desk.sessionOf('c1')?.typing?.length === 0);
    desk.gateway.typing?.('c1', true);
    desk.gateway.typing?.('c1', false);
    await until(() =>
      desk.platform.calls.some((call) => String((call as { ContentType?: string }).ContentType).endsWith('typing')),
    );
  });

  it('are marked as read for the customer, and count so here', async () => {
    const desk = await chatting();
    desk.platform.write('c1', { Content: 'One' });
    desk.platform.write('c1', { Content: 'Two' });
    await until(() => desk.sessionOf('c1')?.unread === 3);
    const [, one] = [...desk.recorder.state.transcripts.get('c1')!];
    expect(await desk.ask({ type: 'messages.mark-read', sessionId: 'c1', segmentId: one!.id })).to.deep.equal({
      ok: true,
    });
    expect(desk.sessionOf('c1')?.unread).to.equal(1);
    const content = JSON.stringify({ messageId: one!.id });
    await until(() => desk.platform.calls.some((call) => (call as { Content?: string }).Content === content));
  });

  it('catch up on what was written while the socket was lost', async () => {
    const desk = await chatting();
    desk.platform.tell('webSocket::connection_lost');
    desk.platform.write('c1', { Content: 'Are you there?' }, false);
    desk.platform.tell('webSocket::connection_gain');
    await until(() => textsOf(desk).length === 2);
    expect(textsOf(desk)).to.deep.equal(['customer: I wait', 'customer: Are you there?']);
    const batch = desk.recorder.batches.find(({ events }) =>
      events.some((fact) => fact.type === 'transcript.appended' && fact.segments[0]?.text === 'Are you there?'),
    );
    expect(batch?.delivery).to.equal('replay');
  });

  it('send files, and show those of the customer with where they are fetched from', async () => {
    const desk = await chatting();
    const file = new File(['%PDF'], 'invoice.pdf', { type: 'application/pdf' });
    const reply = await desk.gateway.upload!('c1', file);
    expect(reply.ok).to.equal(true);
    const attachments = [{ id: reply.ok ? reply.attachmentId : '', name: 'invoice.pdf' }];
    expect(
      await desk.ask({ type: 'message.send', sessionId: 'c1', segmentId: 'file', text: '', attachments }),
    ).to.deep.equal({ ok: true });
    await until(() => desk.recorder.state.transcripts.get('c1')?.get('file') !== undefined);
    expect(desk.recorder.state.transcripts.get('c1')?.get('file')?.attachments).to.deep.equal([
      {
        id: 'file-1',
        name: 'invoice.pdf',
        mediaType: 'application/pdf',
        url: 'https://participant.connect.test/files/file-1',
      },
    ]);
    const huge = {
      name: 'film',
      type: 'video/mp4',
      size: 30_000_000,
      arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)),
    };
    expect(await desk.gateway.upload!('c1', huge)).to.deep.include({ failure: 'too-large' });
    expect(await desk.gateway.upload!('nobody', file)).to.deep.include({ failure: 'not-taken' });
  });

  it('end before the contact does: nothing can be written from then on', async () => {
    const desk = await chatting();
    desk.platform.write('c1', { Type: 'EVENT', ContentType: `${EVENT}participant.left` });
    desk.platform.write('c1', { Type: 'EVENT', ContentType: `${EVENT}chat.ended` });
    await until(() => impedimentTo('message.send', desk.sessionOf('c1')!) !== undefined);
    expect(desk.sessionOf('c1')?.participants).to.deep.equal([]);
    expect(await desk.ask({ type: 'message.send', sessionId: 'c1', segmentId: 'late', text: 'Late' })).to.deep.include({
      ...{ ok: false, failure: 'not-allowed', message: 'The chat is over.' },
    });
  });

  it('count what cannot be read, and tell the rest', async () => {
    const desk = await chatting();
    const before = desk.recorder.rejections.length;
    desk.platform.write('c1', { Id: 7, Content: 'No id' });
    desk.platform.write('c1', { Content: { text: 'An object' }, ParticipantId: null });
    desk.platform.write('c1', { Content: 'Good' });
    await until(() => textsOf(desk).includes('customer: Good'));
    expect(desk.recorder.rejections.length).to.be.greaterThan(before);
    expect(desk.recorder.unusable).to.deep.equal([]);
  });

  it('say that nothing can be written where no chat is handed over, or it could not be connected', async () => {
    let fails = true;
    const desk = await connectDesk({
      chat: (contact) => (fails ? Promise.reject(new Error('No network')) : chatOf(contact)),
    });
    desk.platform.offer('c1', 'chat');
    await desk.settle();
    await desk.ask({ type: 'session.accept', sessionId: 'c1' });
    const reason = (): string | undefined => impedimentTo('message.send', desk.sessionOf('c1')!);
    await until(() => reason() === 'The chat could not be connected.');
    fails = false;
    desk.platform.tell('agent::websocket_connection_gained');
    await until(() => reason() === undefined);
    const without = await connectDesk();
    without.platform.offer('c1', 'chat');
    await without.settle();
    await without.ask({ type: 'session.accept', sessionId: 'c1' });
    expect(impedimentTo('message.send', without.sessionOf('c1')!)).to.match(/no connection/);
  });

  it('are listened to once, however often the page goes and comes, and not after it has gone', async () => {
    let made: ConnectChat | undefined;
    const desk = await chatting({ chat: async (contact) => (made ??= await chatOf(contact)) });
    desk.disconnect();
    const told = desk.recorder.all.length;
    desk.platform.write('c1', { Content: 'While nobody is there' });
    await desk.settle();
    expect(desk.recorder.all.length).to.equal(told);
    const { recorder, disconnect } = connected(desk.gateway);
    const texts = (): readonly string[] => [...(recorder.state.transcripts.get('c1') ?? [])].map(({ text }) => text);
    await until(() => texts().length === 2);
    desk.platform.write('c1', { Content: 'Once' });
    await until(() => texts().length === 3);
    const count = recorder.live.filter((fact) => fact.type === 'transcript.appended').length;
    expect(count).to.equal(1);
    disconnect();
  });
});

describe('Amazon Connect: what Contact Lens hears', () => {
  it('becomes the transcript of a call, with what customers feel, once or again', async () => {
    let hear: ((contactId: string, segments: readonly unknown[]) => void) | undefined;
    let isEnded = false;
    const desk = await connectDesk({
      onContactLens: (feed) => {
        hear = feed;
        return () => (isEnded = true);
      },
    });
    desk.platform.offer('v1', 'voice');
    await desk.settle();
    await desk.ask({ type: 'session.accept', sessionId: 'v1' });
    const said = {
      Id: 's1',
      ParticipantId: 'CUSTOMER',
      ParticipantRole: 'CUSTOMER',
      Content: 'My parcel is lost',
      BeginOffsetMillis: 900,
    };
    hear?.('v1', [
      {
        Utterance: {
          Id: 'u',
          TranscriptId: 's1',
          ParticipantRole: 'CUSTOMER',
          PartialContent: 'My',
          BeginOffsetMillis: 900,
        },
      },
      { Categories: { MatchedCategories: ['lost'] } },
      {
        Id: 'e1',
        Type: 'EVENT',
        ParticipantRole: 'CUSTOMER',
        ContentType: 'application/vnd.amazonaws.connect.event.joined',
      },
      { Event: { Id: 'e2', EventType: 'joined' } },
      { Issues: { IssuesDetected: [] } },
      { Attachments: { Id: 'a1', Attachments: [] } },
      { Transcript: { Id: 7 } },
      {
        Transcript: {
          Id: 's0',
          ParticipantRole: 'AGENT',
          Content: 'Good morning',
          BeginOffsetMillis: 100,
          Sentiment: 'NEUTRAL',
        },
      },
      { Transcript: { ...said, Sentiment: 'NEGATIVE' } },
    ]);
    hear?.('v1', [
      { Transcript: { ...said, Sentiment: 'NEGATIVE' } },
      { Transcript: { ...said, Id: 's2', Content: 'Please' } },
    ]);
    await until(() => textsOf(desk, 'v1').length === 3);
    expect(textsOf(desk, 'v1')).to.deep.equal([
      'agent: Good morning',
      'customer: My parcel is lost',
      'customer: Please',
    ]);
    expect(desk.sessionOf('v1')?.sentiment).to.equal('negative');
    expect(desk.recorder.rejections.length).to.equal(1);
    desk.disconnect();
    expect(isEnded).to.equal(true);
  });
});

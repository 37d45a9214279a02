import { expect } from '@open-wc/testing';
import type { ChatOf, ConnectChat } from '../../../src/gateways/amazon-connect/amazon-connect.js';
import { impedimentTo } from '../../../src/core/rules/permissions.js';
import { chatOf, chatting, textsOf, until } from '../../support/connect-chat.js';
import { connectDesk } from '../../support/connect-desk.js';
import type { ConnectDesk } from '../../support/connect-desk.js';
import { FakeTime } from '../../support/fake-time.js';

const EVENT = 'application/vnd.amazonaws.connect.event.';
const never = new Promise<never>(() => undefined);

const send = (desk: ConnectDesk, text: string, more = {}): ReturnType<ConnectDesk['ask']> =>
  desk.ask({ type: 'message.send', sessionId: 'c1', segmentId: 'mine', text, ...more });
const obstacle = (desk: ConnectDesk): string | undefined => impedimentTo('message.send', desk.sessionOf('c1')!);
const sent = ({ platform }: ConnectDesk): readonly { readonly method: string; readonly ClientToken?: string }[] =>
  platform.calls.filter(({ method }) => method === 'participant/message');

/** The SDK's own chat of a contact, with one of its functions done otherwise. */
const with_ =
  (other: (chat: ConnectChat) => Partial<ConnectChat>): ChatOf =>
  async (contact) => {
    const chat = (await chatOf(contact))!;
    return Object.assign(chat, other(chat));
  };

describe('Amazon Connect: chats that fail', () => {
  let time: FakeTime | undefined;
  /** As `until`, while chatjs hands on what it hears, which it does by timers. */
  const passing = (is: () => boolean): Promise<void> =>
    until(() => {
      void time?.elapse(0);
      return is();
    });
  afterEach(() => {
    time?.restore();
    time = undefined;
  });

  it('say why a message was not sent, and send it once where it is tried again', async () => {
    const desk = await chatting();
    desk.platform.refuse('participant/message', 'ThrottlingException', 'Rate exceeded');
    expect(await send(desk, 'Hi')).to.deep.equal({ ok: false, failure: 'failed', message: 'Rate exceeded' });
    expect(await send(desk, 'Hi')).to.deep.equal({ ok: true });
    expect(sent(desk).map(({ ClientToken }) => ClientToken)).to.deep.equal(['mine', 'mine']);
    expect(textsOf(desk)).to.deep.equal(['customer: I wait', 'agent: Hi']);
  });

  it('say that nobody answered, and take what is told of the message after all for it', async () => {
    let isAsked = false;
    const sendMessage = (): Promise<never> => {
      isAsked = true;
      return never;
    };
    const desk = await chatting({ chat: with_(() => ({ sendMessage })) });
    time = new FakeTime();
    const reply = send(desk, 'Hi');
    await until(() => isAsked);
    desk.platform.write('c1', { Content: 'Hi', ParticipantRole: 'AGENT', ParticipantId: 'c1-agent' });
    await time.elapse(15_000);
    expect(await reply).to.deep.equal({ ok: false, failure: 'failed', message: 'Amazon Connect did not answer.' });
    await until(() => textsOf(desk).length === 2);
    expect(desk.recorder.state.transcripts.get('c1')?.get('mine')?.text).to.equal('Hi');
  });

  it('say so of a network that is not there', async () => {
    const desk = await chatting({
      // As chatjs rejects where its request fails.
      chat: with_(() => ({
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        sendMessage: () => Promise.reject({ type: 'TypeError', message: 'Failed to fetch', statusCode: undefined }),
      })),
    });
    expect(await send(desk, 'Hi')).to.deep.include({ failure: 'failed', message: 'Failed to fetch' });
  });

  it('send no file twice where the next one was refused', async () => {
    let count = 0;
    const desk = await chatting({
      chat: with_((chat) => {
        const { sendAttachment } = chat;
        return {
          sendAttachment: (file) =>
            (count += 1) === 2
              ? Promise.reject(Object.assign(new Error('Too many files'), { statusCode: 402 }))
              : sendAttachment.call(chat, file),
        };
      }),
    });
    const attachments = await Promise.all(
      ['one.pdf', 'two.pdf'].map(async (name) => {
        const reply = await desk.gateway.upload!('c1', new File(['%PDF'], name, { type: 'application/pdf' }));
        return { id: reply.ok ? reply.attachmentId : '', name };
      }),
    );
    expect(await send(desk, 'Files', { attachments })).to.deep.include({ ok: false, message: 'Too many files' });
    expect(await send(desk, 'Files', { attachments })).to.deep.equal({ ok: true });
    const named = desk.platform.calls.flatMap((call) => (call as { AttachmentName?: string }).AttachmentName ?? []);
    expect(named).to.deep.equal(['one.pdf', 'two.pdf']);
  });

  it('show files that were refused, one’s own as not delivered, and none that is still looked through', async () => {
    const desk = await chatting();
    const file = (id: string, Status: string, fields = {}): void => {
      desk.platform.write('c1', {
        ...{ Type: 'ATTACHMENT', ContentType: undefined, ...fields },
        Attachments: [{ AttachmentId: id, AttachmentName: `${id}.exe`, ContentType: 'application/x', Status }],
      });
    };
    file('theirs', 'REJECTED', { Id: 'a' });
    file('later', 'IN_PROGRESS', { Id: 'b' });
    file('own', 'REJECTED', { Id: 'c', ParticipantRole: 'AGENT', ParticipantId: 'c1-agent' });
    await until(() => desk.recorder.state.transcripts.get('c1')?.get('c') !== undefined);
    const list = desk.recorder.state.transcripts.get('c1')!;
    expect(list.get('a')?.attachments?.[0]?.name).to.equal('theirs.exe');
    expect(list.get('b')).to.equal(undefined);
    expect(list.get('c')?.delivery).to.equal('failed');
  });

  it('show a file whose address nobody answers', async () => {
    const desk = await chatting({ chat: with_(() => ({ getAttachmentURL: () => never })) });
    time = new FakeTime();
    desk.platform.write('c1', {
      ...{ Id: 'a', Type: 'ATTACHMENT', ContentType: undefined },
      Attachments: [{ AttachmentId: 'f', AttachmentName: 'photo.jpg', Status: 'APPROVED' }],
    });
    await desk.settle();
    await time.elapse(15_000);
    await until(() => desk.recorder.state.transcripts.get('c1')?.get('a') !== undefined);
  });

  it('ask for the transcript until it is there, and are written in meanwhile', async () => {
    const desk = await connectDesk({ chat: chatOf });
    desk.platform.offer('c1', 'chat');
    desk.platform.write('c1', { Content: 'I wait' }, false);
    await desk.settle();
    time = new FakeTime();
    desk.platform.refuse('participant/transcript', 'ThrottlingException', 'Rate exceeded');
    await desk.ask({ type: 'session.accept', sessionId: 'c1' });
    await passing(() => desk.recorder.rejections.some((reason) => reason.includes('Rate exceeded')));
    expect(obstacle(desk)).to.equal(undefined);
    await time.elapse(2000);
    await passing(() => textsOf(desk).length === 1);
    desk.platform.tell('webSocket::connection_lost');
    desk.platform.write('c1', { Content: 'Are you there?' }, false);
    const before = desk.recorder.rejections.length;
    for (let twice = 0; twice < 2; twice += 1)
      desk.platform.refuse('participant/transcript', 'InternalServerException', 'Try again');
    desk.platform.tell('webSocket::connection_gain');
    await passing(() => desk.recorder.rejections.length === before + 1);
    await time.elapse(2000);
    await passing(() => desk.recorder.rejections.length === before + 2);
    await time.elapse(4000);
    await passing(() => textsOf(desk).length === 2);
  });

  it('are connected again by themselves, at longer and longer intervals', async () => {
    let tries = 0;
    const desk = await connectDesk({
      chat: (contact) => ((tries += 1) < 4 ? Promise.reject(new Error('No network')) : chatOf(contact)),
    });
    desk.platform.offer('c1', 'chat');
    await desk.settle();
    time = new FakeTime();
    await desk.ask({ type: 'session.accept', sessionId: 'c1' });
    await until(() => obstacle(desk)?.startsWith('The chat could not be connected.') === true);
    await time.elapse(5999);
    expect(tries).to.equal(2);
    await time.elapse(8001);
    await until(() => obstacle(desk) === undefined);
    expect(tries).to.equal(4);
  });

  it('are made anew when they are broken for good, with what was written since', async () => {
    let broken: ((event: unknown) => void) | undefined;
    let made = 0;
    const desk = await chatting({
      chat: with_(() => {
        made += 1;
        return {
          onConnectionBroken(heard) {
            broken = heard;
          },
        };
      }),
    });
    desk.platform.write('c1', { Content: 'Lost' }, false);
    broken?.({});
    await until(() => textsOf(desk).length === 2);
    expect([made, obstacle(desk)]).to.deep.equal([2, undefined]);
  });

  it('that were taken up again are not over because they once were', async () => {
    const desk = await connectDesk({ chat: chatOf });
    desk.platform.offer('c1', 'chat');
    desk.platform.write('c1', { Content: 'Last week' }, false);
    desk.platform.write('c1', { Type: 'EVENT', ContentType: `${EVENT}participant.left` }, false);
    desk.platform.write('c1', { Type: 'EVENT', ContentType: `${EVENT}chat.ended` }, false);
    desk.platform.write('c1', { Type: 'EVENT', ContentType: `${EVENT}participant.joined` }, false);
    desk.platform.write('c1', { Content: 'Me again' }, false);
    await desk.settle();
    await desk.ask({ type: 'session.accept', sessionId: 'c1' });
    await until(() => textsOf(desk).length === 2);
    expect(obstacle(desk)).to.equal(undefined);
    expect(await send(desk, 'Welcome back')).to.deep.equal({ ok: true });
  });
});

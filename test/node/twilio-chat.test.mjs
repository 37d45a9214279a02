// Chats of Twilio: the messages of a conversation beside the task that it belongs to.
import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { Conversations } from '../../tools/platforms/twilio-conversations.mjs';
import { openDesk, until } from '../support/twilio-desk.mjs';

// The SDK keeps a timer for its heartbeat.
after(() => setTimeout(() => process.exit(), 200).unref());

describe('a chat of Twilio', () => {
  let desk;
  let recorder;
  let disconnect;
  let client;
  let conversation;
  let sid;
  let number = 0;
  let newToken;
  const session = () => recorder.state.sessions.get(sid);
  const segments = () => [...(recorder.state.transcripts.get(sid) ?? [])];
  const texts = () => segments().map(({ text }) => text);
  const ask = (type, rest) =>
    desk.gateway.execute({ type, sessionId: sid, commandId: `${type} ${(number += 1)}`, ...rest });

  async function accept() {
    sid = desk.platform.offer('chat', { conversationSid: 'CH1' });
    await desk.settle();
    await ask('session.accept');
    await desk.settle();
  }

  beforeEach(async () => {
    client = new Conversations();
    newToken = async (use) => `new for ${use}`;
    desk = await openDesk({ conversations: client, newToken: (use) => newToken(use) });
    ({ recorder, disconnect } = desk.connect());
    conversation = client.begin('CH1');
  });
  afterEach(async () => {
    disconnect();
    await desk.close();
  });

  it('has all that was written before, what is unread of it, and what is written now', async () => {
    for (let count = 0; count < 250; count += 1) conversation.write(`line ${count}`);
    conversation.lastReadMessageIndex = 247;
    await accept();
    await until(() => segments().length === 250);
    assert.deepEqual(texts().slice(-1), ['line 249']);
    assert.equal(session().unread, 2);
    assert.equal(recorder.live.filter(({ type }) => type === 'transcript.appended').length, 0);
    conversation.write('now');
    assert.equal(texts().at(-1), 'now');
    assert.equal(recorder.live.at(-1).type, 'transcript.appended');
    assert.equal(session().unread, 3);
    assert.deepEqual(segments().at(-1).speaker, { id: 'cy', role: 'customer', name: 'cy' });
  });

  it('takes a message under the id that it was given, and tells how far it has come', async () => {
    await accept();
    await until(() => session().messaging?.takesTyping);
    const reply = await ask('message.send', { segmentId: 'own 1', text: 'Hello' });
    assert.ok(reply.ok);
    const own = () => segments().find(({ id }) => id === 'own 1');
    assert.deepEqual([own().text, own().delivery, own().speaker.role], ['Hello', 'sent', 'agent']);
    assert.equal(recorder.live.filter(({ type }) => type === 'transcript.appended').length, 1);
    assert.match(recorder.live.find(({ type }) => type === 'transcript.appended').causedBy, /message.send/);
    const none = { delivered: 'none', read: 'none', failed: 'none', undelivered: 'none' };
    conversation.update(conversation.messages[0], { aggregatedDeliveryReceipt: { ...none, delivered: 'all' } });
    assert.equal(own().delivery, 'delivered');
    conversation.read('cy', 0);
    assert.equal(own().delivery, 'read');
    conversation.refusal = new Error('Request failed with status code 403. The conversation is closed');
    const refused = await ask('message.send', { segmentId: 'own 2', text: 'Again' });
    assert.deepEqual([refused.failure, refused.message], ['not-allowed', 'The conversation is closed']);
  });

  it('tells of a message that does not arrive', async () => {
    await accept();
    await until(() => session().messaging?.takesTyping);
    await ask('message.send', { segmentId: 'own 1', text: 'Hello' });
    const receipt = { delivered: 'none', read: 'none', failed: 'all', undelivered: 'none' };
    conversation.update(conversation.messages[0], { aggregatedDeliveryReceipt: receipt });
    assert.equal(segments()[0].delivery, 'failed');
  });

  it('catches up on what was written, corrected and taken back while the connection was lost', async () => {
    const [kept, removed] = [conversation.write('with a typo'), conversation.write('taken back')];
    await accept();
    await until(() => segments().length === 2);
    const live = recorder.live.length;
    client.emit('connectionStateChanged', 'connecting');
    conversation.update(kept, { body: 'without one' }, false);
    conversation.remove(removed, false);
    conversation.write('meanwhile', { isTold: false });
    client.emit('connectionStateChanged', 'connected');
    await until(() => texts().includes('meanwhile'));
    assert.deepEqual(texts(), ['without one', 'meanwhile']);
    assert.equal(recorder.live.length, live);
    conversation.remove(kept);
    assert.deepEqual(texts(), ['meanwhile']);
  });

  it('tells who is writing, but not of the agent', async () => {
    await accept();
    await until(() => session().messaging?.takesTyping);
    conversation.emit('typingStarted', conversation.participants.get('cy'));
    conversation.emit('typingStarted', conversation.participants.get('ada'));
    assert.deepEqual(session().typing, ['cy']);
    conversation.emit('typingEnded', conversation.participants.get('cy'));
    assert.deepEqual(session().typing, []);
    desk.gateway.typing(sid, true);
    desk.gateway.typing(sid, false);
    assert.equal(conversation.typed, 1);
  });

  it('keeps what the agent has read', async () => {
    conversation.write('one');
    conversation.write('two');
    await accept();
    await until(() => session().unread === 2);
    const [first] = segments();
    assert.ok((await ask('messages.mark-read', { segmentId: first.id })).ok);
    assert.equal(conversation.lastReadMessageIndex, 0);
    assert.equal(session().unread, 1);
    assert.equal((await ask('messages.mark-read', { segmentId: 'nothing' })).ok, false);
  });

  it('is read as soon as the agent is in it, and says why it is not until then', async () => {
    client.all.clear();
    await accept();
    await until(() => session().messaging?.closedReason);
    assert.equal((await ask('message.send', { segmentId: 'x', text: 'x' })).failure, 'not-allowed');
    conversation.write('there at last');
    client.emit('conversationJoined', conversation);
    await until(() => texts().length === 1);
    assert.equal(session().messaging.closedReason, undefined);
    conversation.state = { current: 'closed' };
    conversation.emit('updated', { conversation, updateReasons: ['state'] });
    assert.match(session().messaging.closedReason, /closed/);
  });

  it('shows files by their names, and messages that make no sense not at all', async () => {
    await accept();
    await until(() => session().messaging?.takesTyping);
    const media = { sid: 'ME1', filename: 'plan.pdf', contentType: 'application/pdf', size: 12 };
    conversation.write(null, { attachedMedia: [media], author: null });
    assert.deepEqual(segments()[0].attachments, [
      { id: 'ME1', name: 'plan.pdf', mediaType: 'application/pdf', size: 12 },
    ]);
    for (const nonsense of [undefined, null, 7, {}, { sid: '' }]) conversation.emit('messageAdded', nonsense);
    assert.equal(recorder.rejections.length, 5);
    conversation.write('later', { dateCreated: null });
    assert.equal(segments().length, 2);
  });

  it('is let go of when its session is over, and when nobody listens', async () => {
    const heard = () => conversation.eventNames().length;
    await accept();
    await until(() => session().messaging?.takesTyping);
    assert.ok(heard() > 0);
    desk.platform.move(sid, 'wrapping');
    await desk.settle();
    assert.equal(heard(), 0);
    await accept();
    await until(() => session().messaging?.takesTyping);
    disconnect();
    assert.deepEqual([heard(), client.eventNames().length], [0, 0]);
    ({ recorder, disconnect } = desk.connect());
    await until(() => heard() > 0);
  });

  it('has a new token before the old one has run out', async () => {
    await until(() => client.listenerCount('tokenAboutToExpire') > 0, 'it listens');
    client.emit('tokenAboutToExpire');
    await until(() => client.tokens.length > 0);
    assert.deepEqual(client.tokens, ['new for conversations']);
  });

  it('asks once more for a token that could not be had, and once more where it was no good', async () => {
    newToken = () => {
      newToken = async () => 'too late';
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    client.updateToken = (token) => {
      client.tokens.push(token);
      newToken = async () => 'good';
      return token === 'good' ? Promise.resolve() : Promise.reject(new Error('Access Token expired'));
    };
    await until(() => client.listenerCount('tokenExpired') > 0, 'it listens');
    client.emit('tokenExpired');
    await until(() => client.tokens.includes('good'));
    assert.deepEqual(client.tokens, ['too late', 'good']);
    assert.match(recorder.rejections.join(), /Failed to fetch.*Access Token expired/s);
  });

  it('is had as soon as there is a connection again, where there was none when it was accepted', async () => {
    conversation.write('before');
    client.all.delete('CH1');
    await accept();
    await until(() => session().messaging?.closedReason !== undefined);
    client.all.set('CH1', conversation);
    client.emit('connectionStateChanged', 'connected');
    await until(() => texts().includes('before'));
    assert.equal(session().messaging.closedReason, undefined);
    assert.ok((await ask('message.send', { segmentId: 'own 1', text: 'Hello' })).ok);
  });

  it('is read to its beginning by itself, whatever fails on the way', async () => {
    for (let count = 0; count < 1000; count += 1) conversation.write(`line ${count}`);
    const { getMessages } = conversation;
    let failures = 2;
    const brittle = (page, pages) => ({
      ...page,
      prevPage: async () => {
        if (pages === 5 && failures-- > 0) throw new Error('Request failed with status code 503');
        return brittle(await page.prevPage(), pages + 1);
      },
    });
    conversation.getMessages = async (size) => brittle(await getMessages.call(conversation, size), 1);
    await accept();
    await until(() => session().messaging?.closedReason !== undefined, 'it is said that it is not there');
    await until(() => texts().length === 1000, 'it is there');
    assert.deepEqual(session().messaging, { takesTyping: true });
    assert.deepEqual([texts().at(0), texts().at(-1)], ['line 0', 'line 999']);
    assert.ok(recorder.rejections.some((reason) => reason.includes('503')));
  });

  it('is had by itself where it could not be had for a moment', async () => {
    conversation.write('before');
    const { getConversationBySid } = client;
    let failures = 1;
    client.getConversationBySid = (one) =>
      failures-- > 0 ? Promise.reject(new Error('Too many requests')) : getConversationBySid.call(client, one);
    await accept();
    await until(() => texts().includes('before'), 'it is there');
    assert.deepEqual(session().messaging, { takesTyping: true });
  });

  it('loses one message, and no other, that is taken back while the rest is read anew', async () => {
    const [first] = ['one', 'two', 'three'].map((line) => conversation.write(line));
    await accept();
    await until(() => texts().length === 3, 'all is there');
    disconnect();
    const { getMessages } = conversation;
    let read;
    conversation.getMessages = () => new Promise((resolve) => (read = resolve));
    ({ recorder, disconnect } = desk.connect());
    await until(() => read !== undefined, 'it is being read');
    conversation.remove(first);
    assert.deepEqual(texts(), ['two', 'three']);
    conversation.getMessages = getMessages;
    read(await conversation.getMessages(100));
    await desk.settle();
    assert.deepEqual(texts(), ['two', 'three']);
  });

  it('has a new token where the old one is denied', async () => {
    await until(() => client.listenerCount('connectionStateChanged') > 0, 'it listens');
    client.emit('connectionStateChanged', 'denied');
    await until(() => client.tokens.length > 0);
    assert.deepEqual(client.tokens, ['new for conversations']);
  });

  it('says beforehand that nothing can be written where its messages are not there', async () => {
    sid = desk.platform.offer('chat', {});
    await desk.settle();
    assert.ok(session().cannot.some(({ command }) => command === 'message.send'));
    desk.platform.change(sid, { conversationSid: 'CH1' });
    await desk.settle();
    assert.ok(!session().cannot.some(({ command }) => command === 'message.send'));
    assert.equal(recorder.live.at(-1).type, 'controls.changed');
  });
});

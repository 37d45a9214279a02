import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/message-composer/rich-editor.js';
import '../../src/components/my-sessions/my-sessions.define.js';
import type { CommandReply, MessageComposer } from '../../src/index.js';
import { selectCommands } from '../../src/core/selectors/select-commands.js';
import { selectUnfinished } from '../../src/core/selectors/select-leaving.js';
import { selectSession } from '../../src/core/selectors/select-session.js';
import { aChat, aMessage, chatDocument } from '../../stories/scenarios/chats.js';
import type { TrackedCommand } from '../../src/core/state/command-reducer.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { pressed, ready, typed } from '../support/composing.js';
import { FakeInterval } from '../support/fake-interval.js';
import { find, findAll, frame, happens, mount, settled, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const ours = (id: string, about: Parameters<typeof aMessage>[1] = {}) =>
  aMessage(id, { speaker: { id: 'ana', role: 'agent' }, text: 'Hello?', delivery: 'sent', ...about });

describe('a message of a chat that does not get there', () => {
  let interval: FakeInterval;
  let mounted: Mounted;
  beforeEach(() => {
    interval = new FakeInterval();
  });
  afterEach(() => {
    interval.restore();
  });

  const open = async (): Promise<void> => {
    mounted = await mount(html`<chat-conversation session-id="chat-1"></chat-conversation>`, {
      document: chatDocument,
      sessions: [aChat()],
      transcript: {
        sessionId: 'chat-1',
        segments: [ours('old', { delivery: 'failed', deliveryFailure: 'Away.' }), ours('m1')],
      },
      reply: { ok: false, failure: 'failed', message: 'The channel is down.' },
    });
    await frame();
  };
  const heard = async (): Promise<readonly string[]> => {
    const region = findAll(mounted.provider, '.spoken[role="status"]').at(-1)!;
    const said: string[] = [];
    for (let second = 0; second < 4; second += 1) {
      interval.tick();
      await settled();
      said.push(textOf(region));
    }
    return said.filter((own) => own !== '');
  };

  it('is told to who does not see it, once, when it was not sent', async () => {
    await open();
    const composer = find<MessageComposer>(mounted.provider, 'message-composer');
    await ready(composer);
    composer.focus();
    await typed('Good morning');
    await pressed('Enter');
    await settled();
    expect(await heard()).to.deep.equal(['Not sent: The channel is down.']);
    expect(await heard()).to.deep.equal([]);
  });

  it('is told to who does not see it, once, when it turns out so later; what had failed before is no news', async () => {
    await open();
    expect(await heard()).to.deep.equal([]);
    const fact = { type: 'message.delivery-changed', at: NOW, sessionId: 'chat-1', segmentId: 'm1' } as const;
    await happens(mounted.gateway, { ...fact, delivery: 'failed', reason: 'Number unknown.' });
    await frame();
    expect(await heard()).to.deep.equal(['Not delivered: Number unknown.']);
    await happens(mounted.gateway, { ...fact, delivery: 'failed', reason: 'Number unknown.' });
    expect(await heard()).to.deep.equal([]);
  });

  it('is sent after all where it is there: its answer was lost, and nobody sends it twice', async () => {
    await open();
    mounted.gateway.answer = () => Promise.resolve({ ok: false, failure: 'unreachable' });
    const composer = find<MessageComposer>(mounted.provider, 'message-composer');
    await ready(composer);
    composer.focus();
    await typed('Good morning');
    await pressed('Enter');
    await settled();
    const failed = (): readonly TrackedCommand[] =>
      mounted.store.read(selectCommands('chat-1')).filter(({ status }) => status === 'failed');
    const [command] = failed().map((one) => one.command);
    if (command?.type !== 'message.send') throw new Error('The message has not failed.');
    const failures = findAll(mounted.provider, '[part="failure"]').length;
    const segments = [ours(command.segmentId, { text: 'Good morning' })];
    await happens(mounted.gateway, { type: 'transcript.appended', at: NOW, sessionId: 'chat-1', segments });
    await frame();
    expect(findAll(mounted.provider, '[part="failure"]')).to.have.length(failures - 1);
    expect(failed()).to.deep.equal([]);
    expect(mounted.store.read(selectUnfinished('chat-1'))).to.deep.equal([]);
  });

  it('is told in the workspace, by the name of its session, to who has turned to another one, until they are back', async () => {
    let answer: (reply: CommandReply) => void = () => undefined;
    mounted = await mount(html`<my-sessions style="block-size: 600px; inline-size: 1000px"></my-sessions>`, {
      document: chatDocument,
      sessions: [aChat(), aChat({ id: 'chat-2' })],
    });
    const { provider, store, gateway } = mounted;
    store.look('chat-1');
    await until(() => findAll(provider, 'message-composer').length > 0);
    const composer = find<MessageComposer>(provider, 'message-composer');
    await ready(composer);
    composer.focus();
    gateway.answer = () => new Promise((resolve) => (answer = resolve));
    await typed('Good morning');
    await pressed('Enter');
    await settled();
    store.look('chat-2');
    await settled();
    answer({ ok: false, failure: 'failed', message: 'The channel is down.' });
    await until(() => findAll(provider, '.say').length > 0);
    expect(textOf(find(provider, '.say strong'))).to.equal(store.read(selectSession('chat-1'))!.customer!.name);
    expect(textOf(find(provider, '.say [role="alert"]'))).to.equal('Not sent: The channel is down.');
    store.look('chat-1');
    await until(() => findAll(provider, '.say').length === 0);
    expect(findAll(provider, '.say')).to.have.length(0);
  });
});

import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/message-composer/rich-editor.js';
import type { MessageComposer } from '../../src/index.js';
import { aChat, aMessage, chatDocument } from '../../stories/scenarios/chats.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { pressed, ready, typed } from '../support/composing.js';
import { FakeInterval } from '../support/fake-interval.js';
import { find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
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
});

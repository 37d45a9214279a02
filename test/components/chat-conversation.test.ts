import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/rich-text/render-markdown.js';
import type { ChatConversation, CommandReply, MessageComposer, Session, SessionEvent } from '../../src/index.js';
import { MINUTE } from '../../stories/scenarios/builders.js';
import {
  aChat,
  aLongChat,
  aMessage,
  aboutALimit,
  chatDocument,
  hostileMessages,
} from '../../stories/scenarios/chats.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { pressed, ready, typed } from '../support/composing.js';
import { find, findAll, frame, happens, mount, settled, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const chat = html`<chat-conversation session-id="chat-1"></chat-conversation>`;

interface Opened extends Mounted {
  readonly conversation: ChatConversation;
  readonly composer: MessageComposer;
}

async function open(
  session: Partial<Session> = {},
  segments = aboutALimit,
  reply: CommandReply | 'never' = { ok: true },
): Promise<Opened> {
  const mounted = await mount(chat, {
    document: chatDocument,
    sessions: [aChat(session)],
    transcript: { sessionId: 'chat-1', segments },
    reply,
  });
  const composer = find<MessageComposer>(mounted.provider, 'message-composer');
  await ready(composer);
  await frame();
  return { ...mounted, composer, conversation: find<ChatConversation>(mounted.provider, 'chat-conversation') };
}

const messages = (root: ParentNode): HTMLElement[] => findAll(root, '.message');
const message = (root: ParentNode, id: string): HTMLElement => find(root, `[data-id="${id}"]`);
const lastMessage = (root: ParentNode): HTMLElement => messages(root).at(-1)!;
const scroller = (root: ParentNode): HTMLElement => find(root, '.scroller');
const isAtEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean =>
  scrollHeight - scrollTop - clientHeight < 2;
const said = (...segments: ReturnType<typeof aMessage>[]): SessionEvent => ({
  type: 'transcript.appended',
  at: NOW,
  sessionId: 'chat-1',
  segments,
});

async function send(composer: MessageComposer, text: string): Promise<void> {
  composer.focus();
  await typed(text);
  await pressed('Enter');
}

describe('a message too long to be shown at once', () => {
  it('is as wide as messages become, so that no line has to be measured for it', async () => {
    const { provider } = await open({}, [aMessage('long', { text: 'Hi.\n'.repeat(7500) }), aMessage('short')]);
    const widthOf = (id: string): number =>
      find(message(provider, id), '.bubble').getBoundingClientRect().width /
      message(provider, id).getBoundingClientRect().width;
    expect(widthOf('long')).to.be.closeTo(0.88, 0.01);
    expect(widthOf('short')).to.be.lessThan(0.5);
  });
});

describe('chat-conversation: history', () => {
  it('has every message at the side of its writer, in the direction of its own, in a page from right to left', async () => {
    const texts = ['OK', 'نعم', 'Not *abroad*'];
    const segments = texts.map((text, at) =>
      aMessage(String(at), { text, ...(at === 2 && { format: 'markdown' as const }) }),
    );
    const { provider } = await open({}, segments);
    provider.dir = 'rtl';
    await frame();
    const edges = findAll(provider, '.bubble').map((bubble) => Math.round(bubble.getBoundingClientRect().right));
    const { right } = find(provider, '.messages').getBoundingClientRect();
    expect(edges).to.deep.equal(texts.map(() => Math.round(right)));
    const written = findAll(provider, '.bubble > :is(.plain-text, .rich)');
    expect(written.map((text) => getComputedStyle(text).direction)).to.deep.equal(['ltr', 'rtl', 'ltr']);
  });

  it('says who wrote what, the agent on the other side, and what bots and the system say apart', async () => {
    const { conversation } = await open();
    const described = messages(conversation).map((row) => [row.dataset.role, textOf(find(row, '.bubble'))].join(': '));
    expect(described.slice(2, 6)).to.deep.equal([
      'system: Ana Sommer joined the conversation.',
      'customer: Hello?',
      'customer: I need 5000 for a week.',
      'agent: Good morning! That is no problem.',
    ]);
    const edge = (id: string): number => find(message(conversation, id), '.bubble').getBoundingClientRect().right;
    expect(edge('m6')).to.be.greaterThan(edge('m4'));
    expect(textOf(find(message(conversation, 'm6'), '.name'))).to.equal('You');
    expect(textOf(find(message(conversation, 'm7'), '.name'))).to.equal('Ben Keller');
  });

  it('names the day where it changes, and the writer once in a row', async () => {
    const { conversation } = await open();
    expect(findAll(conversation, '.day').map(textOf)).to.deep.equal(['Yesterday', 'Today']);
    expect(findAll(message(conversation, 'm4'), '.name')).to.have.length(1);
    expect(findAll(message(conversation, 'm5'), '.name')).to.have.length(0);
  });

  it('begins a day with its first moment, and ends it with the last', async () => {
    const midnight = new Date(NOW).setHours(0, 0, 0, 0);
    const at = (id: string, moment: number): ReturnType<typeof aMessage> => aMessage(id, { at: moment });
    const { conversation } = await open({}, [
      at('long-ago', midnight - 36 * 60 * MINUTE),
      at('last', midnight - 1),
      at('first', midnight),
      at('second', midnight + 1),
    ]);
    const daysOf = (id: string): string[] => findAll(message(conversation, id), '.day').map(textOf);
    expect(['last', 'first', 'second'].map(daysOf)).to.deep.equal([['Yesterday'], ['Today'], []]);
    expect(daysOf('long-ago')[0]).to.match(/2026$/);
  });

  it('renders Markdown as the customer sees it, with links that open apart', async () => {
    const { conversation } = await open();
    const bot = message(conversation, 'm2');
    expect(findAll(bot, 'strong, ol li').map(textOf)).to.deep.equal(['limits', 'see your limit', 'change it']);
    const link = find<HTMLAnchorElement>(bot, 'a');
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://bank.example/limits',
      '_blank',
      'noopener noreferrer',
    ]);
  });

  it('leaves what is not Markdown as it was written', async () => {
    const { conversation } = await open({}, [aMessage('plain', { text: '*a* <b>b</b>\n- c' })]);
    expect(find(message(conversation, 'plain'), '.plain-text').textContent).to.equal('*a* <b>b</b>\n- c');
  });

  it('shows hostile messages as text', async () => {
    const { conversation } = await open({}, hostileMessages);
    expect(findAll(scroller(conversation), 'img, script, iframe, a[href^="javascript"]')).to.deep.equal([]);
    expect(findAll<HTMLAnchorElement>(conversation, '.bubble a').map(({ href }) => href)).to.deep.equal([
      'https://evil.example/x.png',
    ]);
    expect(textOf(message(conversation, 'hostile-0'))).to.contain('<script>globalThis.attacked = true</script>');
    expect('attacked' in globalThis).to.equal(false);
  });

  it('has the last hundred of very many messages in the document, and earlier ones when asked', async () => {
    const { conversation } = await open({}, aLongChat(5000));
    await frame();
    await frame();
    expect(messages(conversation)).to.have.length(100);
    expect(isAtEnd(scroller(conversation))).to.equal(true);
    const first = messages(conversation)[0]!;
    find(conversation, '.step').scrollIntoView();
    const before = first.getBoundingClientRect().top;
    find(conversation, '.step').click();
    await settled();
    expect(messages(conversation)).to.have.length(200);
    expect(first.getBoundingClientRect().top, 'what is read does not move').to.be.closeTo(before, 1);
  });

  it('draws what is seen of a long history first, and the rest of it without moving what is read', async () => {
    const { conversation, gateway } = await open();
    await happens(gateway, said(...aLongChat(5000)));
    expect(messages(conversation)).to.have.length(40);
    expect(messages(conversation)[0]!.offsetTop, 'what is seen is full').to.be.at.most(
      scroller(conversation).scrollTop,
    );
    scroller(conversation).scrollTop -= 200;
    const read = messages(conversation).at(-10)!;
    const { top } = read.getBoundingClientRect();
    await until(() => messages(conversation).length > 40);
    expect(messages(conversation)).to.have.length(100);
    expect(read.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('follows the end of a view that becomes larger or smaller', async () => {
    const { conversation, gateway } = await open({}, aLongChat(40));
    for (const height of [300, 900, 400, 700]) {
      await happens(gateway, said(aMessage(`at-${String(height)}`)));
      // What stands around it is not laid out all at once.
      for (const inBetween of [height + 80, height]) {
        conversation.style.setProperty('--my-sessions-chat-height', `${String(inBetween)}px`);
        expect(scroller(conversation).scrollTop).to.be.above(0);
      }
      await frame();
      await frame();
      expect(isAtEnd(scroller(conversation)), String(height)).to.equal(true);
      expect(findAll(conversation, '.end'), String(height)).to.have.length(0);
    }
  });

  it('follows the end while the reader is there', async () => {
    const { conversation, gateway } = await open({}, aLongChat(30));
    await happens(gateway, said(aMessage('news')));
    expect(isAtEnd(scroller(conversation))).to.equal(true);
    expect(findAll(conversation, '.end')).to.have.length(0);
  });

  it('holds the place of a reader elsewhere, counts what is new, and goes to the end when asked', async () => {
    const { conversation, gateway } = await open({}, aLongChat(40));
    scroller(conversation).scrollTop = 200;
    await frame();
    await happens(gateway, said(aMessage('news-1'), aMessage('news-2')));
    expect(scroller(conversation).scrollTop).to.be.closeTo(200, 1);
    expect(textOf(find(conversation, '.end'))).to.equal('2 new messages. Go to the end');
    find(conversation, '.end').click();
    await settled();
    expect(isAtEnd(scroller(conversation))).to.equal(true);
    expect(findAll(conversation, '.end')).to.have.length(0);
  });

  it('stays where one has just gone back to when something else is drawn before the page knows', async () => {
    const { conversation } = await open({}, aLongChat(40));
    scroller(conversation).scrollTop = 200;
    conversation.requestUpdate();
    await settled();
    expect(scroller(conversation).scrollTop).to.be.closeTo(200, 1);
    expect(findAll(conversation, '.end')).to.have.length(1);
  });

  it('keeps the document small however much arrives above the fold', async () => {
    const { conversation, gateway } = await open({}, aLongChat(200));
    scroller(conversation).scrollTop = 100;
    await frame();
    for (let wave = 0; wave < 10; wave += 1)
      await happens(gateway, said(...aLongChat(100).map((own) => ({ ...own, id: `${String(wave)}-${own.id}` }))));
    expect(messages(conversation).length).to.be.at.most(300);
    expect(textOf(find(conversation, '.end'))).to.equal('1000 new messages. Go to the end');
  });

  it('says who is writing without moving anything', async () => {
    const { conversation, gateway } = await open();
    const { top } = find(conversation, 'message-composer').getBoundingClientRect();
    await happens(gateway, { type: 'typing.changed', at: NOW, sessionId: 'chat-1', typing: ['nora', 'ana'] });
    expect(textOf(find(conversation, '.typing'))).to.equal('Nora Feld is writing…');
    expect(find(conversation, 'message-composer').getBoundingClientRect().top).to.equal(top);
    await happens(gateway, { type: 'typing.changed', at: NOW, sessionId: 'chat-1', typing: [] });
    expect(textOf(find(conversation, '.typing'))).to.equal('');
  });
});

describe('chat-conversation: sending', () => {
  it('shows a message at once, and the same element when it is in the conversation', async () => {
    const { conversation, composer, gateway } = await open();
    await send(composer, 'It is **done**.');
    const { commandId: _, ...wish } = gateway.commands[0]!;
    expect(wish).to.include({ type: 'message.send', sessionId: 'chat-1', text: 'It is **done**.', format: 'markdown' });
    if (wish.type !== 'message.send') throw new Error('Something else was asked for.');
    const sent = lastMessage(conversation);
    expect(textOf(find(sent, '.state')), 'answered, but not heard of').to.equal('Sending…');
    expect(textOf(find(sent, 'strong'))).to.equal('done');
    expect(composer.text).to.equal('');
    await happens(
      gateway,
      said(
        aMessage(wish.segmentId, {
          speaker: { id: 'ana', role: 'agent', name: 'Ana Sommer' },
          text: wish.text,
          format: 'markdown',
          delivery: 'sent',
          at: NOW,
        }),
      ),
    );
    expect(lastMessage(conversation) === sent, 'the same element').to.equal(true);
    expect(textOf(find(sent, '.state'))).to.equal('Sent');
    await happens(gateway, {
      type: 'message.delivery-changed',
      at: NOW,
      sessionId: 'chat-1',
      segmentId: wish.segmentId,
      delivery: 'read',
    });
    expect(textOf(find(sent, '.state'))).to.equal('Read');
    expect(messages(conversation)).to.have.length(aboutALimit.length + 1);
  });

  it('keeps every message that failed, says why, and sends it again as the same message', async () => {
    const { conversation, composer, gateway } = await open({}, aboutALimit, {
      ok: false,
      failure: 'failed',
      message: 'The channel is down.',
    });
    await send(composer, 'first');
    await send(composer, 'second');
    const failures = findAll(conversation, '.failed');
    expect(failures.map((row) => textOf(find(row, 'span')))).to.deep.equal([
      'Not sent: The channel is down.',
      'Not sent: The channel is down.',
    ]);
    gateway.answer = () => new Promise(() => undefined);
    find(failures[0]!, 'button').click();
    await settled();
    const [first, , again] = gateway.commands;
    const { commandId: one, ...wish } = first!;
    const { commandId: other, ...sameWish } = again!;
    expect(sameWish).to.deep.equal(wish);
    expect(other).to.not.equal(one);
    expect(
      findAll(conversation, '.state')
        .slice(-2)
        .map((row) => textOf(row).slice(0, 8)),
    ).to.deep.equal(['Not sent', 'Sending…']);
  });

  it('gives a discarded message back to an empty field, and does not write over another one', async () => {
    const { conversation, composer } = await open({}, aboutALimit, { ok: false, failure: 'failed' });
    await send(composer, 'first');
    await send(composer, 'second');
    const discard = (): void => {
      find(find(conversation, '.failed'), '.plain').click();
    };
    discard();
    await settled();
    expect(composer.text).to.equal('first');
    discard();
    await settled();
    expect(composer.text).to.equal('first');
    expect(findAll(conversation, '.failed')).to.have.length(0);
  });

  it('says why a message was not delivered, and sends it once more', async () => {
    const undelivered = aMessage('m10', {
      speaker: { id: 'ana', role: 'agent' },
      text: 'Hello?',
      delivery: 'failed',
      deliveryFailure: 'Number unknown.',
    });
    const { conversation, gateway } = await open({}, [undelivered]);
    expect(textOf(find(conversation, '.failed span'))).to.equal('Not delivered: Number unknown.');
    find(conversation, '.failed button').click();
    await settled();
    expect(gateway.commands[0]).to.include({ type: 'message.send', segmentId: 'm10', text: 'Hello?' });
    expect(textOf(find(conversation, '.state'))).to.equal('Sending…');
  });
});

describe('chat-conversation: when nothing can be written', () => {
  const closings: readonly (readonly [string, Partial<Session>, string])[] = [
    ['the session is over', { state: 'ended' }, 'This conversation is over.'],
    ['it is parked', { state: 'parked' }, 'Unpark it to write.'],
    ['it is on hold', { state: 'held' }, 'Resume it to write.'],
    ['the channel says no', { messaging: { closedReason: 'Blocked by the customer.' } }, 'Blocked by the customer.'],
    ['the time of the channel is over', { messaging: { closesAt: NOW } }, 'takes messages is over'],
  ];
  for (const [when, session, reason] of closings) {
    it(`says why when ${when}`, async () => {
      const { conversation, composer } = await open(session);
      expect(textOf(find(conversation, '.closed'))).to.contain(reason);
      expect(composer.isDisabled).to.equal(true);
      expect(composer.checkVisibility(), 'an empty field that takes nothing has no room').to.equal(false);
    });
  }

  it('keeps what was typed when the session ends under the hands, and sends nothing', async () => {
    const { composer, conversation, gateway } = await open();
    composer.focus();
    await typed('half a sen');
    await happens(gateway, { type: 'session.ended', at: NOW, sessionId: 'chat-1' });
    await typed('tence');
    await pressed('Enter');
    expect(textOf(find(conversation, '.closed'))).to.contain('This conversation is over.');
    expect(textOf(find(composer, '.surface'))).to.equal('half a sen');
    expect(composer.checkVisibility()).to.equal(true);
    expect(gateway.commands).to.deep.equal([]);
  });

  it('counts the last hour down and closes at its end', async () => {
    const { conversation, composer, gateway, provider } = await open({ messaging: { closesAt: NOW + MINUTE } });
    expect(textOf(find(conversation, '.time-left'))).to.equal('This channel takes messages for 1:00');
    gateway.time = NOW + MINUTE;
    const { ticker } = conversation.workspace!;
    await new Promise<void>((resolve) => {
      const subscription = ticker.subscribe(() => {
        subscription.unsubscribe();
        resolve();
      });
    });
    await settled(provider);
    expect(composer.isDisabled).to.equal(true);
    expect(textOf(find(conversation, '.closed'))).to.contain('takes messages is over');
  });
});

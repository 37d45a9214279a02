import { expect, html } from '@open-wc/testing';
import '../../src/components/transfer-dialog/transfer-dialog.define.js';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/companion-chat/companion-chat.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/session-shortcuts/session-shortcuts.define.js';
import { selectSelection } from '../../src/index.js';
import type { Session } from '../../src/index.js';
import { everythingOn } from '../../stories/scenarios/builders.js';
import { aMailSession } from '../../stories/scenarios/mails.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedCall, anOffer, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { together, write } from '../support/hands.js';
import { coming, find, findAll, focused, happens, mount, settled, until } from '../support/mounting.js';

/** The most keys that an act of a shift may take, those that are pressed together counted as one. */
const MOST = 5;

/** An act from anywhere on the page: what the agent looks at, the keys, and what was done. Text is no key of it. */
interface ActOfAShift {
  readonly act: string;
  readonly looking?: Session;
  readonly others?: readonly Session[];
  readonly keys: readonly string[];
  /** Where text is typed: after so many keys. */
  readonly text?: readonly [after: number, text: string];
  /** What has to be loaded for it. */
  readonly needs?: string;
  /** What is loaded by its first keys, and asks. */
  readonly asked?: string;
  readonly sent: readonly string[];
}

const shortcut = (key: string): string => `Alt+Shift+${key}`;

const ACTS: readonly ActOfAShift[] = [
  { act: 'accept an offer', others: [anOffer], keys: [shortcut('O')], sent: ['session.accept'] },
  { act: 'decline one', others: [anOffer], keys: [shortcut('X')], sent: ['session.decline'] },
  { act: 'turn to another session', looking: theCall, others: [aParkedCall], keys: [shortcut('N')], sent: [] },
  { act: 'park', looking: theCall, keys: [shortcut('K')], sent: ['session.park'] },
  { act: 'unpark', looking: aParkedCall, keys: [shortcut('K')], sent: ['session.unpark'] },
  { act: 'hold', looking: theCall, keys: [shortcut('M')], sent: ['session.hold'] },
  { act: 'resume', looking: { ...theCall, state: 'held' }, keys: [shortcut('M')], sent: ['session.resume'] },
  {
    act: 'leave by its end',
    looking: aChat,
    keys: [shortcut('Q'), 'Tab', 'Enter'],
    needs: '.leave',
    asked: '.way',
    sent: ['session.end'],
  },
  {
    act: 'leave from its card',
    looking: aChat,
    keys: [shortcut('L'), 'Delete', 'Tab', 'Enter'],
    needs: '.row .leave',
    asked: '.way',
    sent: ['session.end'],
  },
  { act: 'go to the next tab', looking: theCall, keys: [shortcut('J')], needs: '[role="tab"]', sent: [] },
  {
    act: 'transfer',
    looking: theCall,
    keys: [shortcut('F'), 'Enter'],
    sent: ['session.transfer'],
  },
  { act: 'end', looking: theCall, keys: [shortcut('E')], sent: ['session.end'] },
  {
    act: 'end one that is parked',
    looking: aParkedCall,
    keys: [shortcut('E'), 'Tab', 'Enter'],
    sent: ['session.end'],
  },
  { act: 'finish after-call work', looking: unfinishedWork, keys: [shortcut('E')], sent: ['after-call-work.finish'] },
  {
    act: 'extend it',
    looking: unfinishedWork,
    keys: [shortcut('C'), 'Tab', 'Enter'],
    sent: ['after-call-work.extend'],
  },
  {
    act: 'choose a code',
    looking: theCall,
    keys: [shortcut('D'), 'ArrowDown', 'Enter'],
    needs: 'select[data-slot]',
    sent: ['codes.choose'],
  },
  {
    act: 'write a message',
    looking: aChat,
    keys: [shortcut('W'), 'Enter'],
    text: [1, 'One moment'],
    needs: '.surface',
    sent: ['message.send'],
  },
  {
    act: 'change the presence',
    keys: [shortcut('S'), 'ArrowDown', 'Enter'],
    sent: ['presence.change'],
  },
  { act: 'look at what keys there are', keys: [shortcut('?')], sent: [] },
];

describe('a shift by keys', () => {
  for (const { act, looking, others = [], keys, text, needs, asked, sent } of ACTS)
    it(`${act}: ${keys.join(', ')}`, async () => {
      expect(keys.length).to.be.at.most(MOST);
      const { provider, gateway, store } = await mount(
        html`<div style="inline-size: 1400px"><my-sessions></my-sessions></div>`,
        {
          sessions: [...(looking ? [looking] : []), ...others],
          document: everythingOn,
        },
      );
      store.look(looking?.id ?? { kind: 'home' });
      await settled();
      if (needs) await coming(provider, needs);
      expect(focused()).to.equal(document.body);
      const before = store.read(selectSelection);
      for (const [at, key] of keys.entries()) {
        if (text?.[0] === at) await write(text[1]);
        if (asked !== undefined && key === 'Tab') {
          await coming(provider, asked);
          await until(() => focused().closest('dialog') !== null);
        }
        await together(...key.split('+'));
      }
      await until(() => gateway.commands.length >= sent.length);
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(sent);
      if (sent.length > 0) return;
      const changed = [store.read(selectSelection) !== before, findAll(provider, 'dialog:modal').length > 0];
      expect(changed).to.include(true);
    });

  it('goes to the next tab of a session, round at the end, and back to the first', async () => {
    const { provider, store } = await mount(
      html`<div style="inline-size: 500px; block-size: 600px"><my-sessions></my-sessions></div>`,
      { sessions: [theCall], document: everythingOn },
    );
    store.look(theCall.id);
    await coming(provider, '[role="tab"]');
    const tabs = findAll(provider, '[role="tab"]');
    const chosen = (): number => tabs.findIndex((tab) => tab.ariaSelected === 'true');
    expect([tabs.length > 1, chosen()]).to.deep.equal([true, 0]);
    const seen: number[] = [];
    for (const key of ['J', ...tabs.slice(1).map(() => 'J'), 'J', 'U']) {
      await together('Alt', 'Shift', key);
      await settled();
      seen.push(chosen());
    }
    expect(seen).to.deep.equal([...tabs.slice(1).keys()].map((at) => at + 1).concat(0, 1, 0));
  });

  it('turns to what has started while the agent typed', async () => {
    const { provider, gateway, store } = await mount(
      html`<input class="field" aria-label="Note" />
        <div style="inline-size: 1400px"><my-sessions></my-sessions></div>`,
      { sessions: [theCall, anOffer], document: everythingOn },
    );
    store.look(theCall.id);
    await settled();
    find(provider, '.field').focus();
    await happens(gateway, { type: 'session.connected', at: NOW, sessionId: anOffer.id });
    const notice = await coming(provider, '.say .notice');
    expect(find(notice, '[data-verb="switch"]').getAttribute('aria-keyshortcuts')).to.equal('Alt+Shift+G');
    expect(store.read(selectSelection)).to.deep.include({ sessionId: theCall.id });
    await together('Alt', 'Shift', 'G');
    await until(() => store.read(selectSelection)?.sessionId === anOffer.id);
    expect(store.read(selectSelection)).to.deep.include({ sessionId: anOffer.id });
  });

  it('begins the answer to a mail with one key, and the caret in it', async () => {
    const { provider, store } = await mount(html`<my-sessions></my-sessions>`, {
      sessions: [aMailSession()],
      document: everythingOn,
    });
    store.look('mail-1');
    await settled();
    await together('Alt', 'Shift', 'W');
    await until(() => focused().matches('.surface'));
    expect(findAll(provider, 'message-composer').length).to.equal(1);
    expect(focused().matches('.surface')).to.equal(true);
  });
});

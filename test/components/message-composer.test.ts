import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/components/message-composer/message-composer.define.js';
import { MessageComposer } from '../../src/components/message-composer/message-composer.js';
import type { QuickReply } from '../../src/components/message-composer/quick-reply.js';
import { expectFocusOn, find, findAll, mount, settled, textOf } from '../support/mounting.js';
import { ready } from '../support/composing.js';

const replies: readonly QuickReply[] = [
  { id: 'hello', title: 'Greeting', text: 'Good morning, how can I **help**?' },
  { id: 'thanks', title: 'Thanks', text: 'Thank you for waiting.' },
  { id: 'address', title: 'Address', text: 'Thank you. Which address do you mean?' },
];

async function aComposer(properties: Partial<MessageComposer> = {}): Promise<MessageComposer> {
  const { provider } = await mount(html`<message-composer label="Message to Nora Feld" formatted></message-composer>`);
  const composer = find<MessageComposer>(provider, 'message-composer');
  Object.assign(composer, properties);
  await ready(composer);
  return composer;
}

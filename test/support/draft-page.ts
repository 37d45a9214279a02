// One page of an agent with two chats and a mail, over HTTP, and a hand on what is written there.
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/session-provider/session-provider.define.js';
import { createHttpGateway } from '../../src/gateways/http/http.js';
import { selectConnection } from '../../src/index.js';
import type { MessageComposer } from '../../src/index.js';

const gateway = createHttpGateway({ url: '/api' });
const provider = document.createElement('session-provider');
const places = new Map(
  [
    ['s1', 'chat-conversation'],
    ['s2', 'chat-conversation'],
    ['mail', 'email-conversation'],
  ].map(([id = '', tag = '']) => {
    const element = document.createElement(tag);
    element.setAttribute('session-id', id);
    provider.append(element);
    return [id, element];
  }),
);
const aside = document.createElement('button');
document.body.append(provider, aside);
const hours = new URLSearchParams(location.search).get('hours');
if (hours !== null) provider.draftHours = Number(hours);
provider.gateway = gateway;

const composerOf = (id: string): MessageComposer | null | undefined =>
  places.get(id)?.shadowRoot?.querySelector<MessageComposer>('message-composer');

/** What the tests ask and do. */
const drafts = {
  gateway,
  /** How well the backend is reached. */
  status: (): string | undefined => {
    const connection = provider.store?.read(selectConnection);
    return connection?.status;
  },
  /** What stands in the field of a session; undefined while there is none to write in. */
  text: (id: string): string | undefined =>
    composerOf(id)?.shadowRoot?.querySelector('.surface') ? composerOf(id)?.text : undefined,
  /** The words beside each file of a message. */
  files: (id: string): string[] =>
    [...(composerOf(id)?.shadowRoot?.querySelectorAll('.attached li') ?? [])].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    ),
  /** A file is picked. */
  pick: (id: string, name: string, text: string): void => {
    const input = composerOf(id)?.shadowRoot?.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('No files are taken here.');
    const picked = new DataTransfer();
    picked.items.add(new File([text], name, { type: 'text/plain' }));
    input.files = picked.files;
    input.dispatchEvent(new Event('change'));
  },
  other: (id: string): string | undefined => composerOf(id)?.other,
  isUnsaved: (id: string): boolean | undefined => composerOf(id)?.isUnsaved,
  isDisabled: (id: string): boolean | undefined => composerOf(id)?.isDisabled,
  focus: (id: string): void => composerOf(id)?.focus(),
  /** The focus goes out of every field. */
  leave: (): void => {
    aside.focus();
  },
  /** Presses a button of the other version. */
  choose: (id: string, choice: string): void =>
    composerOf(id)?.shadowRoot?.querySelector<HTMLElement>(`[data-other="${choice}"]`)?.click(),
};
Object.assign(globalThis, { drafts });

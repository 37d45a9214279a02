import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/companion-chat/companion-chat.define.js';
import { defineElement, defineLater } from '../src/registration/define-element.js';
import { CompanionChat } from '../src/index.js';
import { absent } from './scenarios/absences.js';
import { aSession, everythingOn } from './scenarios/builders.js';
import { aChat, aboutALimit, chatDocument } from './scenarios/chats.js';
import { send, written } from './scenarios/composing.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';

type Args = Pick<CompanionChat, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'companion-chat',
  component: 'companion-chat',
  args: { sessionId: 'chat-1' },
  render: ({ sessionId }) => html`<companion-chat .sessionId=${sessionId}></companion-chat>`,
};
export default meta;

type Story = StoryObj<Args>;

const chat = inWorkspace({
  document: chatDocument,
  sessions: [aChat()],
  transcript: { sessionId: 'chat-1', segments: aboutALimit },
});

export const Default: Story = {
  decorators: [chat],
  play: async ({ canvasElement }) => {
    await written(canvasElement);
  },
};

export const InPanel: Story = { ...Default, decorators: [inPanel, chat] };

export const Empty: Story = { decorators: [inWorkspace({ document: chatDocument, sessions: [aChat()] })] };

export const NotSent: Story = {
  decorators: [
    inWorkspace({
      document: chatDocument,
      sessions: [aChat()],
      transcript: { sessionId: 'chat-1', segments: aboutALimit },
      reply: { ok: false, failure: 'failed', message: 'The channel is not available.' },
    }),
  ],
  play: ({ canvasElement }) => send(canvasElement, 'I look that up.'),
};

/** Another prefix, under which the conversation never arrives, or cannot be loaded. */
defineElement('slow-companion-chat', class extends CompanionChat {});
defineLater('slow-chat-conversation', () => new Promise(() => undefined));
defineElement('broken-companion-chat', class extends CompanionChat {});
defineLater('broken-chat-conversation', () => Promise.reject(new Error('No network.')));

export const Loading: Story = {
  render: ({ sessionId }) => html`<slow-companion-chat .sessionId=${sessionId}></slow-companion-chat>`,
  decorators: [chat],
};

export const NotLoaded: Story = {
  render: ({ sessionId }) => html`<broken-companion-chat .sessionId=${sessionId}></broken-companion-chat>`,
  decorators: [chat],
};

export const SpokenConversation: Story = {
  args: { sessionId: 'call-1' },
  decorators: [inWorkspace({ sessions: [aSession()], document: everythingOn })],
};

export const UnknownModality: Story = {
  args: { sessionId: 'call-1' },
  decorators: [inWorkspace({ sessions: [aSession({ modality: 'hologram' })], document: everythingOn })],
};

export const SwitchedOff: Story = absent('companion-chat', 'widget-off', aChat());

export const ServiceNotLicensed: Story = absent('companion-chat', 'service-not-licensed', aChat());

export const NotConnected: Story = {};

declare global {
  interface HTMLElementTagNameMap {
    'slow-companion-chat': CompanionChat;
    'broken-companion-chat': CompanionChat;
  }
}

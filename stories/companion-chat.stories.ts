import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/companion-chat/companion-chat.define.js';
import type { CompanionChat } from '../src/index.js';
import { aSession } from './scenarios/builders.js';
import { aChat, aboutALimit, chatDocument } from './scenarios/chats.js';
import { written } from './scenarios/composing.js';
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

export const SpokenConversation: Story = {
  args: { sessionId: 'call-1' },
  decorators: [inWorkspace({ sessions: [aSession()] })],
};

export const UnknownModality: Story = {
  args: { sessionId: 'call-1' },
  decorators: [inWorkspace({ sessions: [aSession({ modality: 'hologram' })] })],
};

export const NotConnected: Story = {};

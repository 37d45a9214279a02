import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/chat-conversation/chat-conversation.define.js';
import type { BegunFields, ChatConversation, CommandReply, Session, TranscriptSegment } from '../src/index.js';
import { MINUTE } from './scenarios/builders.js';
import type { Situation } from './scenarios/builders.js';
import { aChat, aLongChat, aMessage, aboutALimit, chatDocument, hostileMessages, inArabic } from './scenarios/chats.js';
import { send, written } from './scenarios/composing.js';
import { dropFiles, showPicture, someRules, withFiles } from './scenarios/files.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { NOW } from './scenarios/scripted-gateway.js';

type Args = Pick<ChatConversation, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'chat-conversation',
  component: 'chat-conversation',
  args: { sessionId: 'chat-1' },
  render: ({ sessionId }) => html`<chat-conversation .sessionId=${sessionId}></chat-conversation>`,
  play: async ({ canvasElement }) => {
    await written(canvasElement);
  },
};
export default meta;

type Story = StoryObj<Args>;

const situation = (
  session: Session,
  segments: readonly TranscriptSegment[] = aboutALimit,
  reply?: CommandReply | 'never',
): Situation => ({
  document: chatDocument,
  sessions: [session],
  transcript: { sessionId: 'chat-1', segments },
  ...(reply === undefined ? {} : { reply }),
});
const inChat = (...given: Parameters<typeof situation>): Pick<Story, 'decorators'> => ({
  decorators: [inWorkspace(situation(...given))],
});
const sending: Story['play'] = ({ canvasElement }) => send(canvasElement, 'I look that up.');

export const Default: Story = inChat(aChat());

export const Empty: Story = inChat(aChat(), []);

export const Typing: Story = inChat(aChat({ typing: ['nora'] }));

export const Sending: Story = { ...inChat(aChat(), aboutALimit, 'never'), play: sending };

export const NotSent: Story = {
  ...inChat(aChat(), aboutALimit, { ok: false, failure: 'failed', message: 'The channel is not available.' }),
  play: sending,
};

export const NotDelivered: Story = inChat(aChat(), [
  ...aboutALimit,
  aMessage('m10', {
    speaker: { id: 'ana', role: 'agent', name: 'Ana Sommer' },
    text: 'Did you get my message?',
    delivery: 'failed',
    deliveryFailure: 'The number cannot be reached.',
  }),
]);

export const PlainTextChannel: Story = inChat(aChat({ messaging: { maxLength: 160 } }));

export const ClosesSoon: Story = inChat(aChat({ messaging: { isFormatted: true, closesAt: NOW + 17 * MINUTE } }));

export const WindowClosed: Story = inChat(aChat({ messaging: { isFormatted: true, closesAt: NOW - MINUTE } }));

export const ClosedWithReason: Story = inChat(
  aChat({ messaging: { closedReason: 'The customer has blocked messages from this number.' } }),
);

export const Parked: Story = inChat(aChat({ state: 'parked', parkedSince: NOW - MINUTE }));

export const Ended: Story = inChat(aChat({ state: 'ended', result: 'accepted-by-user' }));

export const Long: Story = inChat(aChat(), aLongChat(2000));

export const Hostile: Story = inChat(aChat(), hostileMessages);

export const InPanel: Story = { decorators: [inPanel, inWorkspace(situation(aChat()))] };

export const RightToLeft: Story = {
  decorators: [(story) => html`<div dir="rtl" lang="ar">${story()}</div>`, inWorkspace(situation(aChat(), inArabic))],
};

const takesFiles = aChat({ messaging: { isFormatted: true, files: someRules } });

export const Files: Story = inChat(takesFiles, withFiles);

export const FilesInPanel: Story = { decorators: [inPanel, inWorkspace(situation(takesFiles, withFiles))] };

export const FilesRightToLeft: Story = {
  decorators: [
    (story) => html`<div dir="rtl" lang="ar">${story()}</div>`,
    inWorkspace(situation(takesFiles, withFiles)),
  ],
};

export const PictureGone: Story = {
  ...inChat(takesFiles, withFiles),
  play: ({ canvasElement }) => showPicture(canvasElement),
};

/** Dropped on the field, and on their way. */
export const FilesOnTheirWay: Story = {
  ...inChat(takesFiles),
  play: ({ canvasElement }) =>
    dropFiles(canvasElement, [new File(['%PDF'], 'contract.pdf', { type: 'application/pdf' })]),
};

/** A chat that is over, and why what was said in it is not here. */
const away = (why: BegunFields['transcriptAway']): Story => ({
  decorators: [inWorkspace({ document: chatDocument, sessions: [aChat({ state: 'ended' })] })],
  play: ({ canvasElement }) => {
    const chat = canvasElement.querySelector<ChatConversation>('chat-conversation');
    chat?.workspace?.store.keep('transcriptAway', 'chat-1', why);
  },
});

export const BeingReadBack: Story = away('reading');

export const NotReachable: Story = away('unreachable');

export const NoLongerKept: Story = away('gone');

export const NotConnected: Story = { play: () => undefined };

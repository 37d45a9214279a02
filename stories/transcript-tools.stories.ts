import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/transcript-tools/transcript-tools.define.js';
import type { TranscriptSegment, TranscriptTools } from '../src/index.js';
import { aboutACard, inArabic } from './scenarios/conversations.js';
import { type } from './scenarios/gestures.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { theCall } from './scenarios/working-day.js';

type Args = Pick<TranscriptTools, 'sessionId' | 'isOpen'>;

const meta: Meta<Args> = {
  title: 'transcript-tools',
  component: 'transcript-tools',
  args: { isOpen: true },
  render: ({ sessionId, isOpen }) =>
    html`<transcript-tools .sessionId=${sessionId} ?open=${isOpen}></transcript-tools>`,
};
export default meta;

type Story = StoryObj<Args>;

const searching = (segments: readonly TranscriptSegment[], text: string): Story => ({
  decorators: [inPanel, inWorkspace({ sessions: [theCall], transcript: { sessionId: theCall.id, segments } })],
  play: async ({ canvasElement }) => type(canvasElement, 'transcript-tools', 'input', text),
});

export const Default: Story = {
  decorators: [inWorkspace({ sessions: [theCall], transcript: { sessionId: theCall.id, segments: aboutACard } })],
};

export const Found: Story = searching(aboutACard, 'last');

export const NotFound: Story = searching(aboutACard, 'mortgage');

export const Arabic: Story = searching(inArabic, 'بطاقتي');

export const Folded: Story = {
  args: { isOpen: false },
  decorators: [inWorkspace({ sessions: [{ ...theCall, direction: 'outbound', isTranscribable: true }] })],
};

export const Empty: Story = { decorators: [inWorkspace({ sessions: [theCall] })] };

export const NotConnected: Story = {};

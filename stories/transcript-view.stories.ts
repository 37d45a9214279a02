import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/transcript-view/transcript-view.define.js';
import type { TranscriptSegment, TranscriptView } from '../src/index.js';
import { anEndedSession } from './scenarios/builders.js';
import { aLongConversation, aboutACard, inArabic, inJapanese, interim } from './scenarios/conversations.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { NOW } from './scenarios/scripted-gateway.js';
import { theCall } from './scenarios/working-day.js';

type Args = Pick<TranscriptView, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'transcript-view',
  component: 'transcript-view',
  render: ({ sessionId }) => html`<transcript-view .sessionId=${sessionId}></transcript-view>`,
};
export default meta;

type Story = StoryObj<Args>;

const of = (...segments: readonly TranscriptSegment[]): Story => ({
  decorators: [inWorkspace({ sessions: [theCall], transcript: { sessionId: theCall.id, segments } })],
});

export const Default: Story = of(...aboutACard);

export const LiveWithInterim: Story = of(...aboutACard, interim);

export const Corrected: Story = of(
  ...aboutACard.map((segment, index) =>
    index === 2 ? { ...segment, text: 'Four, seven, one, two.', isCorrected: true } : segment,
  ),
);

export const Long: Story = of(...aLongConversation(1000));

export const LongLine: Story = of({
  ...aboutACard[0],
  text: 'And so on and so forth. '.repeat(1000),
} as TranscriptSegment);

export const Japanese: Story = of(...inJapanese);

export const Arabic: Story = of(...inArabic);

export const Empty: Story = { decorators: [inWorkspace({ sessions: [theCall] })] };

export const NoneInHistory: Story = {
  decorators: [inWorkspace({ sessions: [anEndedSession()] })],
  args: { sessionId: 'ended-1' },
};

export const Unavailable: Story = {
  decorators: [
    inWorkspace({
      sessions: [theCall],
      facts: [
        {
          type: 'transcript.unavailable',
          at: NOW,
          sessionId: theCall.id,
          reason: 'outbound calls of this service are not transcribed',
        },
      ],
    }),
  ],
};

export const InAPanel: Story = {
  decorators: [
    inPanel,
    inWorkspace({ sessions: [theCall], transcript: { sessionId: theCall.id, segments: aboutACard } }),
  ],
};

export const NotConnected: Story = {};

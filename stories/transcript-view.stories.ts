import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/transcript-tools/transcript-tools.define.js';
import '../src/components/transcript-view/transcript-view.define.js';
import type { Session, TranscriptSegment, TranscriptView } from '../src/index.js';
import { absent } from './scenarios/absences.js';
import { anEndedSession } from './scenarios/builders.js';
import { aLongConversation, aboutACard, inArabic, inJapanese, interim } from './scenarios/conversations.js';
import { press } from './scenarios/gestures.js';
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

export const Sentiment: Story = of(
  ...aboutACard.map((segment, index) => ({
    ...segment,
    sentiment: (['negative', 'neutral', 'slightly-negative', 'neutral', 'positive'] as const)[index] ?? 'neutral',
  })),
);

export const Gap: Story = of(
  ...aboutACard.map((segment, index) => ({ ...segment, offsetMs: index * 5000 + (index > 2 ? 190_000 : 0) })),
);

const call = (about: Partial<Session>): Story => ({
  decorators: [
    inWorkspace({
      sessions: [{ ...theCall, ...about }],
      transcript: { sessionId: theCall.id, segments: aboutACard },
    }),
  ],
});

export const Parked: Story = call({ state: 'parked' });

export const OutboundTranscribable: Story = call({ direction: 'outbound', isTranscribable: true });

export const OutboundNotTranscribable: Story = {
  decorators: [
    inWorkspace({
      sessions: [
        {
          ...theCall,
          direction: 'outbound',
          isTranscribable: false,
          transcriptUnavailable: 'the other side has not agreed to it',
        },
      ],
    }),
  ],
};

export const OutboundNotKnownYet: Story = {
  decorators: [inWorkspace({ sessions: [{ ...theCall, direction: 'outbound' }] })],
};

export const StoppedMidway: Story = call({ transcriptUnavailable: 'the speech recognizer does not answer any more' });

export const SearchAndExport: Story = {
  ...of(...aboutACard),
  play: async ({ canvasElement }) => press(canvasElement, 'transcript-view', '[aria-expanded]'),
};

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

export const SwitchedOff: Story = absent('transcript-view', 'widget-off');

export const FeatureOff: Story = absent('transcript-view', 'feature-off');

export const NoRecognizer: Story = absent('transcript-view', 'no-recognizer');

export const ServiceNotLicensed: Story = absent('transcript-view', 'service-not-licensed');

export const TenantNotLicensed: Story = absent('transcript-view', 'tenant-not-licensed');

export const UserNotLicensed: Story = absent('transcript-view', 'user-not-licensed');

export const NotConnected: Story = {};

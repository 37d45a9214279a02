import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/live-caption/live-caption.define.js';
import type { LiveCaption, Session, TranscriptSegment } from '../src/index.js';
import { absent } from './scenarios/absences.js';
import { anEndedSession, everythingOn } from './scenarios/builders.js';
import { aboutACard, inArabic, inJapanese, interim } from './scenarios/conversations.js';
import { press } from './scenarios/gestures.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { theCall } from './scenarios/working-day.js';

type Args = Pick<LiveCaption, 'sessionId' | 'isLarge' | 'isSilent'>;

const meta: Meta<Args> = {
  title: 'live-caption',
  component: 'live-caption',
  args: { isLarge: false, isSilent: false },
  render: ({ sessionId, isLarge, isSilent }) =>
    html`<live-caption .sessionId=${sessionId} ?large=${isLarge} ?silent=${isSilent}></live-caption>`,
};
export default meta;

type Story = StoryObj<Args>;

const of = (segments: readonly TranscriptSegment[], about: Partial<Session> = {}): Story => ({
  decorators: [
    inPanel,
    inWorkspace({
      document: everythingOn,
      sessions: [{ ...theCall, ...about }],
      transcript: { sessionId: theCall.id, segments },
    }),
  ],
});

export const Default: Story = of(aboutACard);

export const LiveWithInterim: Story = of([...aboutACard, interim]);

export const LargeType: Story = { ...of([...aboutACard, interim]), args: { isLarge: true } };

export const Paused: Story = {
  ...of(aboutACard),
  play: async ({ canvasElement }) => press(canvasElement, 'live-caption', 'button'),
};

export const LongLine: Story = of([
  ...aboutACard,
  { ...interim, text: 'And then he said that it would be there the next day. '.repeat(400) },
]);

export const Japanese: Story = of(inJapanese);

export const Arabic: Story = of(inArabic);

export const WaitingForSpeech: Story = of([]);

export const Parked: Story = of(aboutACard, { state: 'parked' });

export const Unavailable: Story = of([], { transcriptUnavailable: 'the other side has not agreed to it' });

export const NotTranscribable: Story = of([], { direction: 'outbound', isTranscribable: false });

export const Over: Story = {
  args: { sessionId: 'ended-1' },
  decorators: [inWorkspace({ sessions: [anEndedSession()], document: everythingOn })],
};

export const SwitchedOff: Story = absent('live-caption', 'widget-off');

export const FeatureOff: Story = absent('live-caption', 'feature-off');

export const NoRecognizer: Story = absent('live-caption', 'no-recognizer');

export const ServiceNotLicensed: Story = absent('live-caption', 'service-not-licensed');

export const TenantNotLicensed: Story = absent('live-caption', 'tenant-not-licensed');

export const UserNotLicensed: Story = absent('live-caption', 'user-not-licensed');

export const NotConnected: Story = {};

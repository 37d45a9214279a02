import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/session-summary/session-summary.define.js';
import type { Session, SessionSummaryElement } from '../src/index.js';
import { absent } from './scenarios/absences.js';
import { anEndedSession, everythingOn } from './scenarios/builders.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { theSummary } from './scenarios/summaries.js';
import { theCall } from './scenarios/working-day.js';

type Args = Pick<SessionSummaryElement, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'session-summary',
  component: 'session-summary',
  args: { sessionId: 'ended-1' },
  render: ({ sessionId }) => html`<session-summary .sessionId=${sessionId}></session-summary>`,
};
export default meta;

type Story = StoryObj<Args>;

const of = (summary: Session['summary']): Story => ({
  decorators: [
    inPanel,
    inWorkspace({ document: everythingOn, sessions: [anEndedSession(summary === undefined ? {} : { summary })] }),
  ],
});

export const Default: Story = of(theSummary);

export const Pending: Story = of({ status: 'pending', version: 1, parts: {} });

export const Streaming: Story = of({
  status: 'streaming',
  version: 2,
  parts: { title: theSummary.parts.title ?? '', issue: 'The customer has left her card in' },
});

export const OnlyRecap: Story = of({ status: 'ready', version: 3, parts: { recap: theSummary.parts.recap ?? '' } });

export const Failed: Story = of({
  status: 'failed',
  version: 2,
  parts: {},
  reason: 'the language model does not answer',
});

export const NotAvailable: Story = of({
  status: 'not-available',
  version: 1,
  parts: {},
  reason: 'the call was not transcribed',
});

export const Empty: Story = of({ status: 'ready', version: 1, parts: {} });

export const NotYet: Story = of(undefined);

export const DuringTheCall: Story = {
  args: { sessionId: theCall.id },
  decorators: [inWorkspace({ sessions: [theCall], document: everythingOn })],
};

export const LongNarrative: Story = of({
  ...theSummary,
  parts: { ...theSummary.parts, narrative: 'And then she asked again. '.repeat(2000) },
});

export const SwitchedOff: Story = absent('session-summary', 'widget-off', anEndedSession());

export const FeatureOff: Story = absent('session-summary', 'feature-off', anEndedSession());

export const NoRecognizer: Story = absent('session-summary', 'no-recognizer', anEndedSession());

export const ServiceNotLicensed: Story = absent('session-summary', 'service-not-licensed', anEndedSession());

export const TenantNotLicensed: Story = absent('session-summary', 'tenant-not-licensed', anEndedSession());

export const UserNotLicensed: Story = absent('session-summary', 'user-not-licensed', anEndedSession());

export const NotConnected: Story = {};

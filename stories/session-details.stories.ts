import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/session-details/session-details.define.js';
import type { Parameter, Session, SessionDetails } from '../src/index.js';
import { aSession, anEndedSession } from './scenarios/builders.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { aChat, missed } from './scenarios/working-day.js';

type Args = Pick<SessionDetails, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'session-details',
  component: 'session-details',
  render: ({ sessionId }) => html`<session-details .sessionId=${sessionId}></session-details>`,
};
export default meta;

type Story = StoryObj<Args>;

const parameters: readonly Parameter[] = [
  { name: 'Card number', state: 'value', value: '**** **** **** 4711' },
  { name: 'Contract', state: 'value', value: 'LB-20418' },
  { name: 'Language', state: 'value', value: 'English' },
];

const about = (session: Session): Story => ({
  args: { sessionId: session.id },
  decorators: [inWorkspace({ sessions: [session] })],
});

export const Default: Story = about(aSession({ parameters }));

export const Ready: Story = about(aSession({ parameters, sentiment: 'positive' }));

export const UnknownCaller: Story = about(aSession({ caller: { phone: '+41445550133' }, customer: {} }));

export const AnonymousCaller: Story = about(aSession({ caller: { isAnonymous: true }, customer: {} }));

export const CustomerOtherThanCaller: Story = about(
  aSession({ caller: { name: 'Feld Interiors', phone: '+41445550100' }, parameters }),
);

export const Visitor: Story = about({ ...aChat, customer: {}, visitorLabel: 'Visitor 7' });

export const LateParameters: Story = about(
  aSession({
    parameters: [
      { name: 'Card number', state: 'value', value: '**** **** **** 4711' },
      { name: 'Contract', state: 'pending' },
    ],
  }),
);

export const EmptyParameters: Story = about(
  aSession({ parameters: parameters.map(({ name }) => ({ name, state: 'empty' })) }),
);

export const ParametersThatDidNotCome: Story = about(
  aSession({
    parameters: parameters.map(({ name }) => ({
      name,
      state: 'not-available',
      reason: 'The customer system did not answer',
    })),
  }),
);

export const NotAvailableInHistory: Story = about(anEndedSession());

export const StoredInHistory: Story = about(anEndedSession({ parameters }));

export const Result: Story = about(
  anEndedSession({ parameters, result: 'transferred-by-user', transferTarget: 'Front Desk' }),
);

export const UnknownResult: Story = about(anEndedSession({ parameters, result: 'handed-over-to-bot' }));

export const Missed: Story = about(missed);

export const InAPanel: Story = {
  args: { sessionId: 'call-1' },
  decorators: [inPanel, inWorkspace({ sessions: [aSession({ parameters })] })],
};

export const NoSession: Story = { decorators: [inWorkspace()] };

export const SessionNotKnown: Story = { args: { sessionId: 'elsewhere' }, decorators: [inWorkspace()] };

export const NotConnected: Story = {};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/conversation-context/conversation-context.define.js';
import type { ConversationContext, Parameter, Session } from '../src/index.js';
import { absent } from './scenarios/absences.js';
import { aSession, anEndedSession } from './scenarios/builders.js';
import { withContext } from './scenarios/context-items.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';

type Args = Pick<ConversationContext, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'conversation-context',
  component: 'conversation-context',
  render: ({ sessionId }) => html`<conversation-context .sessionId=${sessionId}></conversation-context>`,
};
export default meta;

type Story = StoryObj<Args>;

const parameters: readonly Parameter[] = [
  { name: 'Contract', state: 'value', value: 'LB-20418' },
  { name: 'Ticket', state: 'value', value: '7781' },
];
const conversationContext = ['record', 'contract', 'ticket', 'guide'];

const about = (session: Session, extensions: Readonly<Record<string, unknown>> = {}): Story => ({
  args: { sessionId: session.id },
  decorators: [inWorkspace({ sessions: [session], document: withContext({ conversationContext, ...extensions }) })],
});

const known = aSession({ customer: { id: 'C-310', name: 'Nora Feld' }, parameters });

export const Default: Story = about(known);

export const Waiting: Story = about({
  ...known,
  parameters: [
    { name: 'Contract', state: 'pending' },
    { name: 'Ticket', state: 'pending' },
  ],
});

export const ValuesMissing: Story = about(
  aSession({
    customer: { name: 'Nora Feld' },
    parameters: [
      { name: 'Contract', state: 'empty' },
      { name: 'Ticket', state: 'not-available', reason: 'The ticket system did not answer' },
    ],
  }),
);

export const BlankWhereMissing: Story = about(aSession(), { conversationContext: ['search'] });

export const UnsafeAddress: Story = about(known, { conversationContext: ['script', 'guide'] });

export const UnsafeValue: Story = about({
  ...known,
  parameters: [
    { name: 'Contract', state: 'value', value: '../../admin' },
    { name: 'Ticket', state: 'value', value: '1\n2' },
  ],
});

export const EndedAndStored: Story = about(
  anEndedSession({ customer: { id: 'C-310' }, parameters, contextRecord: { isStored: true } }),
);

export const EndedAsItWas: Story = about(
  anEndedSession({
    contextRecord: {
      isStored: true,
      urls: [{ itemId: 'record', url: 'https://old-crm.example/customers/C-310' }],
    },
  }),
  { endedContextUrl: 'as-it-was' },
);

export const EndedNotKept: Story = about(anEndedSession({ contextRecord: { isStored: false } }));

export const EndedNotKeptWithReason: Story = about(
  anEndedSession({ contextRecord: { isStored: false, reason: 'Lakeside Bank keeps no data of calls.' } }),
);

export const None: Story = about(known, { conversationContext: [] });

export const LongNames: Story = {
  args: { sessionId: 'call-1' },
  decorators: [
    inPanel,
    inWorkspace({ sessions: [aSession()], document: withContext({ conversationContext: ['long', 'long-waiting'] }) }),
  ],
};

export const NoSession: Story = { decorators: [inWorkspace()] };

export const SwitchedOff: Story = absent('conversation-context', 'widget-off');

export const ServiceNotLicensed: Story = absent('conversation-context', 'service-not-licensed');

export const NotConnected: Story = {};

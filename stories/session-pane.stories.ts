import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/session-pane/session-pane.define.js';
import { recordSessionId } from '../src/index.js';
import type { RecordToOpen, SessionPane } from '../src/index.js';
import { anEndedSession, withAgent, withCardLine } from './scenarios/builders.js';
import { withContext } from './scenarios/context-items.js';
import { aboutACard } from './scenarios/conversations.js';
import { inPage, inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { opened, theCase, theContact, withRecords } from './scenarios/records.js';
import { aChat, aParkedMail, aParkedTask, theCall, unfinishedWork } from './scenarios/working-day.js';

type Args = Pick<SessionPane, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'session-pane',
  component: 'session-pane',
  render: ({ sessionId }) => html`<session-pane .sessionId=${sessionId}></session-pane>`,
};
export default meta;

type Story = StoryObj<Args>;

const talk = { sessions: [theCall], transcript: { sessionId: theCall.id, segments: aboutACard } };

/** A record that is open, without a conversation. */
const onRecord = (record: RecordToOpen): Story => ({
  args: { sessionId: recordSessionId(record) },
  decorators: [inPage, inWorkspace({ sessions: [theCall], document: withRecords() })],
  play: ({ canvasElement }) => opened(canvasElement, record),
});

export const Default: Story = { decorators: [inPage, inWorkspace(talk)] };

export const Case: Story = onRecord(theCase);

/** Its kind has no page of its own. */
export const Contact: Story = onRecord(theContact);

/** Nobody has configured its kind. */
export const RecordOfAnotherKind: Story = onRecord({ ...theCase, kind: 'parcel' });

export const Call: Story = { decorators: [inPage, inWorkspace(talk)] };

export const Chat: Story = {
  decorators: [inPage, inWorkspace({ sessions: [aChat], transcript: { sessionId: aChat.id, segments: aboutACard } })],
};

export const MailOfAServiceWithoutWidgets: Story = { decorators: [inPage, inWorkspace({ sessions: [aParkedMail] })] };

export const ExternalTask: Story = { decorators: [inPage, inWorkspace({ sessions: [aParkedTask] })] };

export const WidgetsInAnotherOrder: Story = {
  decorators: [
    inPage,
    inWorkspace({ ...talk, document: withCardLine({ extensions: { widgets: ['codes-tags', 'session-details'] } }) }),
  ],
};

/** The customer first and narrower, and a knowledge search that every session of the service has. */
export const LaidOutByTheOwner: Story = {
  decorators: [
    inPage,
    inWorkspace({
      ...talk,
      document: withContext({}, [], {
        layout: { start: 'customer', end: 'conversation', split: 40, tabs: ['search'] },
      }),
    }),
  ],
};

/** One tab at a time, at any width. */
export const OneTabAtATime: Story = {
  decorators: [inPage, inWorkspace({ ...talk, document: withCardLine({ layout: { end: 'none' } }) })],
};

export const TranscriptionNotLicensed: Story = {
  decorators: [inPage, inWorkspace({ ...talk, document: withAgent({ companionLicence: false }) })],
};

export const AfterCallWork: Story = {
  args: { sessionId: unfinishedWork.id },
  decorators: [inPage, inWorkspace({ sessions: [unfinishedWork] })],
};

export const InHistory: Story = {
  args: { sessionId: 'ended-1' },
  decorators: [inPage, inWorkspace({ sessions: [anEndedSession()] })],
};

export const InAPanel: Story = { decorators: [inPanel, inWorkspace(talk)] };

export const NoSession: Story = { decorators: [inWorkspace()] };

export const NotConnected: Story = {};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/session-controls/session-controls.define.js';
import type { Session, SessionControls } from '../src/index.js';
import { anEndedSession, withAgent, withCardLine } from './scenarios/builders.js';
import { press } from './scenarios/gestures.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { NOW } from './scenarios/scripted-gateway.js';
import { aChat, aParkedCall, anOffer, theCall, unfinishedWork } from './scenarios/working-day.js';

type Args = Pick<SessionControls, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'session-controls',
  component: 'session-controls',
  render: ({ sessionId }) => html`<session-controls .sessionId=${sessionId}></session-controls>`,
};
export default meta;

type Story = StoryObj<Args>;

const about = (session: Session): Story => ({
  args: { sessionId: session.id },
  decorators: [inWorkspace({ sessions: [session] })],
});

export const Default: Story = about(theCall);

export const Offered: Story = about(anOffer);

export const Connecting: Story = about({ ...theCall, state: 'accepted' });

export const ActiveCall: Story = about(theCall);

export const ActiveChat: Story = about(aChat);

export const ActiveMail: Story = about({ ...aChat, modality: 'email', subject: 'New address' });

export const ActiveExternalTask: Story = about({ ...aChat, modality: 'external', direction: 'none' });

export const OnHold: Story = about({ ...theCall, state: 'held' });

export const Parking: Story = about({ ...theCall, state: 'parking' });

export const Parked: Story = about(aParkedCall);

export const WaitingToBeConnected: Story = about({ ...aParkedCall, state: 'unparking' });

export const Transferring: Story = about({ ...theCall, state: 'transferring', transferTarget: 'front-desk' });

export const AfterCallWork: Story = about(unfinishedWork);

export const AfterCallWorkWithoutEnd: Story = about({
  ...unfinishedWork,
  afterCallWork: { startedAt: NOW, canFinishEarly: true, canExtend: false },
});

export const AfterCallWorkExtended: Story = about({
  ...unfinishedWork,
  afterCallWork: { startedAt: NOW, dueAt: NOW + 60_000, canFinishEarly: true, canExtend: false, isExtended: true },
});

export const AfterCallWorkToItsEnd: Story = about({
  ...unfinishedWork,
  afterCallWork: { startedAt: NOW, dueAt: NOW + 20_000, canFinishEarly: false, canExtend: false },
});

/** Without task parallelization every task gives after-call work, and no rule has to be told. */
export const AfterCallWorkOfOneTask: Story = {
  args: { sessionId: unfinishedWork.id },
  decorators: [
    inWorkspace({ sessions: [unfinishedWork], document: withAgent({ taskParallelization: { enabled: false } }) }),
  ],
};

const impeded: Session = {
  ...theCall,
  cannot: [{ command: 'session.transfer', reason: 'The conference bridge is full.' }],
};

export const NotNow: Story = {
  ...about(impeded),
  play: async ({ canvasElement }) => press(canvasElement, 'session-controls', '[data-verb="session.transfer"]'),
};

export const ParkQuestion: Story = {
  args: { sessionId: theCall.id },
  decorators: [
    inWorkspace({
      sessions: [{ ...theCall, participants: [{ id: 'kim', role: 'supervisor', name: 'Kim Aasen' }] }],
      document: withCardLine({ parking: { confirm: true } }),
    }),
  ],
  play: async ({ canvasElement }) => press(canvasElement, 'session-controls', '[data-verb="session.park"]'),
};

export const Ended: Story = about(anEndedSession());

export const ParkFailed: Story = about({
  ...theCall,
  failure: { action: 'park', reason: 'the music on hold did not start', at: NOW },
});

export const UnparkFailed: Story = about({
  ...aParkedCall,
  failure: { action: 'unpark', reason: 'the invitation was not answered', at: NOW },
});

export const ParkFirst: Story = {
  args: { sessionId: anOffer.id },
  decorators: [inWorkspace({ sessions: [theCall, anOffer] })],
};

export const ParkRefused: Story = {
  args: { sessionId: anOffer.id },
  decorators: [
    inWorkspace({
      sessions: [theCall, anOffer],
      reply: { ok: false, failure: 'failed', message: 'The music did not start.' },
    }),
  ],
  play: async ({ canvasElement }) => press(canvasElement, 'session-controls', '[data-verb="session.accept"]'),
};

export const CommandPending: Story = {
  args: { sessionId: theCall.id },
  decorators: [inWorkspace({ sessions: [theCall], reply: 'never' })],
  play: async ({ canvasElement }) => press(canvasElement, 'session-controls', '[data-verb="session.hold"]'),
};

export const CommandFailed: Story = {
  args: { sessionId: theCall.id },
  decorators: [inWorkspace({ sessions: [theCall], reply: { ok: false, failure: 'unreachable' } })],
  play: async ({ canvasElement }) => press(canvasElement, 'session-controls', '[data-verb="session.hold"]'),
};

export const EndOfAParkedTask: Story = {
  ...about(aParkedCall),
  play: async ({ canvasElement }) => press(canvasElement, 'session-controls', '[data-verb="session.end"]'),
};

export const TransferTo: Story = {
  ...about(theCall),
  play: async ({ canvasElement }) => press(canvasElement, 'session-controls', '[data-verb="session.transfer"]'),
};

/** The agent has as many as may be of its kind: it can be declined, and why not more stands at the button. */
export const NoRoomForOffer: Story = {
  args: { sessionId: anOffer.id },
  decorators: [
    inWorkspace({ sessions: [anOffer, ...['one', 'two'].map((id) => ({ ...aParkedCall, id, modality: 'im' }))] }),
  ],
};

export const InAPanel: Story = {
  args: { sessionId: theCall.id },
  decorators: [inPanel, inWorkspace({ sessions: [theCall] })],
};

export const NotConnected: Story = {};

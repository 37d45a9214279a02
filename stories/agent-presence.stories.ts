import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/agent-presence/agent-presence.define.js';
import type { AgentPresence, ConnectionStatus, Presence, SessionEvent, UserPresence } from '../src/index.js';
import { MINUTE, aGateway, withAgent } from './scenarios/builders.js';
import { choose, comes, press } from './scenarios/gestures.js';
import { inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { NOW, ScriptedGateway } from './scenarios/scripted-gateway.js';
import { aParkedMail, anOffer, theCall, unfinishedWork } from './scenarios/working-day.js';

type Args = Pick<AgentPresence, 'userId'>;

const meta: Meta<Args> = {
  title: 'agent-presence',
  component: 'agent-presence',
  render: ({ userId }) => html`<agent-presence .userId=${userId}></agent-presence>`,
};
export default meta;

type Story = StoryObj<Args>;

const since = (minutes: number, presence: Presence, userId = 'ana', reason?: string): SessionEvent => ({
  type: 'presence.changed',
  at: NOW - minutes * MINUTE,
  userId,
  presence,
  ...(reason === undefined ? {} : { reason }),
});

export const Default: Story = { decorators: [inWorkspace()] };

export const Busy: Story = { decorators: [inWorkspace({ facts: [since(3, 'busy')] })] };

export const DoNotDisturb: Story = { decorators: [inWorkspace({ facts: [since(8, 'do-not-disturb')] })] };

export const AwayWithReason: Story = { decorators: [inWorkspace({ facts: [since(21, 'away', 'ana', 'Lunch')] })] };

export const Offline: Story = { decorators: [inWorkspace({ facts: [since(90, 'offline')] })] };

export const PresenceOfANewerBackend: Story = { decorators: [inWorkspace({ facts: [since(5, 'in-training')] })] };

export const Colleague: Story = {
  args: { userId: 'ben' },
  decorators: [inWorkspace({ facts: [since(15, 'away', 'ben', 'Meeting')] })],
};

export const ColleagueNotHeardOf: Story = { args: { userId: 'ben' }, decorators: [inWorkspace()] };

export const ChangePending: Story = {
  decorators: [inWorkspace({ reply: 'never' })],
  play: async ({ canvasElement }) => choose(canvasElement, 'agent-presence', 'select', 'away'),
};

export const ChangeFailed: Story = {
  decorators: [inWorkspace({ reply: { ok: false, failure: 'unreachable' } })],
  play: async ({ canvasElement }) => choose(canvasElement, 'agent-presence', 'select', 'away'),
};

/** What a system makes of Ana's presence, and how that came about. */
const made = (about: Partial<UserPresence>): SessionEvent => ({
  type: 'presence.changed',
  at: NOW - 5 * MINUTE,
  userId: 'ana',
  presence: 'not-available',
  chosen: 'available',
  cause: 'rona',
  serviceId: 'card-line',
  modality: 'audio-video',
  ...about,
});

const soOver = { until: NOW + 5 * MINUTE };

export const MissedACall: Story = { decorators: [inWorkspace({ facts: [made(soOver)] })] };

export const DeclinedAChat: Story = {
  decorators: [
    inWorkspace({ facts: [made({ ...soOver, cause: 'declined', modality: 'im', serviceId: 'front-desk' })] }),
  ],
};

export const MissedInAPanel: Story = { decorators: [inPanel, inWorkspace({ facts: [made(soOver)] })] };

const untilSomebodyEndsIt: SessionEvent = {
  type: 'presence.changed',
  at: NOW - 5 * MINUTE,
  userId: 'ana',
  presence: 'not-available',
  cause: 'rona',
};

export const MissedWithoutAnEnd: Story = { decorators: [inWorkspace({ facts: [untilSomebodyEndsIt] })] };

export const AwayUntilTwo: Story = {
  decorators: [
    inWorkspace({
      facts: [{ type: 'presence.changed', at: NOW, userId: 'ana', presence: 'away', until: NOW + 90 * MINUTE }],
    }),
  ],
};

export const BusyWithAConversation: Story = {
  decorators: [inWorkspace({ sessions: [theCall], facts: [made({ presence: 'busy', cause: 'connected' })] })],
};

export const ByAPresenceRule: Story = {
  decorators: [inWorkspace({ facts: [made({ presence: 'do-not-disturb', cause: 'session-start' })] })],
};

export const ByACauseOfANewerBackend: Story = {
  decorators: [
    inWorkspace({ facts: [made({ ...soOver, presence: 'in-training', cause: 'schedule', reason: 'Onboarding' })] }),
  ],
};

export const InASession: Story = {
  decorators: [inWorkspace({ sessions: [theCall], document: withAgent({ taskParallelization: { enabled: false } }) })],
};

export const InAfterCallWork: Story = { decorators: [inWorkspace({ sessions: [unfinishedWork] })] };

export const AtFullCapacity: Story = {
  decorators: [
    inWorkspace({
      sessions: [theCall, aParkedMail],
      document: withAgent({ taskParallelization: { enabled: true, total: 2 } }),
    }),
  ],
};

export const OneKindFull: Story = { decorators: [inWorkspace({ sessions: [theCall] })] };

export const NoKindOfTask: Story = { decorators: [inWorkspace({ document: withAgent({ modalities: [] }) })] };

const connection = (status: ConnectionStatus): SessionEvent => ({ type: 'connection.changed', at: NOW, status });

export const ConnectionLost: Story = { decorators: [inWorkspace({ facts: [connection('reconnecting')] })] };

export const SignedOut: Story = { decorators: [inWorkspace({ facts: [connection('signed-out'), made(soOver)] })] };

export const WayBackPending: Story = {
  decorators: [inWorkspace({ facts: [made(soOver)], reply: 'never' })],
  play: async ({ canvasElement }) => {
    await comes(canvasElement, 'agent-presence', '.way');
    await press(canvasElement, 'agent-presence', '.way');
  },
};

/** Something becomes of an offer while the agent looks. */
function becomes(...facts: readonly SessionEvent[]): Story {
  const gateway = aGateway({ sessions: [anOffer] });
  return {
    decorators: [on(gateway)],
    play: async ({ canvasElement }) => {
      await comes(canvasElement, 'agent-presence', '.news');
      for (const fact of facts) gateway.emit(fact);
    },
  };
}

const offered = { at: NOW, sessionId: anOffer.id };

export const OfferMissed: Story = becomes(
  { type: 'session.missed', ...offered },
  made({ ...soOver, modality: anOffer.modality }),
);

export const OfferMissedWithoutConsequence: Story = becomes({ type: 'session.missed', ...offered });

export const OfferDeclined: Story = becomes({ type: 'session.declined', ...offered });

export const OfferTaken: Story = becomes({ type: 'session.ended', offerOutcome: 'taken', ...offered });

export const OfferLeft: Story = becomes({ type: 'session.ended', result: 'hangup-in-queue', ...offered });

export const OfferWithdrawn: Story = becomes({ type: 'session.ended', ...offered });

export const OfferAssigned: Story = becomes({ type: 'session.accepted', offerOutcome: 'assigned', ...offered });

export const NothingYet: Story = { decorators: [on(new ScriptedGateway([]))] };

export const NotConnected: Story = {};

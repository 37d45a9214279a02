import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/agent-presence/agent-presence.define.js';
import type { AgentPresence, Presence, SessionEvent } from '../src/index.js';
import { MINUTE } from './scenarios/builders.js';
import { choose } from './scenarios/gestures.js';
import { inWorkspace, on } from './scenarios/in-workspace.js';
import { NOW, ScriptedGateway } from './scenarios/scripted-gateway.js';

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

export const NothingYet: Story = { decorators: [on(new ScriptedGateway([]))] };

export const NotConnected: Story = {};

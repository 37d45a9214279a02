import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/connection-status/connection-status.define.js';
import type { ConnectionStatus, SessionEvent } from '../src/index.js';
import { inWorkspace, on } from './scenarios/in-workspace.js';
import { NOW, ScriptedGateway } from './scenarios/scripted-gateway.js';

const meta: Meta = {
  title: 'connection-status',
  component: 'connection-status',
  render: () => html`<connection-status></connection-status>`,
};
export default meta;

type Story = StoryObj;
type ConnectionFact = Extract<SessionEvent, { type: 'connection.changed' }>;

const MINUTE = 60_000;

const since = (minutes: number, status: ConnectionStatus): ConnectionFact => ({
  type: 'connection.changed',
  at: NOW - minutes * MINUTE,
  status,
});

export const Live: Story = { decorators: [inWorkspace({ facts: [since(0, 'live')] })] };

/** The connection is lost for the moment; what is shown is as of then. */
export const Reconnecting: Story = { decorators: [inWorkspace({ facts: [since(0, 'reconnecting')] })] };

/** For so long that it was another day. */
export const StaleSinceYesterday: Story = { decorators: [inWorkspace({ facts: [since(1300, 'reconnecting')] })] };

export const Offline: Story = { decorators: [inWorkspace({ facts: [since(4, 'offline')] })] };

export const SignedOut: Story = { decorators: [inWorkspace({ facts: [since(12, 'signed-out')] })] };

/** Somebody is signed in for whom the backend has no workspace. */
export const NotAnAgent: Story = {
  decorators: [on(new ScriptedGateway([{ ...since(0, 'signed-out'), reason: 'not-an-agent' }]))],
};

export const Connecting: Story = { decorators: [on(new ScriptedGateway([since(0, 'connecting')]))] };

/** For a minute, without anything to show so far. */
export const NotConnectedYet: Story = { decorators: [on(new ScriptedGateway([since(1, 'connecting')]))] };

/** From the start. */
export const NoNetwork: Story = { decorators: [on(new ScriptedGateway([since(0, 'offline')]))] };

/** What the agent did last time was given up, since another one signed in here meanwhile. */
export const GivenUp: Story = { decorators: [inWorkspace({ facts: [{ ...since(0, 'live'), discarded: 2 }] })] };

/** Signed out before there was anything to show. */
export const SignedOutAtTheStart: Story = { decorators: [on(new ScriptedGateway([since(0, 'signed-out')]))] };

/** A gateway that cannot lose its backend: nothing is shown. */
export const NothingToLose: Story = { decorators: [inWorkspace()] };

export const NotConnected: Story = {};

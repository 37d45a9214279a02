import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/sessions-badge/sessions-badge.define.js';
import { inWorkspace } from './scenarios/in-workspace.js';
import { aChat, aParkedChat, anOffer, theCall } from './scenarios/working-day.js';

const meta: Meta = {
  title: 'sessions-badge',
  component: 'sessions-badge',
  render: () => html`<a href="#sessions">My Sessions <sessions-badge></sessions-badge></a>`,
};
export default meta;

type Story = StoryObj;

export const Default: Story = { decorators: [inWorkspace({ sessions: [anOffer, theCall] })] };

export const UnreadMessages: Story = { decorators: [inWorkspace({ sessions: [theCall, { ...aChat, unread: 3 }] })] };

export const PendingMessage: Story = { decorators: [inWorkspace({ sessions: [theCall, aParkedChat] })] };

export const MoreThanNine: Story = {
  decorators: [inWorkspace({ sessions: [anOffer, { ...aParkedChat, unread: 14 }] })],
};

export const NothingWaits: Story = { decorators: [inWorkspace({ sessions: [theCall] })] };

export const NotConnected: Story = {};

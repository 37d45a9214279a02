import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/session-shortcuts/session-shortcuts.define.js';
import type { SessionShortcuts } from '../src/index.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { theCall } from './scenarios/working-day.js';

type Args = Pick<SessionShortcuts, 'shortcuts' | 'compact'>;

const meta: Meta<Args> = {
  title: 'session-shortcuts',
  component: 'session-shortcuts',
  render: ({ shortcuts, compact }) =>
    html`<session-shortcuts .shortcuts=${shortcuts} ?compact=${compact}></session-shortcuts>`,
};
export default meta;

type Story = StoryObj<Args>;

const opened: Story['play'] = async ({ canvasElement }) => {
  const element = canvasElement.querySelector<SessionShortcuts>('session-shortcuts');
  await element?.updateComplete;
  element?.shadowRoot?.querySelector<HTMLElement>('.open')?.click();
};

export const Default: Story = { decorators: [inWorkspace({ sessions: [theCall] })] };

export const ListOfKeys: Story = { play: opened, decorators: [inWorkspace({ sessions: [theCall] })] };

export const OtherKeys: Story = {
  args: { shortcuts: { park: 'F8', transfer: null, 'accept-offer': 'Control+Shift+Y' } },
  play: opened,
  decorators: [inWorkspace({ sessions: [theCall] })],
};

export const ListInAPanel: Story = { play: opened, decorators: [inPanel, inWorkspace({ sessions: [theCall] })] };

/** The keys work, and nothing is shown. */
export const Compact: Story = { args: { compact: true }, decorators: [inWorkspace({ sessions: [theCall] })] };

export const Off: Story = { args: { shortcuts: 'off' }, decorators: [inWorkspace({ sessions: [theCall] })] };

export const NotConnected: Story = {};

import type { Decorator, Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/notification-settings/notification-settings.define.js';
import '../src/components/session-provider/session-provider.define.js';
import type { NotificationSettingsElement } from '../src/index.js';
import { aGateway } from './scenarios/builders.js';
import { choose, comes, press } from './scenarios/gestures.js';
import { inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { NOW, ScriptedGateway } from './scenarios/scripted-gateway.js';

type Args = Pick<NotificationSettingsElement, 'asButton'>;

const TAG = 'notification-settings';

const meta: Meta<Args> = {
  title: TAG,
  component: TAG,
  render: ({ asButton }) => html`<notification-settings ?as-button=${asButton}></notification-settings>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Settings stay on the device: whoever changes some in a story is somebody else than in the next one. */
const gatewayOf = (agentId: string): ScriptedGateway =>
  aGateway({ facts: [{ type: 'workspace.reset', at: NOW, agentId }] });

/** The browser says so to the page. */
const answering =
  (permission: NotificationPermission): Decorator =>
  (story) => {
    Object.defineProperty(Notification, 'permission', { configurable: true, get: () => permission });
    return story();
  };

const withDesktop = (permission: NotificationPermission): Story => ({
  decorators: [answering(permission), on(gatewayOf(`desktop ${permission}`))],
  play: async ({ canvasElement }) => {
    await comes(canvasElement, TAG, 'select');
    await choose(canvasElement, TAG, 'select', 'background');
  },
});

const letting =
  (ways: string): Decorator =>
  (story) =>
    html`<session-provider lang="en" .gateway=${gatewayOf(`letting ${ways}`)} notifications=${ways}
      >${story()}</session-provider
    >`;

export const Default: Story = { decorators: [inWorkspace()] };

export const DesktopAllowed: Story = withDesktop('granted');

export const DesktopNotAsked: Story = withDesktop('default');

export const DesktopBlocked: Story = withDesktop('denied');

/** The host lets the title of its page tell, too. */
export const TitleToo: Story = { decorators: [letting('sound desktop title')] };

/** The host tells the agent in its own way. */
export const ByTheHost: Story = { decorators: [letting('off')] };

export const Silent: Story = {
  decorators: [on(gatewayOf('silent'))],
  play: async ({ canvasElement }) => {
    await comes(canvasElement, TAG, 'input');
    for (const box of canvasElement
      .querySelector(TAG)
      ?.renderRoot.querySelectorAll<HTMLInputElement>('input:checked') ?? [])
      box.click();
  },
};

export const InAPanel: Story = {
  ...withDesktop('denied'),
  decorators: [inPanel, answering('denied'), on(gatewayOf('in a panel'))],
};

export const AsButton: Story = { args: { asButton: true }, decorators: [inWorkspace()] };

export const AsButtonOpened: Story = {
  args: { asButton: true },
  decorators: [inWorkspace()],
  play: async ({ canvasElement }) => {
    await press(canvasElement, TAG, '.open');
    await comes(canvasElement, TAG, 'input');
  },
};

export const Loading: Story = { decorators: [on(new ScriptedGateway([]))] };

export const NotConnected: Story = {};

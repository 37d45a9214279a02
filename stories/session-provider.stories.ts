import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/agent-presence/agent-presence.define.js';
import '../src/components/session-details/session-details.define.js';
import '../src/components/session-provider/session-provider.define.js';
import '../src/components/task-capacity/task-capacity.define.js';
import type { SessionProvider } from '../src/index.js';
import { aGateway, withAgent } from './scenarios/builders.js';
import { ScriptedGateway } from './scenarios/scripted-gateway.js';
import { theCall, workingDay } from './scenarios/working-day.js';

type Args = Pick<SessionProvider, 'gateway' | 'manualSwitch'>;

const meta: Meta<Args> = {
  title: 'session-provider',
  component: 'session-provider',
  args: { gateway: aGateway({ sessions: workingDay }) },
  argTypes: { gateway: { control: false } },
  render: ({ gateway, manualSwitch }) => html`
    <session-provider lang="en" .gateway=${gateway} ?manual-switch=${manualSwitch}>
      <task-capacity></task-capacity>
      <agent-presence></agent-presence>
      <session-details></session-details>
    </session-provider>
  `,
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {};

export const HostDecidesWhatIsLookedAt: Story = { args: { manualSwitch: true } };

export const NothingYet: Story = { args: { gateway: new ScriptedGateway([]) } };

export const WithoutGateway: Story = { args: { gateway: undefined } };

const colleague = aGateway({
  sessions: [theCall],
  document: withAgent({ name: 'Ana of the other branch', taskParallelization: { enabled: true, total: 2 } }),
});

export const TwoWorkspacesOnOnePage: Story = {
  render: ({ gateway }) => html`
    <session-provider lang="en" .gateway=${gateway}><task-capacity></task-capacity></session-provider>
    <session-provider lang="en" .gateway=${colleague}><task-capacity></task-capacity></session-provider>
  `,
};

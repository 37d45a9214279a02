import type { Decorator, Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/session-panel/session-panel.define.js';
import type { SessionPanel } from '../src/index.js';
import { press } from './scenarios/gestures.js';
import { inPage, inWorkspace, on } from './scenarios/in-workspace.js';
import { ScriptedGateway } from './scenarios/scripted-gateway.js';
import { history, unfinishedWork, workingDay } from './scenarios/working-day.js';

type Args = Pick<SessionPanel, 'mode'>;

const meta: Meta<Args> = {
  title: 'session-panel',
  component: 'session-panel',
  argTypes: { mode: { control: 'select', options: ['list', 'bar'] } },
  args: { mode: 'list' },
  render: ({ mode }) => html`<session-panel .mode=${mode}></session-panel>`,
};
export default meta;

type Story = StoryObj<Args>;

/** A bar is as high as its icons. */
const inBar: Decorator = (story) => html`<div style="inline-size: 300px; block-size: 110px">${story()}</div>`;

export const Default: Story = { decorators: [inPage, inWorkspace({ sessions: workingDay })] };

export const Collapsed: Story = {
  decorators: [inPage, inWorkspace({ sessions: workingDay })],
  play: ({ canvasElement }) => press(canvasElement, 'session-panel', '.burger'),
};

export const Bar: Story = { args: { mode: 'bar' }, decorators: [inBar, inWorkspace({ sessions: workingDay })] };

export const AfterCallWork: Story = { decorators: [inPage, inWorkspace({ sessions: [unfinishedWork, ...history] })] };

export const NoTasks: Story = { decorators: [inPage, inWorkspace()] };

export const NothingYet: Story = { decorators: [inPage, on(new ScriptedGateway([]))] };

export const NotConnected: Story = {};

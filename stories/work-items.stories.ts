import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/work-items/work-items.define.js';
import { ScriptedGateway } from './scenarios/scripted-gateway.js';
import type { WorkItems } from '../src/index.js';
import { aDocument, anEndedSession } from './scenarios/builders.js';
import { press, type } from './scenarios/gestures.js';
import { inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { aParkedChat, aParkedMail, workingDay } from './scenarios/working-day.js';

const meta: Meta = {
  title: 'work-items',
  component: 'work-items',
  render: () => html`<work-items></work-items>`,
};
export default meta;

type Story = StoryObj;

export const Default: Story = { decorators: [inWorkspace({ sessions: workingDay })] };

export const Mine: Story = { decorators: [inWorkspace({ sessions: workingDay })] };

export const WithHidden: Story = {
  decorators: [inWorkspace({ sessions: workingDay })],
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'work-items', '[data-list="mine"]');
    canvasElement.querySelector<WorkItems>('work-items')?.workspace?.store.keep('hidden', '', [aParkedMail.id]);
  },
};

export const Closed: Story = {
  decorators: [inWorkspace({ sessions: workingDay })],
  play: async ({ canvasElement }) => press(canvasElement, 'work-items', '[data-list="closed"]'),
};

export const OpenNotServed: Story = {
  decorators: [inWorkspace({ sessions: workingDay })],
  play: async ({ canvasElement }) => press(canvasElement, 'work-items', '[data-list="open"]'),
};

export const Empty: Story = { decorators: [inWorkspace()] };

export const NothingFound: Story = {
  decorators: [inWorkspace({ sessions: workingDay })],
  play: async ({ canvasElement }) => type(canvasElement, 'work-items', 'input', 'zeppelin'),
};

export const Many: Story = {
  decorators: [
    inWorkspace({
      sessions: Array.from({ length: 120 }, (_, at) =>
        anEndedSession({ ...aParkedChat, id: `past-${String(at)}`, state: 'ended' }),
      ),
    }),
  ],
  play: async ({ canvasElement }) => press(canvasElement, 'work-items', '[data-list="closed"]'),
};

const limited = (sessionLimit: number): Story => ({
  decorators: [
    inWorkspace({
      sessions: workingDay,
      document: { ...aDocument, tenant: { ...aDocument.tenant, sessionLimit } },
    }),
  ],
});

/** `workingDay` has five on the list. */
export const LimitFar: Story = limited(9);

export const LimitNear: Story = limited(6);

export const LimitReached: Story = limited(5);

export const Loading: Story = { decorators: [on(new ScriptedGateway([]))] };

export const InAPanel: Story = { decorators: [inPanel, inWorkspace({ sessions: workingDay })] };

export const NotConnected: Story = {};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/task-capacity/task-capacity.define.js';
import type { Modality, Session, TaskCapacity } from '../src/index.js';
import { aSession, withAgent } from './scenarios/builders.js';
import { inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { NOW, ScriptedGateway } from './scenarios/scripted-gateway.js';
import { unfinishedWork } from './scenarios/working-day.js';

type Args = Pick<TaskCapacity, 'userId' | 'compact'>;

const meta: Meta<Args> = {
  title: 'task-capacity',
  component: 'task-capacity',
  render: ({ userId, compact }) => html`<task-capacity .userId=${userId} ?compact=${compact}></task-capacity>`,
};
export default meta;

type Story = StoryObj<Args>;

const tasks = (...modalities: readonly Modality[]): readonly Session[] =>
  modalities.map((modality, index) => aSession({ id: `task-${String(index)}`, modality, state: 'parked' }));

const off = withAgent({ taskParallelization: { enabled: false } });
const full = tasks('audio-video', 'im', 'im', 'email', 'external');

export const Default: Story = { decorators: [inWorkspace({ sessions: tasks('audio-video', 'email') })] };

export const SlotsAvailable: Story = { decorators: [inWorkspace({ sessions: tasks('im', 'email') })] };

export const OneModalityFull: Story = { decorators: [inWorkspace({ sessions: tasks('im', 'im') })] };

export const AtFullCapacity: Story = { decorators: [inWorkspace({ sessions: full })] };

export const OverCapacity: Story = {
  decorators: [inWorkspace({ sessions: [...full, aSession({ id: 'picked', modality: 'email' })] })],
};

export const TotalLimitOnly: Story = {
  decorators: [
    inWorkspace({ sessions: tasks('im'), document: withAgent({ taskParallelization: { enabled: true, total: 2 } }) }),
  ],
};

export const TwoModalitiesOnly: Story = {
  decorators: [
    inWorkspace({
      document: withAgent({
        modalities: ['im', 'email'],
        taskParallelization: { enabled: true, total: 4, perModality: { im: 3, email: 3 } },
      }),
    }),
  ],
};

export const KeptAwayByPresence: Story = {
  decorators: [inWorkspace({ facts: [{ type: 'presence.changed', at: NOW, userId: 'ana', presence: 'away' }] })],
};

export const KeptAwayByAfterCallWork: Story = { decorators: [inWorkspace({ sessions: [unfinishedWork] })] };

export const HiddenAndAvailable: Story = { decorators: [inWorkspace({ document: off })] };

export const HiddenAndNotAvailable: Story = {
  decorators: [inWorkspace({ document: off, sessions: [aSession()] })],
};

export const AnotherUser: Story = {
  args: { userId: 'ben' },
  decorators: [
    inWorkspace({
      facts: [
        { type: 'usage.reported', at: NOW, userId: 'ben', usage: { total: 3, perModality: { im: 2, email: 1 } } },
      ],
    }),
  ],
};

export const AnotherUserWithoutParallelTasks: Story = {
  args: { userId: 'cleo' },
  decorators: [inWorkspace()],
};

export const Compact: Story = {
  args: { compact: true },
  decorators: [inWorkspace({ sessions: full })],
};

export const InAPanel: Story = { decorators: [inPanel, inWorkspace({ sessions: full })] };

export const NothingYet: Story = { decorators: [on(new ScriptedGateway([]))] };

export const NotConnected: Story = {};

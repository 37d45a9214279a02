import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/external-task/external-task.define.js';
import type { ExternalTaskElement, Session } from '../src/index.js';
import { MINUTE, aSession } from './scenarios/builders.js';
import { press } from './scenarios/gestures.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { NOW } from './scenarios/scripted-gateway.js';

type Args = Pick<ExternalTaskElement, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'external-task',
  component: 'external-task',
  args: { sessionId: 'job-1' },
  render: ({ sessionId }) => html`<external-task .sessionId=${sessionId}></external-task>`,
};
export default meta;

type Story = StoryObj<Args>;

const aTask = (about: Partial<Session> = {}): Session =>
  aSession({
    id: 'job-1',
    modality: 'external',
    direction: 'none',
    offerOutcome: 'accepted',
    subject: 'Replace the card reader at counter 3',
    externalTask: {
      description: 'The reader says “connection refused” since 08:10.\nThe key of the cabinet is at the reception.',
      url: 'https://jobs.example/4711',
    },
    ...about,
  });

const complete = (root: HTMLElement): Promise<void> => press(root, 'external-task', 'button.primary');

export const Default: Story = { decorators: [inWorkspace({ sessions: [aTask()] })] };

export const Completing: Story = {
  decorators: [inWorkspace({ sessions: [aTask()], reply: 'never' })],
  play: async ({ canvasElement }) => complete(canvasElement),
};

export const NotCompleted: Story = {
  decorators: [
    inWorkspace({
      sessions: [aTask()],
      reply: { ok: false, failure: 'failed', message: 'The job system is closed until six.' },
    }),
  ],
  play: async ({ canvasElement }) => complete(canvasElement),
};

export const Parked: Story = {
  decorators: [inWorkspace({ sessions: [aTask({ state: 'parked', parkedSince: NOW - 4 * MINUTE })] })],
};

export const Completed: Story = {
  decorators: [
    inWorkspace({ sessions: [aTask({ state: 'ended', result: 'accepted-by-user', times: { ended: NOW } })] }),
  ],
};

export const CancelledMeanwhile: Story = {
  decorators: [
    inPanel,
    inWorkspace({
      sessions: [aTask()],
      facts: [{ type: 'session.ended', at: NOW - MINUTE, sessionId: 'job-1', result: 'cancelled-by-external-system' }],
    }),
  ],
};

export const NoDescription: Story = { decorators: [inWorkspace({ sessions: [aTask({ externalTask: {} })] })] };

export const UnsafeAddress: Story = {
  decorators: [
    inPanel,
    inWorkspace({ sessions: [aTask({ externalTask: { url: 'javascript:document.title="x"//'.repeat(4) } })] }),
  ],
};

export const NotConnected: Story = {};

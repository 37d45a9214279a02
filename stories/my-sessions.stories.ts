import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/my-sessions/my-sessions.define.js';
import { parseConfiguration } from '../src/index.js';
import { MINUTE, aDocument, withAgent, withCardLine } from './scenarios/builders.js';
import { aboutACard, interim } from './scenarios/conversations.js';
import { inPage, inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { NOW, ScriptedGateway } from './scenarios/scripted-gateway.js';
import { aParkedMail, history, theCall, unfinishedWork, workingDay } from './scenarios/working-day.js';

const meta: Meta = {
  title: 'my-sessions',
  component: 'my-sessions',
  render: () => html`<my-sessions></my-sessions>`,
};
export default meta;

type Story = StoryObj;

const day = {
  sessions: workingDay,
  transcript: { sessionId: theCall.id, segments: [...aboutACard, interim] },
};
const parsed = parseConfiguration({ ...aDocument, services: [{ id: 'card-line', licence: 'gold' }] });
const problems = parsed.ok ? [] : parsed.problems;

export const Default: Story = { decorators: [inPage, inWorkspace(day)] };

export const WorkingDay: Story = { decorators: [inPage, inWorkspace(day)] };

export const SingleServiceWithoutWidgetsAndWhy: Story = {
  decorators: [inPage, inWorkspace({ sessions: [aParkedMail] })],
};

export const ClassicIndicator: Story = {
  decorators: [
    inPage,
    inWorkspace({ sessions: [theCall], document: withAgent({ taskParallelization: { enabled: false } }) }),
  ],
};

export const WidgetsOfAnotherService: Story = {
  decorators: [
    inPage,
    inWorkspace({
      ...day,
      document: withCardLine({ licence: 'enterprise-routing', extensions: { widgets: ['codes-tags'] } }),
    }),
  ],
};

export const AfterCallWork: Story = { decorators: [inPage, inWorkspace({ sessions: [unfinishedWork, ...history] })] };

export const MissedACall: Story = {
  decorators: [
    inPage,
    inWorkspace({
      ...day,
      facts: [
        {
          type: 'presence.changed',
          at: NOW,
          userId: 'ana',
          presence: 'not-available',
          chosen: 'available',
          cause: 'rona',
          until: NOW + 10 * MINUTE,
          serviceId: 'card-line',
          modality: 'audio-video',
        },
      ],
    }),
  ],
};

export const DormantWithHistory: Story = { decorators: [inPage, inWorkspace({ sessions: history })] };

export const NoTasks: Story = { decorators: [inPage, inWorkspace()] };

export const HomeWithADashboard: Story = {
  render: () => html`<my-sessions><p slot="home" style="padding: 16px">12 answered today, 3 waiting</p></my-sessions>`,
  decorators: [inPage, inWorkspace()],
};

export const ConfigurationProblems: Story = {
  decorators: [inPage, inWorkspace({ ...day, facts: [{ type: 'configuration.rejected', at: NOW, problems }] })],
};

export const NothingYet: Story = { decorators: [inPage, on(new ScriptedGateway([]))] };

export const NotConnected: Story = { decorators: [inPage] };

export const InAPanel: Story = { decorators: [inPanel, inWorkspace(day)] };

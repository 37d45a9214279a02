import type { Decorator, Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/my-sessions/my-sessions.define.js';
import { parseConfiguration } from '../src/index.js';
import type { SessionEvent, SessionProvider } from '../src/index.js';
import { MINUTE, aDocument, aGateway, withAgent, withCardLine } from './scenarios/builders.js';
import { aboutACard, interim } from './scenarios/conversations.js';
import { comes } from './scenarios/gestures.js';
import { inPage, inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { pseudo } from './scenarios/pseudo.js';
import { opened, theCase, theContact, withRecords } from './scenarios/records.js';
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

const rejected: SessionEvent = { type: 'configuration.rejected', at: NOW, problems };
const signedOut: SessionEvent = { type: 'connection.changed', status: 'signed-out', at: NOW };
const failure = { action: 'park', reason: 'the music on hold did not start', at: NOW } as const;
const failed = { ...day, sessions: workingDay.map((own) => (own.id === theCall.id ? { ...own, failure } : own)) };

/** What is said is loaded with the first thing to say. */
const saysSomething: NonNullable<Story['play']> = ({ canvasElement }) => comes(canvasElement, 'my-sessions', '.say');

function providerIn(canvas: HTMLElement): SessionProvider {
  const provider = canvas.querySelector<SessionProvider>('session-provider');
  if (!provider) throw new Error('There is no <session-provider> here.');
  return provider;
}

/** A call that starts by itself while the agent is not to be turned away from another one. */
const startedMeanwhile = (place: Decorator): Story => {
  const gateway = aGateway(day);
  return {
    decorators: [place, on(gateway)],
    play: async (context) => {
      // What happens before the workspace looks at a session has not started meanwhile.
      await comes(context.canvasElement, 'my-sessions', 'session-pane');
      const provider = providerIn(context.canvasElement);
      provider.manualSwitch = true;
      await provider.updateComplete;
      gateway.emit({ type: 'session.snapshot', at: NOW, session: { ...theCall, id: 'by-itself', state: 'offered' } });
      gateway.emit({ type: 'session.connected', at: NOW, sessionId: 'by-itself' });
      await saysSomething(context);
    },
  };
};

export const Default: Story = { decorators: [inPage, inWorkspace(day)] };

export const WorkingDay: Story = { decorators: [inPage, inWorkspace(day)] };

/** In words that are longer than those of English, and cannot be taken for them. */
export const PseudoLocale: Story = {
  decorators: [inPage, inWorkspace(day)],
  play: async ({ canvasElement }) => {
    const provider = providerIn(canvasElement);
    provider.localization = pseudo;
    await provider.updateComplete;
  },
};

export const SingleServiceWithoutWidgetsAndWhy: Story = {
  decorators: [inPage, inWorkspace({ sessions: [aParkedMail] })],
};

/** Cases and contacts beside conversations, and as many sessions as may be on the list. */
const besideRecords = (sessionLimit: number): Story => ({
  decorators: [inPage, inWorkspace({ sessions: [theCall], document: withRecords(sessionLimit) })],
  play: async (context) => {
    await opened(context.canvasElement, theCase, theContact);
    await saysSomething(context);
  },
});

export const RecordsNearTheLimit: Story = besideRecords(4);

export const RecordNotOpened: Story = besideRecords(2);

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
  decorators: [inPage, inWorkspace({ ...day, facts: [rejected] })],
  play: saysSomething,
};

export const SignedOut: Story = {
  decorators: [inPage, inWorkspace({ ...day, facts: [signedOut] })],
  play: saysSomething,
};

export const GivenUpLastTime: Story = {
  decorators: [
    inPage,
    inWorkspace({ ...day, facts: [{ type: 'connection.changed', status: 'live', at: NOW, discarded: 2 }] }),
  ],
  play: saysSomething,
};

export const ParkFailed: Story = { decorators: [inPage, inWorkspace(failed)], play: saysSomething };

/** One at a time, with how many there are and the way to the next. */
export const SeveralNotices: Story = {
  decorators: [inPage, inWorkspace({ ...failed, facts: [signedOut, rejected] })],
  play: saysSomething,
};

export const SeveralNoticesInAPanel: Story = {
  decorators: [inPanel, inWorkspace({ ...failed, facts: [signedOut, rejected] })],
  play: saysSomething,
};

export const StartedMeanwhile: Story = startedMeanwhile(inPage);

export const StartedMeanwhileInAPanel: Story = startedMeanwhile(inPanel);

export const NothingYet: Story = { decorators: [inPage, on(new ScriptedGateway([]))] };

export const NotConnected: Story = { decorators: [inPage] };

export const InAPanel: Story = { decorators: [inPanel, inWorkspace(day)] };

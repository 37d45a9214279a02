import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/sessions-list/sessions-list.define.js';
import type { SessionsList } from '../src/index.js';
import { loadHistory } from '../src/components/sessions-list/late-history.js';
import { aGateway, aSession } from './scenarios/builders.js';
import { comes, press } from './scenarios/gestures.js';
import { inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { NOW, ScriptedGateway } from './scenarios/scripted-gateway.js';
import {
  aChat,
  aParkedChat,
  anOffer,
  history,
  parkedSessions,
  theCall,
  unfinishedWork,
  workingDay,
} from './scenarios/working-day.js';

type Args = Pick<SessionsList, 'mode'>;

const meta: Meta<Args> = {
  title: 'sessions-list',
  component: 'sessions-list',
  argTypes: { mode: { control: 'select', options: ['list', 'bar', 'icons'] } },
  args: { mode: 'list' },
  render: ({ mode }) => html`<sessions-list .mode=${mode}></sessions-list>`,
};
export default meta;

type Story = StoryObj<Args>;

const held = (mode: Args['mode']): Story => {
  const gateway = aGateway({ sessions: [theCall, aParkedChat, ...history] });
  const missed = { ...anOffer, state: 'ended', times: { ...anOffer.times, ended: NOW } } as const;
  return {
    args: { mode },
    decorators: [...(mode === 'bar' ? [inPanel] : []), on(gateway)],
    play: async ({ canvasElement }) => {
      await comes(canvasElement, 'sessions-list', 'section.active .row');
      gateway.emit(
        { type: 'session.ended', at: NOW, sessionId: theCall.id },
        { type: 'session.snapshot', at: NOW, session: { ...theCall, id: 'by-itself' } },
        { type: 'session.snapshot', at: NOW, session: missed },
      );
      await comes(canvasElement, 'sessions-list', 'section.come');
    },
  };
};

export const Default: Story = { decorators: [inWorkspace({ sessions: workingDay })] };

export const Offered: Story = { decorators: [inWorkspace({ sessions: [theCall, anOffer] })] };

export const Active: Story = {
  decorators: [inWorkspace({ sessions: [theCall] })],
};

export const SeveralActive: Story = { decorators: [inWorkspace({ sessions: [theCall, aChat] })] };

export const ParkedByModalityAndLongestFirst: Story = { decorators: [inWorkspace({ sessions: parkedSessions })] };

export const WaitingToBeConnected: Story = {
  decorators: [inWorkspace({ sessions: [theCall, { ...aParkedChat, state: 'unparking' }] })],
};

export const History: Story = { decorators: [inWorkspace({ sessions: history })] };

export const UnfinishedAfterCallWork: Story = {
  decorators: [inWorkspace({ sessions: [unfinishedWork, ...history] })],
};

export const OneUnreadMessage: Story = { decorators: [inWorkspace({ sessions: [theCall, aParkedChat] })] };

export const FiveUnreadMessages: Story = {
  decorators: [inWorkspace({ sessions: [theCall, { ...aParkedChat, unread: 5 }] })],
};

export const TenUnreadMessages: Story = {
  decorators: [inWorkspace({ sessions: [theCall, { ...aParkedChat, unread: 10 }] })],
};

export const SentimentAlert: Story = {
  decorators: [inWorkspace({ sessions: [theCall, { ...aParkedChat, sentiment: 'slightly-negative' }] })],
};

export const UnknownModality: Story = {
  decorators: [inWorkspace({ sessions: [aSession({ modality: 'hologram' })] })],
};

export const UnknownCaller: Story = {
  decorators: [inWorkspace({ sessions: [{ ...theCall, customer: {}, caller: { isAnonymous: true } }] })],
};

/** What is over stays where it was, what starts by itself stands below, and what is new in the history is a number. */
export const HeldPlaces: Story = held('list');

export const HeldPlacesInABar: Story = held('bar');

export const Empty: Story = { decorators: [inWorkspace()] };

export const Bar: Story = { args: { mode: 'bar' }, decorators: [inPanel, inWorkspace({ sessions: workingDay })] };

export const Icons: Story = { args: { mode: 'icons' }, decorators: [inPanel, inWorkspace({ sessions: workingDay })] };

export const SearchedHistory: Story = {
  decorators: [inWorkspace({ sessions: history })],
  play: async ({ canvasElement }) => {
    await loadHistory();
    await press(canvasElement, 'sessions-list', '.find');
  },
};

export const NothingYet: Story = { decorators: [on(new ScriptedGateway([]))] };

export const NotConnected: Story = {};

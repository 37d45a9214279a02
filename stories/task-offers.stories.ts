import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/task-offers/task-offers.define.js';
import type { TaskOffers } from '../src/index.js';
import { aDocument, aGateway } from './scenarios/builders.js';
import { press } from './scenarios/gestures.js';
import { inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { NOW } from './scenarios/scripted-gateway.js';
import { anOffer, theCall } from './scenarios/working-day.js';

type Args = Pick<TaskOffers, 'mode' | 'saysEmpty'>;

const meta: Meta<Args> = {
  title: 'task-offers',
  component: 'task-offers',
  argTypes: { mode: { control: 'select', options: ['list', 'bar', 'icons'] } },
  args: { mode: 'list', saysEmpty: false },
  render: ({ mode, saysEmpty }) => html`<task-offers .mode=${mode} ?says-empty=${saysEmpty}></task-offers>`,
};
export default meta;

type Story = StoryObj<Args>;

const five = [25, 4, 18, 9, 12].map((seconds, at) => ({
  ...anOffer,
  id: `offer-${String(at)}`,
  modality: ['im', 'audio-video', 'email', 'external', 'hologram'][at] ?? 'im',
  visitorLabel: `Visitor ${String(at + 7)}`,
  offerExpiresAt: NOW + seconds * 1000,
}));
const { offerExpiresAt: _, ...endless } = anOffer;
const oneAtATime = { ...aDocument, sessionPolicy: 'single-active' };
const refusing = (document: unknown) =>
  Object.assign(aGateway({ sessions: [theCall, anOffer], document }), {
    answer: () => Promise.resolve({ ok: false, failure: 'failed', message: 'The line is busy.' } as const),
  });

export const Default: Story = { decorators: [inPanel, inWorkspace({ sessions: [anOffer] })] };

export const FiveNextToExpireFirst: Story = { decorators: [inPanel, inWorkspace({ sessions: five })] };

export const WithoutAnEnd: Story = { decorators: [inPanel, inWorkspace({ sessions: [endless] })] };

export const AnotherIsParkedFirst: Story = {
  decorators: [inPanel, inWorkspace({ sessions: [theCall, anOffer], document: oneAtATime })],
};

export const NotAccepted: Story = {
  decorators: [inPanel, on(refusing(aDocument))],
  play: ({ canvasElement }) => press(canvasElement, 'task-offers', '[data-verb="session.accept"]'),
};

export const TheOtherIsNotParked: Story = {
  decorators: [inPanel, on(refusing(oneAtATime))],
  play: ({ canvasElement }) => press(canvasElement, 'task-offers', '[data-verb="session.accept"]'),
};

export const Bar: Story = { args: { mode: 'bar' }, decorators: [inPanel, inWorkspace({ sessions: five })] };

export const BarUnfolded: Story = {
  args: { mode: 'bar' },
  decorators: [inPanel, inWorkspace({ sessions: five })],
  play: ({ canvasElement }) => press(canvasElement, 'task-offers', '.more'),
};

export const Icons: Story = { args: { mode: 'icons' }, decorators: [inPanel, inWorkspace({ sessions: five })] };

export const NothingRings: Story = {
  args: { saysEmpty: true },
  decorators: [inPanel, inWorkspace({ sessions: [theCall] })],
};

export const NotConnected: Story = {};

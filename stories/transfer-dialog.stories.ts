import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/transfer-dialog/transfer-dialog.define.js';
import type { SessionEvent, TransferDialog } from '../src/index.js';
import { type aDocument, withCardLine } from './scenarios/builders.js';
import { key, type } from './scenarios/gestures.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { NOW } from './scenarios/scripted-gateway.js';
import { theCall } from './scenarios/working-day.js';

type Args = Pick<TransferDialog, 'sessionId' | 'unsent'>;

const meta: Meta<Args> = {
  title: 'transfer-dialog',
  component: 'transfer-dialog',
  args: { sessionId: theCall.id, unsent: '' },
  render: ({ sessionId, unsent }) =>
    html`<transfer-dialog .sessionId=${sessionId} .unsent=${unsent}></transfer-dialog>`,
};
export default meta;

type Story = StoryObj<Args>;

const base = withCardLine({ transferTo: ['service', 'agent', 'number'] }) as typeof aDocument;
const document = {
  ...base,
  services: [...base.services, { id: 'claims', name: 'Claims' }, { id: 'savings', name: 'Savings Advice' }],
  users: [
    ...base.users,
    { id: 'kim', name: 'Kim Aasen', taskParallelization: { enabled: true, total: 3 } },
    { id: 'lea', name: 'Léa Morel', taskParallelization: { enabled: true, total: 2 } },
    { id: 'omar', name: 'Omar Haddad', modalities: ['email'] },
  ],
};
const facts: readonly SessionEvent[] = [
  { type: 'presence.changed', at: NOW, userId: 'ben', presence: 'away' },
  { type: 'presence.changed', at: NOW, userId: 'kim', presence: 'available' },
  { type: 'usage.reported', at: NOW, userId: 'kim', usage: { total: 1, perModality: {} } },
  { type: 'presence.changed', at: NOW, userId: 'lea', presence: 'busy' },
  { type: 'usage.reported', at: NOW, userId: 'lea', usage: { total: 2, perModality: {} } },
  { type: 'presence.changed', at: NOW, userId: 'omar', presence: 'available' },
];
const directory = inWorkspace({ sessions: [theCall], document, facts });

const typed =
  (text: string, ...keys: readonly string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await type(canvasElement, 'transfer-dialog', 'input', text);
    for (const name of keys) await key(canvasElement, 'transfer-dialog', 'input', name);
  };

export const Default: Story = { decorators: [directory] };

export const Found: Story = { decorators: [directory], play: typed('kim') };

export const Away: Story = { decorators: [directory], play: typed('ben', 'Enter') };

export const ANumber: Story = { decorators: [directory], play: typed('+47 21 55 01 00') };

export const NumberWithoutCountry: Story = { decorators: [directory], play: typed('21 55 01 00', 'Enter') };

export const NothingFound: Story = { decorators: [directory], play: typed('zzz') };

export const NothingChosen: Story = {
  decorators: [directory],
  play: async ({ canvasElement }) => key(canvasElement, 'transfer-dialog', 'input', 'Enter'),
};

export const ServicesOnly: Story = { decorators: [inWorkspace({ sessions: [theCall] })] };

export const NowhereToGo: Story = {
  decorators: [inWorkspace({ sessions: [theCall], document: withCardLine({ transferTo: [] }) })],
};

export const UnsentMessage: Story = { args: { unsent: 'I have just looked it up:' }, decorators: [directory] };

export const InAPanel: Story = { decorators: [inPanel, directory] };

export const NotConnected: Story = {};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/embedded-context/embedded-context.define.js';
import type { EmbeddedContext, Session } from '../src/index.js';
import { absent } from './scenarios/absences.js';
import { aGateway, aSession, anEndedSession } from './scenarios/builders.js';
import { withContext } from './scenarios/context-items.js';
import { inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { NOW } from './scenarios/scripted-gateway.js';

type Args = Pick<EmbeddedContext, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'embedded-context',
  component: 'embedded-context',
  render: ({ sessionId }) => html`<embedded-context .sessionId=${sessionId}></embedded-context>`,
};
export default meta;

type Story = StoryObj<Args>;

const page = new URL('./pages/record.xhtml', import.meta.url).href;
const pages = [
  { id: 'page', label: 'Customer record', url: `${page}?customer=$(Customer.Id)`, messages: true },
  { id: 'quiet', label: 'Customer record', url: `${page}?customer=$(Customer.Id)` },
  { id: 'plain', label: 'Old order system', url: 'http://orders.example/{Contract}' },
  { id: 'late', label: 'Contract', url: `${page}?contract={Contract}` },
];

const showing = (embeddedContext: string | undefined, more: Readonly<Record<string, unknown>> = {}): unknown =>
  withContext({ ...(embeddedContext === undefined ? {} : { embeddedContext }), ...more }, pages);

const about = (session: Session, item?: string, more?: Readonly<Record<string, unknown>>): Story => ({
  args: { sessionId: session.id },
  decorators: [inWorkspace({ sessions: [session], document: showing(item, more) })],
});

const known = aSession({ customer: { id: 'C-310', name: 'Nora Feld' } });

export const Default: Story = about(known, 'page');

export const WithoutMessages: Story = about(known, 'quiet');

export const Waiting: Story = about(aSession({ parameters: [{ name: 'Contract', state: 'pending' }] }), 'late');

export const ValueMissing: Story = about(aSession({ customer: {} }), 'page');

export const UnsafeAddress: Story = about(known, 'script');

export const UnsafeValue: Story = about(
  aSession({ parameters: [{ name: 'Contract', state: 'value', value: '../admin' }] }),
  'contract',
);

export const OnlyInATab: Story = about(
  aSession({ parameters: [{ name: 'Contract', state: 'value', value: 'LB-20418' }] }),
  'plain',
);

const moving = aGateway({
  sessions: [aSession({ parameters: [{ name: 'Contract', state: 'value', value: '1' }] })],
  document: showing('late'),
});

export const AddressChanged: Story = {
  args: { sessionId: 'call-1' },
  decorators: [on(moving)],
  play: async ({ canvasElement }) => {
    await canvasElement.querySelector('embedded-context')?.updateComplete;
    moving.emit({
      type: 'parameters.changed',
      at: NOW,
      sessionId: 'call-1',
      parameters: [{ name: 'Contract', state: 'value', value: '2' }],
    });
  },
};

export const Ended: Story = about(
  anEndedSession({ customer: { id: 'C-310' }, contextRecord: { isStored: true } }),
  'page',
);

export const EndedNotKept: Story = about(anEndedSession({ contextRecord: { isStored: false } }), 'page');

export const InAPanel: Story = {
  args: { sessionId: known.id },
  decorators: [inPanel, inWorkspace({ sessions: [known], document: showing('page') })],
};

export const NotConfigured: Story = about(known);

export const NoSession: Story = { decorators: [inWorkspace()] };

export const SwitchedOff: Story = absent('embedded-context', 'widget-off');

export const ServiceNotLicensed: Story = absent('embedded-context', 'service-not-licensed');

export const NotConnected: Story = {};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/codes-tags/codes-tags.define.js';
import type { CodesTags } from '../src/index.js';
import { aSession, anEndedSession } from './scenarios/builders.js';
import { choose, type } from './scenarios/gestures.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';

type Args = Pick<CodesTags, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'codes-tags',
  component: 'codes-tags',
  render: ({ sessionId }) => html`<codes-tags .sessionId=${sessionId}></codes-tags>`,
};
export default meta;

type Story = StoryObj<Args>;

const coded = aSession({ primaryCode: 'card-lost', secondaryCode: 'solved', tags: ['travel', 'vip'] });

export const Default: Story = { decorators: [inWorkspace({ sessions: [coded] })] };

export const NoneChosen: Story = { decorators: [inWorkspace({ sessions: [aSession()] })] };

export const Chosen: Story = { decorators: [inWorkspace({ sessions: [coded] })] };

export const SecondaryOnly: Story = {
  decorators: [inWorkspace({ sessions: [aSession({ secondaryCode: 'solved' })] })],
};

export const Saving: Story = {
  decorators: [inWorkspace({ sessions: [aSession()], reply: 'never' })],
  play: async ({ canvasElement }) => choose(canvasElement, 'codes-tags', '[data-slot="primary"]', 'card-limit'),
};

export const NotSaved: Story = {
  decorators: [inWorkspace({ sessions: [aSession()], reply: { ok: false, failure: 'unreachable' } })],
  play: async ({ canvasElement }) => choose(canvasElement, 'codes-tags', '[data-slot="primary"]', 'card-limit'),
};

export const NoCodes: Story = {
  decorators: [inWorkspace({ sessions: [aSession({ serviceId: 'front-desk', tags: ['visit'] })] })],
};

export const CodeNoLongerOffered: Story = {
  args: { sessionId: 'ended-1' },
  decorators: [inWorkspace({ sessions: [anEndedSession({ primaryCode: 'cheque-book' })] })],
};

export const Suggestions: Story = {
  decorators: [inWorkspace({ sessions: [coded] })],
  play: async ({ canvasElement }) => type(canvasElement, 'codes-tags', '[role="combobox"]', 'tr'),
};

export const ManyTags: Story = {
  decorators: [
    inPanel,
    inWorkspace({
      sessions: [aSession({ tags: Array.from({ length: 12 }, (_, index) => `campaign ${String(index + 1)}`) })],
    }),
  ],
};

export const NotConnected: Story = {};

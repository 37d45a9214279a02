import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/codes-tags/codes-tags.define.js';
import type { CodesTags } from '../src/index.js';
import { absent } from './scenarios/absences.js';
import { aSession, anEndedSession, withCardLine } from './scenarios/builders.js';
import { choose, key, type } from './scenarios/gestures.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { withLongLists, withSuggestions } from './scenarios/long-lists.js';

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

/** Chosen on a page that went before it was saved. */
export const NotSavedBefore: Story = {
  decorators: [inWorkspace({ sessions: [coded] })],
  play: ({ canvasElement }) => {
    const { workspace } = canvasElement.querySelector<CodesTags>('codes-tags') ?? {};
    workspace?.store.keep('choices', 'call-1', { primary: 'card-limit', tags: ['travel', 'vip', 'refund'] });
  },
};

export const NoCodes: Story = {
  decorators: [inWorkspace({ sessions: [aSession({ tags: ['visit'] })], document: withCardLine({ extensions: {} }) })],
};

export const CodeNoLongerOffered: Story = {
  args: { sessionId: 'ended-1' },
  decorators: [inWorkspace({ sessions: [anEndedSession({ primaryCode: 'cheque-book' })] })],
};

export const NotYetAccepted: Story = {
  decorators: [inWorkspace({ sessions: [aSession({ state: 'offered', primaryCode: 'card-lost', tags: ['vip'] })] })],
};

export const LongLists: Story = {
  decorators: [
    inPanel,
    inWorkspace({
      sessions: [aSession({ primaryCode: 'long', secondaryCode: 's12', tags: ['travel'] })],
      document: withLongLists(),
    }),
  ],
};

export const Searching: Story = {
  decorators: [inPanel, inWorkspace({ sessions: [aSession()], document: withLongLists() })],
  play: async ({ canvasElement }) => type(canvasElement, 'codes-tags', '[data-slot="secondary"]', 'card solved'),
};

export const NothingFound: Story = {
  decorators: [inPanel, inWorkspace({ sessions: [aSession()], document: withLongLists() })],
  play: async ({ canvasElement }) => type(canvasElement, 'codes-tags', '[data-slot="primary"]', 'lost parrot'),
};

export const SavingFromALongList: Story = {
  decorators: [inPanel, inWorkspace({ sessions: [aSession()], document: withLongLists(), reply: 'never' })],
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'codes-tags', '[data-slot="primary"]', 'shop showed');
    await key(canvasElement, 'codes-tags', '[data-slot="primary"]', 'Enter');
  },
};

export const OldCodeInALongList: Story = {
  decorators: [
    inPanel,
    inWorkspace({ sessions: [aSession({ primaryCode: 'cheque-book' })], document: withLongLists() }),
  ],
};

export const SuggestedByAMachine: Story = {
  decorators: [
    inPanel,
    inWorkspace({
      sessions: [
        aSession({
          primaryCode: 'card-limit',
          suggested: { primaryCode: 'card-lost', secondaryCode: 'solved', tags: ['travel', 'lost abroad'] },
        }),
      ],
      document: withSuggestions(),
    }),
  ],
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

export const VeryManyTags: Story = {
  decorators: [
    inPanel,
    inWorkspace({
      sessions: [aSession({ tags: Array.from({ length: 1000 }, (_, index) => `campaign ${String(index + 1)}`) })],
    }),
  ],
};

export const TagsNotSaved: Story = {
  decorators: [
    inWorkspace({
      sessions: [coded],
      reply: { ok: false, failure: 'not-allowed', message: 'Tags of this service are read-only today.' },
    }),
  ],
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'codes-tags', '.tagged input', 'vip, travel, lost abroad');
    await key(canvasElement, 'codes-tags', '.tagged input', 'Enter');
  },
};

export const InAForm: Story = {
  render: () => html`
    <form>
      <p><label>Subject of the case <input name="subject" value="Card lost abroad" /></label></p>
      <codes-tags name="disposition" required="both"></codes-tags>
      <p style="color-scheme: light"><button type="button">Check</button> <button type="reset">Reset</button></p>
    </form>
  `,
  decorators: [inPanel, inWorkspace({ sessions: [aSession({ secondaryCode: 'solved' })] })],
};

export const SwitchedOffByItsForm: Story = {
  render: () => html`
    <form>
      <fieldset disabled>
        <codes-tags name="disposition"></codes-tags>
      </fieldset>
    </form>
  `,
  decorators: [inPanel, inWorkspace({ sessions: [coded] })],
};

export const RightToLeftAndHostile: Story = {
  render: () => html`<div dir="rtl"><codes-tags></codes-tags></div>`,
  decorators: [
    inPanel,
    inWorkspace({
      sessions: [
        aSession({
          primaryCode: '\u202Egnp.exe',
          tags: ['سفر', 'בטוח', '__proto__', '<b>bold</b>', `a${'\u0301'.repeat(400)}`, 'x'.repeat(400)],
        }),
      ],
      document: withLongLists(),
    }),
  ],
};

export const SwitchedOff: Story = absent('codes-tags', 'widget-off');

export const ServiceNotLicensed: Story = absent('codes-tags', 'service-not-licensed');

export const NotConnected: Story = {};

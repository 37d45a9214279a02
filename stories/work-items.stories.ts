import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/work-items/work-items.define.js';
import { ScriptedGateway } from './scenarios/scripted-gateway.js';
import { aPickingGateway, anOpenItem, waitingWork } from './scenarios/picking-gateway.js';
import type { PickingGateway } from './scenarios/picking-gateway.js';
import type { WorkItems } from '../src/index.js';
import { aDocument, anEndedSession } from './scenarios/builders.js';
import { comes, press, type } from './scenarios/gestures.js';
import { inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { aCallAboutACase, opened, theCase, withRecords } from './scenarios/records.js';
import { aParkedChat, aParkedMail, theCall, workingDay } from './scenarios/working-day.js';

const meta: Meta = {
  title: 'work-items',
  component: 'work-items',
  render: () => html`<work-items></work-items>`,
};
export default meta;

type Story = StoryObj;

export const Default: Story = { decorators: [inWorkspace({ sessions: workingDay })] };

export const Mine: Story = { decorators: [inWorkspace({ sessions: workingDay })] };

/** One leads to a contact and a case, and the case is open. */
export const WithRecords: Story = {
  decorators: [inWorkspace({ sessions: [aCallAboutACase], document: withRecords() })],
  play: ({ canvasElement }) => opened(canvasElement, theCase),
};

export const WithHidden: Story = {
  decorators: [inWorkspace({ sessions: workingDay })],
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'work-items', '[data-list="mine"]');
    canvasElement.querySelector<WorkItems>('work-items')?.workspace?.store.keep('hidden', '', [aParkedMail.id]);
  },
};

export const Closed: Story = {
  decorators: [inWorkspace({ sessions: workingDay })],
  play: async ({ canvasElement }) => press(canvasElement, 'work-items', '[data-list="closed"]'),
};

export const OpenNotServed: Story = {
  decorators: [inWorkspace({ sessions: workingDay })],
  play: async ({ canvasElement }) => press(canvasElement, 'work-items', '[data-list="open"]'),
};

/** The list of what waits, and perhaps something pressed in it. */
const picking = (gateway: PickingGateway, ...pressed: readonly string[]): Story => ({
  decorators: [on(gateway)],
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'work-items', '[data-list="open"]');
    for (const selector of pressed) {
      await comes(canvasElement, 'work-items', selector);
      await press(canvasElement, 'work-items', selector);
    }
  },
});

const JOB = '[data-id="w-job"] .pick';

export const Open: Story = picking(aPickingGateway());

export const OpenParksFirst: Story = picking(aPickingGateway(waitingWork, { sessions: [theCall] }));

export const OpenEmpty: Story = picking(aPickingGateway([]));

export const OpenLoading: Story = picking(
  Object.assign(aPickingGateway(), { openItems: () => new Promise<undefined>(() => undefined) }),
);

export const OpenFailed: Story = picking(
  Object.assign(aPickingGateway(), { openItems: () => Promise.reject<undefined>(new Error('away')) }),
);

export const OpenMany: Story = picking(
  aPickingGateway(
    Array.from({ length: 130 }, (_, at) =>
      anOpenItem(`w-${String(at)}`, 300 - at, { subject: `Claim ${String(at + 1)}` }),
    ),
  ),
);

export const BeingPicked: Story = picking(aPickingGateway(waitingWork, { reply: 'never' }), JOB);

export const NoLongerWaiting: Story = picking(
  aPickingGateway(waitingWork, { reply: { ok: false, failure: 'unknown-session' } }),
  JOB,
);

export const NoRoomForIt: Story = picking(
  aPickingGateway(waitingWork, {
    reply: { ok: false, failure: 'at-capacity', message: 'You have as many tasks of this kind as you may have.' },
  }),
  JOB,
);

export const OpenInAPanel: Story = {
  ...picking(
    aPickingGateway(waitingWork, {
      reply: { ok: false, failure: 'at-capacity', message: 'You have as many tasks of this kind as you may have.' },
    }),
    JOB,
  ),
  decorators: [
    inPanel,
    on(
      aPickingGateway(waitingWork, {
        reply: { ok: false, failure: 'at-capacity', message: 'You have as many tasks of this kind as you may have.' },
      }),
    ),
  ],
};

export const Empty: Story = { decorators: [inWorkspace()] };

export const NothingFound: Story = {
  decorators: [inWorkspace({ sessions: workingDay })],
  play: async ({ canvasElement }) => type(canvasElement, 'work-items', 'input', 'zeppelin'),
};

export const Many: Story = {
  decorators: [
    inWorkspace({
      sessions: Array.from({ length: 120 }, (_, at) =>
        anEndedSession({ ...aParkedChat, id: `past-${String(at)}`, state: 'ended' }),
      ),
    }),
  ],
  play: async ({ canvasElement }) => press(canvasElement, 'work-items', '[data-list="closed"]'),
};

const limited = (sessionLimit: number): Story => ({
  decorators: [
    inWorkspace({
      sessions: workingDay,
      document: { ...aDocument, tenant: { ...aDocument.tenant, sessionLimit } },
    }),
  ],
});

/** `workingDay` has five on the list. */
export const LimitFar: Story = limited(9);

export const LimitNear: Story = limited(6);

export const LimitReached: Story = limited(5);

export const Loading: Story = { decorators: [on(new ScriptedGateway([]))] };

export const InAPanel: Story = { decorators: [inPanel, inWorkspace({ sessions: workingDay })] };

export const NotConnected: Story = {};

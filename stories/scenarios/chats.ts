import type { QuickReply } from '../../src/components/message-composer/quick-reply.js';
import type { Participant, Session, TranscriptSegment } from '../../src/index.js';
import { MINUTE, aSession, withCardLine } from './builders.js';
import { NOW } from './scripted-gateway.js';

/** Ready answers of a bank. */
export const someReplies: readonly QuickReply[] = [
  { id: 'greeting', title: 'Greeting', text: 'Good morning, you are talking to **Lakeside Bank**. How can I help?' },
  { id: 'moment', title: 'One moment', text: 'One moment please, I look that up for you.' },
  { id: 'identify', title: 'Identification', text: 'Please tell me:\n\n- your contract number\n- your date of birth' },
  { id: 'goodbye', title: 'Goodbye', text: 'Thank you for writing to us. Have a *good* day!' },
];

/** The Card Line with quick replies and all widgets of a chat. */
export const chatDocument = withCardLine({
  companion: { quickReplies: someReplies },
  extensions: { widgets: ['companion-chat', 'session-details'] },
});

/** A chat in the middle of which the agent is. */
export const aChat = (about: Partial<Session> = {}): Session =>
  aSession({ id: 'chat-1', modality: 'im', messaging: { maxLength: 320, isFormatted: true }, ...about });

const customer: Participant = { id: 'nora', role: 'customer', name: 'Nora Feld' };
const agent: Participant = { id: 'ana', role: 'agent', name: 'Ana Sommer' };

/** One message of a chat. */
export const aMessage = (id: string, about: Partial<TranscriptSegment> = {}): TranscriptSegment => ({
  id,
  speaker: customer,
  text: `Message ${id}`,
  isFinal: true,
  at: NOW - 5 * MINUTE,
  ...about,
});

/** A chat with everybody in it: yesterday and today. */
export const aboutALimit: readonly TranscriptSegment[] = [
  aMessage('m1', { text: 'Is my card limit 2000?', at: NOW - 26 * 60 * MINUTE }),
  aMessage('m2', {
    speaker: { id: 'bot', role: 'bot', name: 'Lakey' },
    text: 'I can answer questions about **limits**:\n\n1. see your limit\n2. change it\n\nOr [read more](https://bank.example/limits).',
    format: 'markdown',
    at: NOW - 26 * 60 * MINUTE,
  }),
  aMessage('m3', {
    speaker: { id: 'system', role: 'system' },
    text: 'Ana Sommer joined the conversation.',
    at: NOW - 9 * MINUTE,
  }),
  aMessage('m4', { text: 'Hello?', at: NOW - 8 * MINUTE }),
  aMessage('m5', { text: 'I need 5000 for a week.', at: NOW - 8 * MINUTE }),
  aMessage('m6', {
    speaker: agent,
    text: 'Good morning! That is *no problem*.',
    format: 'markdown',
    delivery: 'read',
    at: NOW - 6 * MINUTE,
  }),
  aMessage('m7', { speaker: { id: 'ben', role: 'colleague', name: 'Ben Keller' }, text: 'She is a private client.' }),
  aMessage('m8', { speaker: agent, text: 'Your limit is 5000 until Friday.', delivery: 'delivered' }),
  aMessage('m9', { speaker: agent, text: 'Is there anything else?', delivery: 'sent', at: NOW - 4 * MINUTE }),
];

/** A chat of any length. */
export const aLongChat = (messages: number): readonly TranscriptSegment[] =>
  Array.from({ length: messages }, (_, index) =>
    aMessage(`long-${String(index)}`, {
      text: `${String(index + 1)}. ${index % 7 === 0 ? 'A longer message, of which there are several lines in a narrow panel. '.repeat(3) : 'Short.'}`,
      speaker: index % 3 === 0 ? agent : customer,
      at: NOW - (messages - index) * MINUTE,
    }),
  );

export const inArabic: readonly TranscriptSegment[] = [
  aMessage('ar-1', {
    speaker: { id: 'laila', role: 'customer', name: 'ليلى حداد' },
    text: 'مرحبا، أريد رفع حد بطاقتي إلى 5000.',
  }),
  aMessage('ar-2', { speaker: agent, text: 'بكل سرور، **ما رقم العقد؟**', format: 'markdown', delivery: 'read' }),
];

/** What somebody might write to harm the page or the agent. */
export const hostileMessages: readonly TranscriptSegment[] = [
  '<img src=x onerror="globalThis.attacked = true"><script>globalThis.attacked = true</script>',
  '[click](javascript:globalThis.attacked=true) [me](https://bank.example@evil.example) ![x](https://evil.example/x.png)',
  `${'> '.repeat(3000)}deep ${'['.repeat(3000)}`,
  '*'.repeat(100_000),
  `a${'\u0301'.repeat(20_000)}`,
  `${'\u202E'.repeat(5000)}desrever`,
].map((text, index) => aMessage(`hostile-${String(index)}`, { text, format: 'markdown' }));

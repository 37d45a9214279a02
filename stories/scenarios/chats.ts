import type { QuickReply } from '../../src/components/message-composer/quick-reply.js';

/** Ready answers of a bank. */
export const someReplies: readonly QuickReply[] = [
  { id: 'greeting', title: 'Greeting', text: 'Good morning, you are talking to **Lakeside Bank**. How can I help?' },
  { id: 'moment', title: 'One moment', text: 'One moment please, I look that up for you.' },
  { id: 'identify', title: 'Identification', text: 'Please tell me:\n\n- your contract number\n- your date of birth' },
  { id: 'goodbye', title: 'Goodbye', text: 'Thank you for writing to us. Have a *good* day!' },
];

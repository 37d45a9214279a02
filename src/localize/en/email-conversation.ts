import type { MessageDelivery } from '../../core/model/messaging.js';
import type { SessionState } from '../../core/model/session.js';
import { plural } from '../plural.js';

/** The words of `<email-conversation>`. */
export const emailConversation = {
  title: 'Email',
  noSubject: '(no subject)',
  from: 'From',
  to: 'To',
  cc: 'Cc',
  replyTo: 'Reply to',
  answersGoTo: 'Answers to this mail go to',
  details: 'Show details',
  nobody: 'Nobody is named',
  sentAt: 'Sent',
  notTheAddress: (claimed: string) => `The name says ${claimed}, but that is not the address of this mail.`,
  attachments: (count: number) => plural(count, 'attachment', 'attachments'),
  body: 'Text of the mail',
  opening: 'Opening the mail…',
  noMail: 'This task has no mail.',
  noBody: 'This mail has no text.',
  imagesBlocked: (count: number) =>
    `${plural(count, 'image was', 'images were')} not loaded, so that the sender does not learn that you read this.`,
  showImages: 'Show images',
  inlineImage: (name: string) => (name === '' ? 'Image, see attachments' : `Image, see attachments: ${name}`),
  leadsTo: (place: string) => `leads to ${place}`,
  plainText: 'Plain text',
  tooLarge: 'This mail is too large to be shown with its formatting. This is its text.',
  notLoaded: 'The formatting could not be loaded. This is the text of the mail.',
  notShown: 'This mail cannot be shown with its formatting here. This is its text.',
  actions: 'Answer this mail',
  reply: 'Reply',
  replyAll: 'Reply all',
  continueReply: 'Continue your answer',
  markAsHandled: 'Mark as handled',
  /** What follows the sentence of a state. */
  toAnswer: { offered: 'Accept it to answer.', parked: 'Unpark it to answer.' } satisfies Partial<
    Record<SessionState, string>
  >,
  notNowOther: 'This cannot be answered at the moment.',
  answer: 'Your answer',
  answerTo: 'Answer to',
  placeholder: 'Write your answer',
  send: 'Send',
  close: 'Close',
  answers: 'Sent answers',
  sentBy: (name: string, moment: string) => (moment === '' ? name : `${name}, ${moment}`),
  you: 'You',
  delivery: {
    failed: 'Not delivered',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
  } satisfies Record<MessageDelivery, string>,
  unsent: 'This answer was not sent.',
  copy: 'Copy',
  copied: 'Copied',
  notDone: { 'email.reply': 'Answer not sent', 'email.mark-as-handled': 'Not marked as handled' },
};

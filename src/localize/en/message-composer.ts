import { plural } from '../plural.js';

/** The words of `<message-composer>`. */
export const messageComposer = {
  failed: 'This could not be shown.',
  retry: 'Try again',
  title: 'Message',
  loading: 'Loading the editor…',
  send: 'Send',
  toolbar: 'Formatting',
  bold: 'Bold',
  italic: 'Italic',
  strike: 'Strikethrough',
  link: 'Link',
  bulletList: 'Bulleted list',
  numberedList: 'Numbered list',
  code: 'Code',
  linkAddress: 'Address of the link',
  linkHint: 'https://…',
  linkUnsafe: 'This address cannot be opened. It begins with https://, mailto: or tel:.',
  applyLink: 'Apply',
  removeLink: 'Remove link',
  count: (length: number) => plural(length, 'character', 'characters'),
  countOf: (length: number, most: number) => `${String(length)} of ${String(most)}`,
  tooMany: (over: number) => `${plural(over, 'character', 'characters')} too many`,
  tooLong: 'The message is too long for this channel.',
  plainOnly: 'The editor could not be loaded. Plain text can be sent.',
  unsaved: 'Not saved on this device',
  otherVersion: 'Also written in another tab:',
  useOther: 'Use this one',
  discardOther: 'Discard',
  filesLeftOut: (count: number) =>
    count === 1
      ? 'The file was not added: files cannot be sent from here. Your text is as it was.'
      : 'The files were not added: files cannot be sent from here. Your text is as it was.',
  quickReplies: 'Quick replies',
  foundReplies: (count: number) => `${plural(count, 'quick reply', 'quick replies')}. Choose with the arrow keys.`,
  noReply: 'No quick reply is called like that.',
};

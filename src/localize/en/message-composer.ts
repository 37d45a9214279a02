import type { UploadFailure } from '../../core/ports/upload.js';
import type { FileRefusal } from '../../core/rules/file-rules.js';
import { plural } from '../plural.js';

const filesWere = (count: number): string => plural(count, 'file was', 'files were');

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
  filesLeftOut: (count: number): string =>
    count === 1
      ? 'The file was not added: files cannot be sent from here. Your text is as it was.'
      : 'The files were not added: files cannot be sent from here. Your text is as it was.',
  attach: 'Attach files',
  attached: 'Attached files',
  unnamedFile: 'File without a name',
  removeFile: (name: string) => `Remove ${name}`,
  uploadAgain: (name: string) => `Upload ${name} again`,
  remove: 'Remove',
  cancel: 'Cancel',
  progressOf: (name: string) => `Upload of ${name}`,
  sentOf: (percent: number, size: string) => `${String(percent)}% of ${size}`,
  fileLost: 'Not uploaded: its page was closed, or is still uploading it. Attach it again or remove it.',
  filesUnderWay: 'Can be sent when the files are uploaded.',
  filesMissing: 'A file was not uploaded. Try it again or remove it, then send.',
  filesThere: (count: number) => (count === 1 ? 'The file is attached.' : `${String(count)} files are attached.`),
  uploadFailed: {
    'too-large': 'Too large for this channel.',
    'not-taken': 'This channel does not take it.',
    'unknown-session': 'This conversation is over.',
    unreachable: 'The upload was interrupted.',
    cancelled: 'The upload was cancelled.',
    failed: 'The upload failed.',
  } satisfies Record<UploadFailure, string>,
  fileRefused: {
    folder: () => 'Folders cannot be attached. Attach the files in them.',
    empty: (name: string) => `${name} is empty and was not added.`,
    type: (name: string) => `${name} was not added: this channel does not take files of this kind.`,
    'too-big': (name: string) => `${name} was not added: it is too large for this channel.`,
    'too-many': (name: string) => `${name} was not added: the message has as many files as this channel takes.`,
  } satisfies Record<FileRefusal, (name: string) => string>,
  /** Of many at once. */
  filesRefused: {
    folder: () => 'Folders cannot be attached. Attach the files in them.',
    empty: (count: number) => `${filesWere(count)} not added: empty.`,
    type: (count: number) => `${filesWere(count)} not added: this channel does not take files of this kind.`,
    'too-big': (count: number) => `${filesWere(count)} not added: too large for this channel.`,
    'too-many': (count: number) =>
      `${filesWere(count)} not added: the message has as many files as this channel takes.`,
  } satisfies Record<FileRefusal, (count: number) => string>,
  quickReplies: 'Quick replies',
  foundReplies: (count: number) => `${plural(count, 'quick reply', 'quick replies')}. Choose with the arrow keys.`,
  noReply: 'No quick reply is called like that.',
};

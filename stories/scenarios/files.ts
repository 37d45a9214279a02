import type { FileRules } from '../../src/index.js';
import type { AttachedFile } from '../../src/components/message-composer/attached-file.js';
import type { Attachment, TranscriptSegment } from '../../src/index.js';
import { aMessage } from './chats.js';
import { written } from './composing.js';

/** What a channel takes, as many do. */
export const someRules: FileRules = { types: ['image/*', '.pdf'], maxBytes: 5_000_000, maxCount: 5 };

/** A picture of one colour. */
function aPicture(): Blob {
  const bytes = Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
    (sign) => sign.charCodeAt(0),
  );
  return new Blob([bytes], { type: 'image/png' });
}

const contract = { key: 'contract', name: 'contract 2026.pdf', mediaType: 'application/pdf', size: 1_240_000 };
const photo = { key: 'photo', name: 'photo of the card.png', mediaType: 'image/png', size: 3_400_000 };

/** The files of a message in each state that a file can be in. */
export const attachedFiles = {
  picked: [
    { ...photo, sentBytes: 0, file: aPicture() },
    { ...contract, sentBytes: 0 },
  ],
  uploading: [
    { ...photo, sentBytes: 2_100_000, file: aPicture() },
    { ...contract, isThere: true },
  ],
  uploaded: [
    { ...photo, isThere: true, file: aPicture() },
    { ...contract, isThere: true },
  ],
  failed: [
    { ...contract, failure: 'unreachable', file: new Blob(['%PDF']) },
    { ...photo, failure: 'not-taken', message: 'There is a virus in it.', file: aPicture() },
    { ...contract, key: 'cancelled', name: 'terms.pdf', failure: 'cancelled', file: new Blob(['%PDF']) },
  ],
  lost: [contract, { ...photo, isThere: true }],
  hostile: [
    { ...contract, key: '1', name: 'invoice\u202Efdp.exe', isThere: true },
    { ...contract, key: '2', name: `${'endless'.repeat(1000)}.pdf`, sentBytes: 500_000 },
    { ...contract, key: '3', name: '../../etc/<b>passwd</b>', failure: 'failed', file: new Blob(['x']) },
    { ...contract, key: '4', name: '\u200B', isThere: true },
  ],
} satisfies Record<string, readonly AttachedFile[]>;

/** Drops files on a composer, as from a folder of the desktop. */
export async function dropFiles(root: ParentNode, files: readonly File[]): Promise<void> {
  const [surface] = await written(root);
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  surface?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer }));
}

/** Files of which a channel takes none. */
export const refusedFiles = (): File[] => [
  new File([new Uint8Array(5_000_001)], 'film of the fault.png', { type: 'image/png' }),
  new File(['MZ'], 'run.exe', { type: 'application/x-msdownload' }),
  new File([], 'empty.pdf', { type: 'application/pdf' }),
];

const url = 'https://files.example/1';
const received: readonly Attachment[] = [
  { id: '1', name: 'photo of the card.jpg', mediaType: 'image/jpeg', size: 1_800_000, url },
  { id: '2', name: 'contract 2026.pdf', mediaType: 'application/pdf', size: 240_000, url },
  { id: '3', name: 'export', size: 12_000, url },
  { id: '4', name: 'invoice\u202Efdp.exe', mediaType: 'application/x-msdownload', size: 90_000, url },
  { id: '5', name: 'page.html', mediaType: 'text/html', url: 'javascript:alert(1)' },
  { id: '6', name: 'no longer kept.zip', mediaType: 'application/zip', size: 5_000_000 },
];

/** A chat in which both have sent files. */
export const withFiles: readonly TranscriptSegment[] = [
  aMessage('f1', { text: 'Here is all I have.', attachments: received }),
  aMessage('f2', { text: '', attachments: received.slice(0, 1) }),
  aMessage('f3', {
    speaker: { id: 'ana', role: 'agent', name: 'Ana Sommer' },
    text: 'Thank you! This is your contract.',
    delivery: 'read',
    attachments: received.slice(1, 2),
  }),
];

/** Clicks what shows the first picture, which cannot be had. */
export async function showPicture(root: ParentNode): Promise<void> {
  await written(root);
  const buttons = root
    .querySelector('chat-conversation')
    ?.shadowRoot?.querySelectorAll<HTMLElement>('.received button');
  buttons?.[0]?.click();
}

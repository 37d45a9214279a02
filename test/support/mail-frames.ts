import { find, frame } from './mounting.js';

/** The sheet of a mail's frame, once the sanitizer is there and the mail is drawn. */
export async function sheetIn(root: ParentNode): Promise<HTMLElement> {
  await drawn();
  const sheet = find<HTMLIFrameElement>(root, 'iframe').contentDocument?.querySelector('main');
  if (!sheet) throw new Error('The frame is empty.');
  return sheet;
}

/** Waits until what is loaded for a mail is there and shown. */
export async function drawn(): Promise<void> {
  await import('dompurify');
  await frame();
}

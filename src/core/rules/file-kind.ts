import { endingOf } from '../text/file-name.js';

export type FileKind = 'picture' | 'sound' | 'film' | 'document' | 'archive' | 'other';

/** Pictures that are nothing but pixels: SVG is a document with scripts in it. */
const PIXELS = /^image\/(png|jpeg|gif|webp|avif|bmp)$/i;
const DOCUMENTS = /^(text\/|application\/(pdf|rtf|msword|vnd\.(ms-|openxmlformats|oasis)))/i;
const ARCHIVES = /^application\/(zip|gzip|x-(7z|rar|tar)|vnd\.rar)/i;

const ENDINGS = new Map<string, FileKind>(
  (
    [
      ['picture', 'png jpg jpeg gif webp avif bmp heic tif tiff svg'],
      ['sound', 'mp3 m4a wav ogg opus flac'],
      ['film', 'mp4 mov webm avi mkv'],
      ['document', 'pdf txt md csv doc docx odt xls xlsx ods ppt pptx odp rtf eml msg'],
      ['archive', 'zip 7z rar gz tar'],
    ] as const
  ).flatMap(([kind, endings]) => endings.split(' ').map((ending) => [ending, kind] as const)),
);

/** What a file is, in the words of people, as far as its type tells, and its name where there is none. */
export function kindOfFile({ name, mediaType = '' }: { readonly name: string; readonly mediaType?: string }): FileKind {
  if (/^image\//i.test(mediaType)) return 'picture';
  if (/^audio\//i.test(mediaType)) return 'sound';
  if (/^video\//i.test(mediaType)) return 'film';
  if (DOCUMENTS.test(mediaType)) return 'document';
  if (ARCHIVES.test(mediaType)) return 'archive';
  const isTold = mediaType !== '' && mediaType !== 'application/octet-stream';
  return isTold ? 'other' : (ENDINGS.get(endingOf(name).slice(1).toLowerCase()) ?? 'other');
}

/** Whether a browser can show it without running anything. */
export const isPixels = (mediaType = ''): boolean => PIXELS.test(mediaType);

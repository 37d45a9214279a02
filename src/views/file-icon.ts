import { kindOfFile } from '../core/rules/file-kind.js';
import type { FileKind } from '../core/rules/file-kind.js';
import { File, FileArchive, FileAudio, FileImage, FileText, FileVideo } from '../icons/drawings.js';
import { icon } from '../icons/icon.js';
import type { Drawing } from '../icons/icon.js';

const ICONS: Readonly<Record<FileKind, Drawing>> = {
  picture: FileImage,
  sound: FileAudio,
  film: FileVideo,
  document: FileText,
  archive: FileArchive,
  other: File,
};

/** A drawing of the kind of a file, as far as its type and name tell. */
export const fileIcon = (file: Parameters<typeof kindOfFile>[0]): unknown => icon(ICONS[kindOfFile(file)]);

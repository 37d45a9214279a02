import { safeFileName } from '../text/file-name.js';

/** What the request of an upload says of its file, beside its bytes. */
export interface FileHeaders {
  /** Made safe for every file system. */
  readonly name: string;
  /** As the sender says; the empty text where he does not. */
  readonly mediaType: string;
}

const NAME = /^attachment; *filename\*=UTF-8''([\w!#$&+.^`|~%-]{1,4000})$/i;
const MEDIA_TYPE = /^[a-z0-9][\w!#$&^.+-]{0,80}\/[\w!#$&^.+-]{1,120}$/i;

/** Signs that `encodeURIComponent` leaves and RFC 8187 does not know. */
const LEFT = /['()*]/g;

/** A `Content-Disposition` under which a file is kept, and never shown as a page. */
export const asAttachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(safeFileName(name)).replace(
    LEFT,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )}`;

/** Headers of an upload: RFC 6266 with the encoding of RFC 8187. The bytes go as they are, and as no type of their own. */
export const writeFileHeaders = (name: string, mediaType: string): Readonly<Record<string, string>> => ({
  'Content-Type': 'application/octet-stream',
  'Content-Disposition': asAttachment(name),
  ...(MEDIA_TYPE.test(mediaType) ? { 'X-Media-Type': mediaType } : {}),
});

/** Undefined where there is no name: then it is no upload of this contract, such as a form of a foreign page. */
export function readFileHeaders(get: (header: string) => string | null): FileHeaders | undefined {
  const encoded = NAME.exec(get('content-disposition') ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const mediaType = get('x-media-type') ?? '';
  try {
    const name = safeFileName(decodeURIComponent(encoded));
    return { name, mediaType: MEDIA_TYPE.test(mediaType) ? mediaType.toLowerCase() : '' };
  } catch {
    return undefined;
  }
}

import { isPixels } from '../core/rules/file-kind.js';
import { asAttachment } from '../core/wire/file-headers.js';

/** A file that a message has, on its way to an agent. */
export interface ServedFile {
  /** As its sender called it. */
  readonly name: string;
  /** As its sender says: believed of pictures that are nothing but pixels, which the page shows when asked to. */
  readonly mediaType?: string | undefined;
  readonly body: ReadableStream<Uint8Array> | Blob | Uint8Array<ArrayBuffer>;
}

/**
 * Answers with what a stranger has sent, so that it can do nothing on the origin it comes from: it is kept under a safe
 * name, its type is not guessed, and where a browser shows it all the same, it runs nothing and has no origin. For the
 * route of the host that the `url` of an attachment leads to; whose file it is, the host asks before.
 */
export const answerFile = ({ name, mediaType, body }: ServedFile): Response =>
  new Response(body, {
    headers: {
      'cache-control': 'private, no-store',
      'content-disposition': asAttachment(name),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': mediaType !== undefined && isPixels(mediaType) ? mediaType : 'application/octet-stream',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });

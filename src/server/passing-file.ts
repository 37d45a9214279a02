import type { UploadedFile } from '../core/ports/upload.js';
import type { IncomingFile } from './options.js';

/**
 * A file on its way to a gateway. Where its sender has said how long it is, nothing of it waits here: its bytes are read
 * when the gateway asks for them. Otherwise the gateway cannot be told of a size before all has come; that is kept in
 * memory, up to the limit.
 *
 * @param maxBytes what the channel takes, in bytes
 * @returns undefined where it is larger. Rejects where it does not come whole.
 */
export async function passingFile(
  { name, mediaType: type, size, body }: IncomingFile,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<UploadedFile | undefined> {
  if (size !== undefined)
    return size > maxBytes
      ? undefined
      : { name, type, size, stream: () => body, arrayBuffer: () => new Response(body).arrayBuffer() };
  const whole = await wholeOf(body, maxBytes);
  return (
    whole && {
      ...{ name, type, size: whole.size },
      stream: () => whole.stream(),
      arrayBuffer: () => whole.arrayBuffer(),
    }
  );
}

/** Takes what comes to its end. Rejects where that does not come. */
export async function emptied(body: ReadableStream<Uint8Array>): Promise<void> {
  await eachOf(body, () => true);
}

async function wholeOf(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Blob | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const isWhole = await eachOf(body, (part) => {
    size += part.byteLength;
    parts.push(Uint8Array.from(part));
    return size <= maxBytes;
  });
  return isWhole ? new Blob(parts) : undefined;
}

/** Not every browser's typings know that streams can be iterated. Answers whether `take` wanted all of it. */
async function eachOf(body: ReadableStream<Uint8Array>, take: (part: Uint8Array) => boolean): Promise<boolean> {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read())
    if (!take(part.value)) {
      await reader.cancel();
      return false;
    }
  return true;
}

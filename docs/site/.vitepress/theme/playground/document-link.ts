/** A document in the hash of an address: what is shared reaches no server, and what is opened can only be shown. */

const KEY = '#document=';

/** Longest document that a link may hold, in bytes. A few kilobytes of a link can unpack to gigabytes. */
export const LONGEST_DOCUMENT = 200_000;

/** What a link holds: a text, whatever it says, or why there is none. Undefined for a hash about something else. */
export type Linked = { readonly text: string } | { readonly problem: string } | undefined;

/** The hash that holds a document. Throws a RangeError for one that no link may hold. */
export async function hashOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > LONGEST_DOCUMENT) throw new RangeError('The document is too long for a link.');
  const packed = await bounded(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity);
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return KEY + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads a hash. Never throws. */
export async function documentIn(hash: string): Promise<Linked> {
  if (!hash.startsWith(KEY)) return undefined;
  try {
    const binary = atob(hash.slice(KEY.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await bounded(stream, LONGEST_DOCUMENT)) };
  } catch (error) {
    const isTooLong = error instanceof RangeError;
    return { problem: isTooLong ? 'The document of this link is too long.' : 'This link holds no document.' };
  }
}

/** All of a stream. Throws a RangeError, and reads no further, when it is longer than `most` bytes. */
async function bounded(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('too long');
    }
    pieces.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

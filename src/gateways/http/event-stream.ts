import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';
import { LONGEST_EVENT } from '../../core/wire/contract.js';

/** A message of the stream as it came, for whoever reads it: this tab or another. */
export interface RawMessage {
  /**
   * `unnamed`: its `event` line is missing, so that nobody knows what it is. `refused`: there is no stream for whoever is
   * signed in; who that is only a snapshot tells.
   */
  readonly kind: 'fact' | 'heartbeat' | 'reset' | 'unnamed' | 'refused';
  readonly data: string;
}

/** An event that is longer than events may be would come again and again: a snapshot leads past it. */
const TOO_LONG: RawMessage = { kind: 'reset', data: '{}' };

export const REFUSED: RawMessage = { kind: 'refused', data: '' };

/** What stands around the data of an event, in UTF-16 units. */
const FIELD_NAMES = 256;

const KINDS: ReadonlyMap<string | undefined, RawMessage['kind']> = new Map([
  ['fact', 'fact'],
  ['heartbeat', 'heartbeat'],
  ['reset', 'reset'],
  [undefined, 'unnamed'],
]);

/**
 * Reads a stream of server-sent events until it ends, breaks or is aborted; never rejects. Resolves with whether it was
 * the backend that ended it. What one piece of the network held is handed over in one call. Events of an unknown kind are
 * for a reader of tomorrow.
 */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  onMessages: (messages: readonly RawMessage[]) => void,
): Promise<boolean> {
  let messages: RawMessage[] = [];
  const parser = createParser({
    maxBufferSize: LONGEST_EVENT + FIELD_NAMES,
    onError({ type }) {
      if (type === 'max-buffer-size-exceeded') messages.push(TOO_LONG);
    },
    onEvent({ event, data }: EventSourceMessage) {
      const kind = KINDS.get(event);
      if (kind) messages.push(data.length > LONGEST_EVENT ? TOO_LONG : { kind, data });
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      parser.feed(decoder.decode(piece.value, { stream: true }));
      if (messages.length === 0) continue;
      const read = messages;
      messages = [];
      onMessages(read);
    }
    return true;
  } catch {
    // Broken off, by the network or by us: the position tells where to go on.
    return false;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

import { expect } from '@open-wc/testing';
import { LONGEST_EVENT } from '../../../src/core/wire/contract.js';
import type { RawMessage } from '../../../src/gateways/http/event-stream.js';
import { readEventStream } from '../../../src/gateways/http/event-stream.js';

const PIECE = 1024 * 1024;

async function messagesOf(data: string): Promise<readonly RawMessage[]> {
  const bytes = new TextEncoder().encode(`event: fact\nid: e:1\ndata: ${data}\n\n`);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += PIECE) controller.enqueue(bytes.subarray(at, at + PIECE));
      controller.close();
    },
  });
  const messages: RawMessage[] = [];
  await readEventStream(body, (read) => messages.push(...read));
  return messages;
}

describe('a stream of events', () => {
  it('takes the longest event there may be', async () => {
    const [message] = await messagesOf('x'.repeat(LONGEST_EVENT));
    expect(message?.kind).to.equal('fact');
    expect(message?.data.length).to.equal(LONGEST_EVENT);
  });

  it('answers a longer one as a reset: a snapshot leads past what would come again and again', async () => {
    for (const more of [1, PIECE]) {
      const messages = await messagesOf('x'.repeat(LONGEST_EVENT + more));
      expect(messages.map(({ kind }) => kind)).to.deep.equal(['reset']);
    }
  });
});

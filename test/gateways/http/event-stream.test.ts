import { expect } from '@open-wc/testing';
import { LONGEST_EVENT } from '../../../src/core/wire/contract.js';
import type { RawMessage } from '../../../src/gateways/http/event-stream.js';
import { readEventStream } from '../../../src/gateways/http/event-stream.js';

const PIECE = 1024 * 1024;

const messagesOf = (data: string): Promise<readonly RawMessage[]> => read(`event: fact\nid: e:1\ndata: ${data}\n\n`);

async function read(stream: string): Promise<readonly RawMessage[]> {
  const bytes = new TextEncoder().encode(stream);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += PIECE) controller.enqueue(bytes.subarray(at, at + PIECE));
      controller.close();
    },
  });
  const messages: RawMessage[] = [];
  await readEventStream(body, (piece) => messages.push(...piece));
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

  it('tells an event that does not say what it is from one of tomorrow', async () => {
    const messages = await read('data: 1\n\nevent: of-tomorrow\ndata: 2\n\n: a comment\n\nevent: reset\ndata: 3\n\n');
    expect(messages).to.deep.equal([
      { kind: 'unnamed', data: '1' },
      { kind: 'reset', data: '3' },
    ]);
  });
});

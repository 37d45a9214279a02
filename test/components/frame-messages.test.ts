import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { messageFrom } from '../../src/components/embedded-context/frame-messages.js';
import { frameOf } from '../../src/components/embedded-context/frame-pool.js';
import type { Frame } from '../../src/components/embedded-context/frame-pool.js';

const ready = { type: 'my-sessions:ready' };
const dirty = { type: 'my-sessions:dirty', isDirty: true };

describe('messageFrom', () => {
  const frames = ['own', 'other'].map(() => document.createElement('iframe'));
  before(() => {
    document.body.append(...frames);
  });
  after(() => {
    for (const frame of frames) frame.remove();
  });
  const aFrame = (about: { readonly messages?: boolean; readonly allowSameOrigin?: boolean } = {}): Frame => ({
    ...frameOf(
      {
        item: {
          id: 'record',
          label: 'Record',
          url: 'https://crm.example/',
          whenMissing: 'disable',
          allowSameOrigin: about.allowSameOrigin ?? false,
          messages: about.messages ?? true,
        },
        sessionId: 'a',
        title: 'Nora Feld',
        url: 'https://crm.example/',
        since: 0,
      },
      'https://portal.example',
    ),
    element: frames[0]!,
  });

  const own = (): Window => frames[0]!.contentWindow!;
  const other = (): Window => frames[1]!.contentWindow!;

  it('reads what was agreed from the frame it watches, by the origin it has there', () => {
    expect(messageFrom(aFrame(), { source: own(), origin: 'null', data: ready }, 0)).to.deep.equal(ready);
    expect(messageFrom(aFrame(), { source: own(), origin: 'null', data: dirty }, 0)).to.deep.equal(dirty);
    const free = aFrame({ allowSameOrigin: true });
    expect(messageFrom(free, { source: own(), origin: 'https://crm.example', data: dirty }, 0)).to.deep.equal(dirty);
  });

  it('reads nothing where the context item does not allow messages', () => {
    const silent = aFrame({ messages: false });
    expect(messageFrom(silent, { source: own(), origin: 'null', data: ready }, 0)).to.equal(undefined);
  });

  it('reads nothing of 1,000 messages from other windows or other origins', () => {
    const origins = fc.constantFrom('null', 'https://crm.example', 'https://evil.example', '', location.origin);
    const message = fc.oneof(fc.constantFrom<unknown>(ready, dirty), fc.anything());
    fc.assert(
      fc.property(
        fc.constantFrom('self', 'other', 'top', 'none', 'own'),
        origins,
        message,
        fc.boolean(),
        (from, origin, data, isFree) => {
          const frame = aFrame({ allowSameOrigin: isFree });
          const isRight = origin === (isFree ? 'https://crm.example' : 'null');
          fc.pre(from !== 'own' || !isRight);
          const source =
            new Map([
              ['self', window],
              ['other', other()],
              ['top', window.top],
              ['own', own()],
            ]).get(from) ?? null;
          if (messageFrom(frame, { source, origin, data }, 0)) throw new Error(`${from} ${origin}`);
          const gone = { ...frame, element: document.createElement('iframe') };
          if (messageFrom(gone, { source, origin, data }, 0)) throw new Error('a frame that is not there');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reads nothing but what was agreed from the right frame', () => {
    const shapes: readonly unknown[] = [
      ...[undefined, null, 0, '', 'my-sessions:ready', [], [ready], {}, () => 1],
      ...[
        { type: 'my-sessions:dirty' },
        { type: 'my-sessions:dirty', isDirty: 'false' },
        { type: ['my-sessions:ready'] },
      ],
      ...[{ isDirty: true }, { type: 'my-sessions:close' }, JSON.stringify(ready), Object.create(ready) as unknown],
    ];
    const understood = shapes.filter((data) => messageFrom(aFrame(), { source: own(), origin: 'null', data }, 0));
    // Only the last: what it inherits cannot come through postMessage, which copies own properties.
    expect(understood).to.deep.equal([shapes.at(-1)]);
    const noise = fc.anything().filter((data) => (data as { type?: unknown } | null)?.type !== ready.type);
    fc.assert(
      fc.property(noise, (data) => messageFrom(aFrame(), { source: own(), origin: 'null', data }, 0) === undefined),
      { numRuns: 1000 },
    );
  });

  it('hands on no more than it was asked for', () => {
    const data = { ...dirty, sessionId: 'b', extra: { deep: true } };
    expect(messageFrom(aFrame(), { source: own(), origin: 'null', data }, 0)).to.deep.equal(dirty);
  });

  it('reads twenty messages a second, and the next ones a second later', () => {
    const frame = aFrame();
    const hear = (now: number): boolean =>
      messageFrom(frame, { source: own(), origin: 'null', data: ready }, now) !== undefined;
    expect(Array.from({ length: 500 }, () => hear(5000)).filter(Boolean).length).to.equal(20);
    expect(hear(5999)).to.equal(false);
    expect(hear(6000)).to.equal(true);
  });
});

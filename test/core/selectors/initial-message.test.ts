import { expect } from '@open-wc/testing';
import { selectInitialMessage } from '../../../src/core/selectors/select-transcript.js';
import type { TranscriptSegment } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { aStore } from '../../support/a-store.js';

const line = (role: 'customer' | 'bot', text: string, about: Partial<TranscriptSegment> = {}): TranscriptSegment => ({
  id: text,
  speaker: { id: role, role },
  text,
  isFinal: true,
  ...about,
});
const initialOf = (...segments: readonly TranscriptSegment[]): string | undefined =>
  aStore({ sessions: [aSession()], transcript: { sessionId: 'call-1', segments } }).store.read(
    selectInitialMessage('call-1'),
  );
const bots = (count: number): readonly TranscriptSegment[] =>
  Array.from({ length: count }, (_, index) => line('bot', `bot ${String(index)}`));

describe('what the customer wrote first', () => {
  it('is the first final line of the customer', () => {
    expect(initialOf(line('customer', 'Hel', { isFinal: false }), ...bots(2), line('customer', 'Hello'))).to.equal(
      'Hello',
    );
    expect(initialOf(line('customer', 'one'), line('customer', 'two'))).to.equal('one');
  });

  it('is nothing while the customer has written nothing', () => {
    expect(initialOf()).to.equal(undefined);
    expect(initialOf(...bots(3))).to.equal(undefined);
  });

  it('is looked for in the first fifty lines', () => {
    expect(initialOf(...bots(49), line('customer', 'the fiftieth'))).to.equal('the fiftieth');
    expect(initialOf(...bots(50), line('customer', 'too late'))).to.equal(undefined);
  });
});

import { expect } from '@open-wc/testing';
import type { SessionEvent } from '../../../src/core/events/session-event.js';
import { usableOf } from '../../../src/core/reading/reading-receiver.js';

describe('what a gateway says that cannot be read', () => {
  const rejectionsOf = (count: number): readonly string[] => {
    const rejected: string[] = [];
    const segments = Array.from({ length: count }, (_, at) => ({ id: `s${String(at)}`, speaker: 'Cara', text: 'Hi' }));
    const fact = { type: 'transcript.appended', at: 1, sessionId: 'call-1', segments } as unknown as SessionEvent;
    usableOf([fact], (reason) => rejected.push(reason));
    return rejected;
  };

  it('is named by where it stands', () => {
    expect(rejectionsOf(2)).to.deep.equal(['transcript.appended: segments[0].speaker, segments[1].speaker']);
  });

  it('is named in one line that can be read, however often it comes in one fact', () => {
    const [reason = '', ...others] = rejectionsOf(300);
    expect(others).to.deep.equal([]);
    expect(reason).to.match(/^transcript\.appended: segments\[0\]\.speaker, .* and 292 more$/);
    expect(reason.length).to.be.below(300);
  });
});

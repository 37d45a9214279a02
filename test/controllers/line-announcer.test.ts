import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { Subject } from 'rxjs';
import { LineAnnouncer, finalLinesSince } from '../../src/controllers/line-announcer.js';
import { SegmentList } from '../../src/core/state/segment-list.js';
import type { TranscriptSegment } from '../../src/index.js';

const line = (id: string, text = id, isFinal = true): TranscriptSegment => ({
  id,
  speaker: { id: 'c', role: 'customer' },
  text,
  isFinal,
});
const lines = (count: number, from = 0): TranscriptSegment[] =>
  Array.from({ length: count }, (_, at) => line(`line ${String(from + at)}`));
const withAll = (list: SegmentList, segments: readonly TranscriptSegment[]): SegmentList =>
  segments.reduce((longer, segment) => longer.with(segment), list);
const listOf = (...segments: readonly TranscriptSegment[]): SegmentList => withAll(SegmentList.empty, segments);

describe('what has become final since', () => {
  it('is every new line in order, and a line that was still being recognised', () => {
    const before = listOf(line('a'), line('b', 'I would li', false));
    const after = withAll(before, [line('b', 'I would like tea.'), line('c'), line('d', 'and', false)]);
    expect(finalLinesSince(before, after)).to.deep.equal(['I would like tea.', 'c']);
    expect(finalLinesSince(after, after)).to.deep.equal([]);
  });

  it('is also the line of somebody whom others have spoken over', () => {
    const before = listOf(line('ana', 'Just a', false), ...lines(15));
    const after = before.with(line('ana', 'Just a moment.'));
    expect(finalLinesSince(before, after)).to.deep.equal(['Just a moment.']);
    const long = listOf(line('ana', 'Just a', false), ...lines(16));
    expect(finalLinesSince(long, long.with(line('ana', 'Just a moment.')))).to.deep.equal([]);
  });

  it('is not what was corrected, nor what nothing is said of', () => {
    const before = listOf(line('a'), line('b'));
    expect(finalLinesSince(before, before.with(line('b', 'better')))).to.deep.equal([]);
    const after = withAll(before, [line('c'), line('d')]);
    const spoken = finalLinesSince(before, after, ({ id }) => (id === 'c' ? undefined : `Ana: ${id}`));
    expect(spoken).to.deep.equal(['Ana: d']);
  });

  it('is nothing when a whole transcript has arrived: more than 200 lines at once', () => {
    const before = listOf(line('a'));
    expect(finalLinesSince(before, withAll(before, lines(200)))).to.have.length(200);
    expect(finalLinesSince(before, withAll(before, lines(201)))).to.deep.equal([]);
  });

  it('is no more than the beginning of a very long line', () => {
    const [spoken = ''] = finalLinesSince(SegmentList.empty, listOf(line('a', 'word '.repeat(200))));
    expect(spoken.length).to.be.within(290, 301);
  });
});

describe('lines that are spoken', () => {
  let ticks: Subject<number>;
  let announcer: LineAnnouncer;
  let updates: number;
  /** What the live region holds after each of so many seconds. */
  const seconds = (count: number): string[] =>
    Array.from({ length: count }, () => {
      ticks.next(0);
      return announcer.text;
    });

  const say = (lines: string[]): void => {
    announcer.add(lines, { ticker: ticks, speakers: new Map() }, 's1');
  };

  beforeEach(() => {
    ticks = new Subject();
    updates = 0;
    const host = { addController: () => undefined, requestUpdate: () => (updates += 1) };
    announcer = new LineAnnouncer(
      host as unknown as ReactiveControllerHost & Element,
      (count) => `${String(count)} new lines`,
    );
  });

  it('are heard at the next tick, together, and are gone a tick later', () => {
    say(['one', 'two', 'three']);
    expect(announcer.text).to.equal('');
    expect(seconds(3)).to.deep.equal(['one two three', '', '']);
  });

  it('are a number when they are more than three', () => {
    say(['one', 'two']);
    say(['three', 'four']);
    expect(seconds(1)).to.deep.equal(['4 new lines']);
  });

  it('leave a second between each other, however fast they come', () => {
    const heard: string[] = [];
    for (let second = 1; second <= 6; second += 1) {
      say([String(second)]);
      heard.push(...seconds(1));
    }
    expect(heard).to.deep.equal(['1', '', '2 3', '', '4 5', '']);
  });

  it('render the host at every tick, and cost nothing when all is said', () => {
    say([]);
    expect(ticks.observed).to.equal(false);
    say(['one']);
    say(['two']);
    seconds(2);
    expect(updates).to.equal(2);
    expect(ticks.observed).to.equal(false);
    say(['three']);
    expect(seconds(1)).to.deep.equal(['three']);
  });

  it('are forgotten with the conversation, and when the host leaves the page', () => {
    say(['one']);
    announcer.clear();
    expect(seconds(2)).to.deep.equal(['', '']);
    say(['two']);
    seconds(1);
    announcer.hostDisconnected();
    expect([announcer.text, ticks.observed]).to.deep.equal(['', false]);
    say(['three']);
    expect(seconds(1)).to.deep.equal(['three']);
  });
});

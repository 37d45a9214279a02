import type { SessionEvent } from '../../core/events/session-event.js';
import type { Gateway, GatewayReceiver } from '../../core/ports/gateway.js';
import { Agenda } from '../in-memory/agenda.js';
import type { Scheduler } from '../in-memory/scheduler.js';
import { realScheduler } from '../in-memory/scheduler.js';
import type { RecordedFacts } from './entries.js';

export interface PlaybackOptions {
  /** As `readGatewayRecording` has read them. */
  readonly entries: readonly RecordedFacts[];
  /** 1 is the pace at which it was recorded; 4 is four times as fast. */
  readonly speed?: number;
  readonly scheduler?: Scheduler;
}

/**
 * Says what a recorded gateway said, in its pace and by its clock, from the first connection on. Nothing can be asked of
 * it: what happens has happened.
 */
export function createPlayback({ entries, speed = 1, scheduler = realScheduler() }: PlaybackOptions): Gateway {
  const agenda = new Agenda(scheduler, speed);
  const receivers = new Set<GatewayReceiver>();
  const firstAt = entries[0]?.at ?? scheduler.now();
  let begunAt: number | undefined;
  let played: SessionEvent[] = [];
  let next = 0;

  /** The next one becomes a part of what is true. */
  function take(): RecordedFacts | undefined {
    const entry = entries[next];
    next += 1;
    const facts = entry?.facts ?? [];
    const reset = facts.findLastIndex(({ type }) => type === 'workspace.reset');
    if (reset >= 0) played = facts.slice(reset);
    else played.push(...facts);
    return entry;
  }

  function play(): void {
    const entry = take();
    if (!entry) return;
    for (const receiver of [...receivers]) if (receivers.has(receiver)) receiver.facts(entry.facts, entry.delivery);
    plan(entry.at);
  }

  function plan(from: number): void {
    const entry = entries[next];
    if (entry) agenda.after(entry.at - from, play);
  }

  /** What was true when the recording began. */
  function begin(): void {
    begunAt = scheduler.now();
    while (entries[next]?.delivery === 'replay' && entries[next]?.at === firstAt) take();
    plan(firstAt);
  }

  return {
    isRead: true,
    keptAs: false,
    clock: {
      now: () => (begunAt === undefined ? firstAt : firstAt + Math.round((scheduler.now() - begunAt) * speed)),
    },
    connect(receiver) {
      if (begunAt === undefined) begin();
      receiver.facts([...played], 'replay');
      receivers.add(receiver);
      agenda.resume();
      return () => {
        receivers.delete(receiver);
        if (receivers.size === 0) agenda.pause();
      };
    },
    execute: () =>
      Promise.resolve({
        ok: false,
        failure: 'not-allowed',
        message: 'This is a recording: what happens in it has happened.',
      }),
  };
}

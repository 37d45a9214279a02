import type { InMemoryBackend } from '../in-memory/in-memory-backend.js';
import type { TaskQueue } from '../in-memory/task-queue.js';
import type { EndlessSource } from './endless-source.js';

const MINUTE = 60_000;

/** What is under way when the page opens: what was parked comes first, the active one last. */
const UNDER_WAY = [
  { dialogue: 'water-under-the-floor', minutesAgo: 16, beats: 1, parkedMinutesAgo: 11 },
  { dialogue: 'boots-for-a-birthday', minutesAgo: 9, beats: 3, parkedMinutesAgo: 4, wroteMinutesAgo: 1 },
  { dialogue: 'charge-nobody-knows', minutesAgo: 2, beats: 22 },
] as const;

/** Puts the agent in the middle of work, without anything having been accepted live. */
export function beginAtWork(backend: InMemoryBackend, source: EndlessSource, queue: TaskQueue): void {
  for (const underWay of UNDER_WAY) {
    const dialogue = source.take(underWay.dialogue);
    if (!dialogue) continue;
    const connected = backend.agenda.now() - underWay.minutesAgo * MINUTE;
    const player = queue.offer(dialogue, { at: connected - 8000 });
    const { sessionId } = player;
    backend.tell([
      { type: 'session.accepted', sessionId, at: connected - 1000 },
      { type: 'session.connected', sessionId, at: connected },
    ]);
    const at = backend.agenda.now() - ('parkedMinutesAgo' in underWay ? underWay.parkedMinutesAgo * MINUTE : 0);
    player.hasten(underWay.beats, connected, at);
    if ('parkedMinutesAgo' in underWay) {
      backend.tell([
        { type: 'messages.read', sessionId, unread: 0, at: at - 500 },
        { type: 'session.parking', sessionId, at: at - 500 },
        { type: 'session.parked', sessionId, at },
      ]);
    }
    if ('wroteMinutesAgo' in underWay) player.nudge(backend.agenda.now() - underWay.wroteMinutesAgo * MINUTE);
  }
}

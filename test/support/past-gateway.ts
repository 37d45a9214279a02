import type { Gateway, Session, SessionEvent, TranscriptSegment } from '../../src/index.js';
import { aConfiguration, anEndedSession, someSegments } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';

/** What a backend keeps of one session that is over. */
export interface Past {
  readonly session: Session;
  readonly segments: readonly TranscriptSegment[];
}

/** Session `s-N`, which ended N minutes ago, and what was said in it. */
export function aPast(minutes: number, about: Partial<Session> = {}): Past {
  const id = `s-${String(minutes)}`;
  const ended = NOW - minutes * 60_000;
  return {
    session: anEndedSession({ id, modality: 'im', since: ended, times: { ended }, ...about }),
    segments: someSegments(`Hello from ${id}`, `Goodbye to ${id}`).map((own) => ({ ...own, id: `${id} ${own.id}` })),
  };
}

/** The sessions that ended 1 … `count` minutes ago. */
export const manyPasts = (count: number): readonly Past[] => Array.from({ length: count }, (_, at) => aPast(at + 1));

export const factsOf = ({ session, segments }: Past): readonly SessionEvent[] => [
  { type: 'transcript.appended', sessionId: session.id, segments, at: NOW },
  { type: 'session.snapshot', session, at: NOW },
];

/** A gateway that hands over what has ended once more: one session by its id, or pages of what was let go of. */
export class PastGateway extends ScriptedGateway implements Gateway {
  /** What its backend keeps, by id. */
  readonly past: Map<string, Past>;
  /** What was asked for by id, and what was let go of, oldest first. */
  readonly asked: string[] = [];
  readonly left: string[] = [];
  pageSize = 3;
  /** Waited for before a session is handed over; rejects where it cannot be reached. */
  road: () => Promise<void> = () => Promise.resolve();
  readonly #away = new Set<string>();

  constructor(pasts: readonly Past[], others: readonly SessionEvent[] = []) {
    super([
      { type: 'workspace.reset', agentId: 'ana', at: NOW },
      { type: 'configuration.loaded', configuration: aConfiguration(), at: NOW },
      ...pasts.flatMap(factsOf),
      ...others,
    ]);
    this.past = new Map(pasts.map((own) => [own.session.id, own]));
  }

  async session(id: string): Promise<boolean> {
    this.asked.push(id);
    await this.road();
    const past = this.past.get(id);
    if (past) this.deliver(factsOf(past), 'replay');
    return past !== undefined;
  }

  letGo(ids: readonly string[]): Promise<readonly string[]> {
    for (const id of ids) {
      this.left.push(id);
      this.#away.add(id);
    }
    return Promise.resolve(ids);
  }

  /** Records alone, the latest of those that are away. */
  older(): Promise<boolean> {
    const latest = [...this.#away]
      .flatMap((id) => this.past.get(id)?.session ?? [])
      .sort((one, other) => other.since - one.since)
      .slice(0, this.pageSize);
    for (const { id } of latest) this.#away.delete(id);
    this.deliver(
      latest.map((session) => ({ type: 'session.snapshot', session, at: NOW })),
      'replay',
    );
    return Promise.resolve(this.#away.size > 0);
  }

  /** A session of the past has just ended. */
  end(past: Past): void {
    this.past.set(past.session.id, past);
    this.deliver(factsOf(past), 'live');
  }
}

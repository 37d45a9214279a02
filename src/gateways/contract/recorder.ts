import type { SessionEvent } from '../../core/events/session-event.js';
import type { Session } from '../../core/model/session.js';
import type { Delivery, Gateway, GatewayReceiver, Sources } from '../../core/ports/gateway.js';
import { transcriptStep } from '../../core/state/transcript-step.js';
import { StateTables } from '../../core/store/state-tables.js';

/** One call of a receiver. */
export interface Batch {
  readonly events: readonly SessionEvent[];
  readonly delivery: Delivery;
}

/** A receiver that writes down what it is told, and what becomes of it in the reducers of the core. */
export class Recorder implements GatewayReceiver {
  readonly batches: Batch[] = [];
  readonly rejections: string[] = [];
  /** Facts that the reducers could not use. */
  readonly unusable: string[] = [];
  readonly state: StateTables;

  /** @param sources of a gateway that is several */
  constructor(sources?: Sources) {
    this.state = new StateTables(() => undefined, transcriptStep, sources);
  }

  facts(events: readonly SessionEvent[], delivery: Delivery, source?: string): void {
    this.batches.push({ events, delivery });
    for (const event of events) this.#apply(event, source);
  }

  /** Commands of earlier pages change nothing by themselves. */
  pending(): void {}

  rejected(reason: string): void {
    this.rejections.push(reason);
  }

  get live(): readonly SessionEvent[] {
    return this.batches.filter(({ delivery }) => delivery === 'live').flatMap(({ events }) => events);
  }

  get all(): readonly SessionEvent[] {
    return this.batches.flatMap(({ events }) => events);
  }

  /** The live facts that a command led to. */
  causedBy(commandId: string): readonly SessionEvent[] {
    return this.live.filter((event) => event.causedBy === commandId);
  }

  #apply(event: SessionEvent, source?: string): void {
    try {
      if (!this.state.apply(event, source)) this.unusable.push(event.type);
    } catch (error) {
      this.unusable.push(`${event.type}: ${String(error)}`);
    }
  }
}

/** A recorder that is connected, and the function that ends its connection. */
export function connected(gateway: Gateway): { readonly recorder: Recorder; readonly disconnect: () => void } {
  const recorder = new Recorder(gateway.sources);
  return { recorder, disconnect: gateway.connect(recorder) };
}

/** A session without what belongs to one workspace: what it looks at, and what it has not read. */
const shared = ({ isSelected: _, unread: __, seen: ___, ...session }: Session): object => session;

/** Everything that two receivers must agree on, in a form that can be compared. */
export function truthOf({ state }: Recorder): string {
  const byId = <T>(table: ReadonlyMap<string, T>, view: (value: T) => unknown): unknown[] =>
    [...table].sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, value]) => [id, view(value)]);
  return canonical({
    agentId: state.workspace.agentId,
    sessions: byId(state.sessions, shared),
    transcripts: byId(state.transcripts, (list) => [...list]).filter((entry) => JSON.stringify(entry) !== '[]'),
    users: byId(state.users, (user) => user),
    usage: [state.usage.total, [...state.usage.perModality].sort()],
    roster: state.roster,
  });
}

/** JSON with the keys of every object in one order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

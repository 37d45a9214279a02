import { isFrom } from '../model/source.js';
import type { Clock } from '../ports/clock.js';
import type { Gateway } from '../ports/gateway.js';
import type { HistoryBounds } from '../rules/letting-go.js';
import { HISTORY_BOUNDS, beyondBounds, pagedBackAfter } from '../rules/letting-go.js';
import { isRecordSession } from '../rules/records.js';
import type { TranscriptAway } from '../state/begun.js';
import { isDrafting } from '../state/begun.js';
import type { StateTables } from './state-tables.js';

/** What letting go works on. */
export interface LettingGoHost {
  readonly tables: StateTables;
  readonly gateway: Gateway;
  /** What somebody shows. */
  readonly deliveries: { readonly held: readonly (string | undefined)[] };
  readonly enqueue: (step: () => readonly []) => void;
  readonly clock: Clock;
  readonly history?: Partial<HistoryBounds> | undefined;
}

/** So many of those that have gone are remembered: what comes late for them is half of something. */
const MOST_REMEMBERED = 1000;

/**
 * Keeps a page that stays open small: of the sessions that ended, lets go of what is beyond the bounds
 * (`rules/letting-go.ts`), and asks the gateway for it when somebody wants it again. Nothing goes that could not come
 * back: of each source one transcript has to make the way out and back first, and records go only where the gateway says
 * that it hands them over again (`Gateway.letGo`). Loaded where there is a gateway that can.
 */
export class LettingGo {
  readonly #host: LettingGoHost;
  readonly #bounds: HistoryBounds;
  /** Whether a source has brought back what was let go of. */
  readonly #canBring = new Map<string, boolean>();
  readonly #asking = new Set<string>();
  /** Sessions that are here without their transcript. */
  readonly #silent = new Set<string>();
  /** Sessions that are here and in which nothing was said, as far as the gateway knows. */
  readonly #wordless = new Set<string>();
  /** Sessions that are not here any more, the latest. */
  readonly #gone = new Set<string>();
  /** What has changed since it was looked at last. */
  readonly #touched = new Set<string>();
  /** So many stay beyond the bound, since an agent has paged back to them. */
  #pagedBack = 0;
  #isBusy = false;
  #isDue = false;
  #areAllWanted = true;

  constructor(host: LettingGoHost) {
    this.#host = host;
    this.#bounds = { ...HISTORY_BOUNDS, ...host.history };
    this.#soon();
  }

  /** Hears of everything that is replaced, while it is replaced. */
  touch(slice: string, key: string): void {
    const session = this.#host.tables.sessions.get(key);
    switch (slice) {
      case 'selection':
      case 'workspace':
      case 'connections':
        this.#areAllWanted = true;
        break;
      case 'sessions':
        // A new truth says anew what there is.
        if (!session) {
          this.#silent.delete(key);
          this.#wordless.delete(key);
        } else if (session.state !== 'ended' && !this.#isIncomplete(key)) return;
        this.#touched.add(key);
        break;
      case 'transcripts':
        if (!this.#isIncomplete(key)) return;
        this.#touched.add(key);
        break;
      default:
        return;
    }
    this.#soon();
  }

  /** Somebody is about to show a session. */
  want(sessionId: string | undefined): void {
    if (sessionId === undefined) return;
    this.#step(() => {
      this.#bringBack(sessionId);
    });
  }

  #step(act: () => void): void {
    this.#host.enqueue(() => {
      act();
      return [];
    });
  }

  /** Once for all that one delivery has changed. */
  #soon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#step(() => {
      this.#isDue = false;
      this.#countPagedBack();
      this.#mendHalves();
      if (this.#areAllWanted) this.#bringBackAll();
      if (!this.#isBusy) this.#sweep();
    });
  }

  #isIncomplete(id: string): boolean {
    return this.#silent.has(id) || this.#gone.has(id);
  }

  /** What has come to stand beyond the bound, the agent has paged back to: nothing ends there. */
  #countPagedBack(): void {
    const last = this.#ended().findLastIndex((id) => this.#touched.has(id));
    this.#pagedBack = Math.max(this.#pagedBack, last + 1 - this.#bounds.sessions);
  }

  /** What comes late for a session that has gone, or whose transcript has, is no half of it. */
  #mendHalves(): void {
    const { sessions, transcripts } = this.#host.tables;
    for (const id of this.#touched) {
      const session = sessions.get(id);
      if (this.#asking.has(id) || !this.#isIncomplete(id)) continue;
      // A record that comes with its transcript is whole; pages bring records alone.
      const isBack = this.#gone.has(id) && session !== undefined;
      const isAlive = session !== undefined && session.state !== 'ended';
      if (isBack) this.#gone.delete(id);
      if (isAlive || (isBack && transcripts.has(id))) this.#silent.delete(id);
      else if (isBack) this.#silent.add(id);
      else this.#host.tables.keepTranscript(id, undefined);
      if (isAlive) this.#ask(id);
    }
    this.#touched.clear();
  }

  #bringBackAll(): void {
    const { tables, deliveries } = this.#host;
    this.#areAllWanted = false;
    for (const id of new Set([...deliveries.held, tables.selection?.sessionId]))
      if (id !== undefined) this.#bringBack(id);
  }

  /** Asks for a session that is not here, and for the transcript of one that is over; no gateway knows of records. */
  #bringBack(id: string): void {
    if (isRecordSession(id)) return;
    const { sessions, transcripts, workspace } = this.#host.tables;
    const session = sessions.get(id);
    const isMute = session?.state === 'ended' && !transcripts.has(id) && !this.#wordless.has(id);
    if (workspace.isConnected && (!session || isMute)) this.#ask(id);
  }

  #ask(id: string): void {
    const { tables } = this.#host;
    if (this.#asking.has(id)) return;
    const agentId = this.#agentOf(id);
    this.#tell(id, 'reading');
    void this.#read(id).then((outcome) => {
      this.#step(() => {
        if (this.#agentOf(id) !== agentId) return;
        const isLost = outcome === 'gone' && this.#silent.has(id);
        this.#tell(id, isLost || outcome === 'unreachable' ? outcome : undefined);
        if (outcome === 'here') {
          this.#silent.delete(id);
          this.#gone.delete(id);
        }
        // Where nothing was said, that is known now.
        if (outcome !== 'unreachable' && !isLost && tables.sessions.has(id) && !tables.transcripts.has(id))
          this.#wordless.add(id);
        this.#touched.add(id);
        this.#soon();
      });
    });
  }

  async #read(id: string): Promise<'here' | 'gone' | 'unreachable'> {
    this.#asking.add(id);
    try {
      return (await this.#host.gateway.session?.(id)) === true ? 'here' : 'gone';
    } catch {
      return 'unreachable';
    } finally {
      this.#asking.delete(id);
    }
  }

  /** Only of what is here: of anything else no widget could say it. */
  #tell(id: string, away: TranscriptAway | undefined): void {
    const { tables } = this.#host;
    if (tables.sessions.has(id) && tables.begun.get(id)?.transcriptAway !== away)
      tables.keep('transcriptAway', id, away);
  }

  #ended(): readonly string[] {
    const { sessions, roster } = this.#host.tables;
    return roster.history.filter((id) => sessions.get(id)?.state === 'ended');
  }

  #keeps(): (id: string) => boolean {
    const { tables, deliveries } = this.#host;
    const shown = new Set(deliveries.held);
    const asked = new Set(
      [...tables.commands.values()]
        .flat()
        .map(({ command }) => ('sessionId' in command ? command.sessionId : undefined)),
    );
    return (id) =>
      shown.has(id) ||
      this.#asking.has(id) ||
      tables.selection?.sessionId === id ||
      isDrafting(tables.begun.get(id) ?? {}) ||
      tables.begun.get(id)?.otherDrafts !== undefined ||
      asked.has(id);
  }

  #agentOf(id: string): string | undefined {
    const { workspace } = this.#host.tables;
    const all = [...(workspace.sources ?? [['', workspace] as const])];
    return all.find(([source]) => isFrom(source, id))?.[1].agentId;
  }

  #sourceOf(id: string): string {
    return this.#host.tables.sessions.get(id)?.source ?? '';
  }

  #sweep(): void {
    const { tables } = this.#host;
    const ended = this.#ended();
    this.#pagedBack = pagedBackAfter(this.#pagedBack, ended.length, this.#bounds.sessions);
    const bounds = { ...this.#bounds, sessions: this.#bounds.sessions + this.#pagedBack };
    const { sessions, transcripts } = beyondBounds(ended, bounds, this.#keeps());
    const spoken = [...transcripts, ...sessions].filter((id) => tables.transcripts.has(id));
    const doubtful = [...spoken, ...sessions].find((id) => !this.#canBring.has(this.#sourceOf(id)));
    if (doubtful !== undefined) void this.#prove(doubtful);
    const canGo = (id: string): boolean => this.#canBring.get(this.#sourceOf(id)) === true;
    for (const id of spoken) if (canGo(id)) this.#silence(id);
    const leaving = sessions.filter(canGo);
    if (leaving.length > 0) void this.#letGo(leaving);
  }

  #silence(id: string): void {
    this.#silent.add(id);
    this.#host.tables.keepTranscript(id, undefined);
  }

  /** Whether its source brings one session back: lets go of what was said in it, and has it again or puts it back. */
  async #prove(id: string): Promise<void> {
    const { tables } = this.#host;
    const source = this.#sourceOf(id);
    const transcript = tables.transcripts.get(id);
    const agentId = this.#agentOf(id);
    this.#isBusy = true;
    tables.keepTranscript(id, undefined);
    const outcome = await this.#read(id);
    this.#step(() => {
      this.#isBusy = false;
      if (this.#agentOf(id) !== agentId || !tables.sessions.has(id)) return;
      const isWhole = (tables.transcripts.get(id)?.length ?? 0) >= (transcript?.length ?? 0);
      if (!isWhole) tables.keepTranscript(id, transcript);
      // What cannot be reached now is asked when the next session ends.
      if (outcome !== 'unreachable') this.#canBring.set(source, outcome === 'here' && isWhole);
      if (this.#canBring.get(source)) this.#soon();
    });
  }

  async #letGo(ids: readonly string[]): Promise<void> {
    const { tables, gateway, clock } = this.#host;
    this.#isBusy = true;
    let going: readonly string[] = [];
    try {
      going = (await gateway.letGo?.(ids)) ?? [];
    } catch {
      // It is asked again when the next session ends.
    }
    this.#step(() => {
      this.#isBusy = false;
      // Somebody may have turned to one meanwhile.
      const keeps = this.#keeps();
      for (const sessionId of going)
        if (tables.sessions.get(sessionId)?.state === 'ended' && !keeps(sessionId)) {
          this.#remember(sessionId);
          tables.apply({ type: 'session.removed', sessionId, at: clock.now() });
        }
    });
  }

  #remember(id: string): void {
    this.#gone.add(id);
    const [oldest] = this.#gone;
    if (this.#gone.size > MOST_REMEMBERED && oldest !== undefined) this.#gone.delete(oldest);
  }
}

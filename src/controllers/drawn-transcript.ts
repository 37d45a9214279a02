import type { ReactiveController } from 'lit';
import { isKnown } from '../context/is-heard.js';
import { SliceController } from '../context/slice-controller.js';
import type { WorkspaceHost } from '../context/slice-controller.js';
import type { selectSelectedId } from '../core/selectors/select-selection.js';
import type { selectTranscript } from '../core/selectors/select-transcript.js';
import { SegmentList } from '../core/state/segment-list.js';
import { FramePace } from './frame-pace.js';
import { PutAway } from './put-away.js';

/** What a view of transcripts goes by, and does when it has another one to draw. */
export interface TranscriptTurns {
  /** The session that the agent looks at. */
  readonly selected: typeof selectSelectedId;
  readonly transcript: typeof selectTranscript;
  /**
   * The session is the same.
   *
   * @param isInSight whether the agent could see it: what came while nobody looked is no news
   */
  grow(before: SegmentList, list: SegmentList, isInSight: boolean): void;
  /** The view turns to the session `to`, or the first it knows of it is there. */
  turn(from: string | undefined, to: string | undefined, list: SegmentList): void;
}

/**
 * Which transcript of which session a view has drawn, so that it hears once of each that follows, before it is drawn.
 * What comes in faster than frames is drawn once in each, and nothing while nobody sees the view.
 */
export class DrawnTranscript implements ReactiveController {
  /** As it is drawn, or is about to be. */
  list = SegmentList.empty;

  readonly #host: WorkspaceHost & Element;
  readonly #idOf: () => string | undefined;
  readonly #turns: TranscriptTurns;
  readonly #putAway: PutAway;
  readonly #current: SliceController<SegmentList, string>;
  readonly #pace = new FramePace();
  #sessionId: string | undefined;

  /** @param idOf the session that the view shows */
  constructor(host: WorkspaceHost & Element, idOf: () => string | undefined, turns: TranscriptTurns) {
    this.#host = host;
    this.#idOf = idOf;
    this.#turns = turns;
    this.#putAway = new PutAway(host, idOf, turns.selected);
    this.#current = new SliceController(host, turns.transcript, idOf);
    host.addController(this);
  }

  /** The session whose transcript is drawn, once it is known. */
  get sessionId(): string | undefined {
    return this.#sessionId;
  }

  /** For `scheduleUpdate` of the view. */
  schedule(draw: () => Promise<unknown> | undefined): Promise<unknown> | undefined {
    return this.#pace.schedule(this.list !== this.#newest, draw);
  }

  /** For `shouldUpdate` of the view. */
  isToBeDrawn(): boolean {
    return !this.#putAway.holdsBack();
  }

  /** Whoever comes now has seen none. */
  forget(): void {
    this.#sessionId = undefined;
  }

  hostUpdate(): void {
    const id = this.#idOf();
    const { list } = this;
    const newest = this.#newest;
    if (id === this.#sessionId && newest === list) return;
    if (id === this.#sessionId) this.#turns.grow(list, newest, !this.#putAway.isCatchingUp);
    else this.#turns.turn(this.#sessionId, id, newest);
    this.list = newest;
    // What is there when a session becomes known is no news.
    if (id !== this.#sessionId) this.#sessionId = isKnown(this.#host.workspace, id) ? id : undefined;
  }

  get #newest(): SegmentList {
    return this.#current.value ?? SegmentList.empty;
  }
}

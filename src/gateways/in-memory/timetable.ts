import type { Dialogue } from './dialogue.js';
import type { Engine } from './engine.js';
import type { Beat } from './timeline.js';

const FAREWELL_MS = 4000;
const PATIENCE_MS = 14_000;
/** How long before a message of the customer it shows that one is being written. */
const TYPING_MS = 2500;
/** How many moments before the end codes are suggested. */
const NEARLY_DONE = 4;
const NOBODY: readonly string[] = [];

/** What happens when its time has come. */
interface Acts {
  play(beat: Beat): void;
  /** The customer of a parked chat has waited. */
  nudge(): void;
  /** All is said. */
  close(): void;
}

/**
 * When the next moment of a dialogue comes. It waits in a state in which it can come: parked and held conversations stand
 * still, but for the customer of a parked chat, who goes on writing.
 */
export class Timetable {
  readonly #engine: Engine;
  readonly #dialogue: Dialogue;
  readonly #sessionId: string;
  readonly #acts: Acts;
  #beats: readonly Beat[] = [];
  #position = 0;
  #nudges = 0;
  #callOff: (() => void) | undefined;
  #isTyping = false;

  constructor(engine: Engine, dialogue: Dialogue, sessionId: string, acts: Acts) {
    this.#engine = engine;
    this.#dialogue = dialogue;
    this.#sessionId = sessionId;
    this.#acts = acts;
  }

  /** How many moments have come. */
  get position(): number {
    return this.#position;
  }

  /** Whether codes can be suggested from here on: enough was said, and some is still to come. */
  get isNearlyDone(): boolean {
    return this.#position === Math.max(1, this.#beats.length - NEARLY_DONE);
  }

  /** The next of them. */
  upcoming(count: number): readonly Beat[] {
    return this.#beats.slice(this.#position, this.#position + count);
  }

  /** The line of the dialogue that was begun last; -1 for none. */
  get line(): number {
    return Math.max(-1, ...this.#beats.slice(0, this.#position).map(({ line }) => line));
  }

  begin(beats: readonly Beat[]): void {
    this.#beats = beats;
    this.arm();
  }

  /** The next moment has come. */
  pass(): void {
    this.#position += 1;
    this.#type(false);
  }

  /** The customer of a parked chat writes. Answers how often that is by now. */
  nudged(): number {
    this.#nudges += 1;
    return this.#nudges;
  }

  /** Waits for the next moment, if the session is in a state in which it can come. */
  arm(): void {
    this.stop();
    const session = this.#engine.sessions.get(this.#sessionId);
    if (session?.state === 'active') this.#armActive();
    else if (session?.state === 'parked' && session.modality === 'im') this.#armParked();
  }

  /** Waits for nothing. */
  stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#type(false);
  }

  #armActive(): void {
    const [beat] = this.upcoming(1);
    if (beat) this.#await(beat);
    else if (this.#dialogue.ending !== 'agent')
      this.#after(FAREWELL_MS, () => {
        this.#acts.close();
      });
  }

  #armParked(): void {
    const [beat] = this.upcoming(1);
    if (beat?.by === 'customer') this.#await(beat);
    else if (this.#nudges < (this.#dialogue.whileParked?.length ?? 0))
      this.#after(PATIENCE_MS, () => {
        this.#acts.nudge();
      });
  }

  #await(beat: Beat): void {
    const isWritten = this.#engine.sessions.get(this.#sessionId)?.modality === 'im' && beat.by === 'customer';
    const typing = isWritten ? Math.min(beat.afterMs, TYPING_MS) : 0;
    const play = (): void => {
      this.#acts.play(beat);
    };
    if (typing === 0) this.#after(beat.afterMs, play);
    else
      this.#after(beat.afterMs - typing, () => {
        this.#type(true);
        this.#after(typing, play);
      });
  }

  #type(isTyping: boolean): void {
    if (isTyping === this.#isTyping) return;
    this.#isTyping = isTyping;
    const typing = isTyping ? ['customer'] : NOBODY;
    this.#engine.tell([{ type: 'typing.changed', sessionId: this.#sessionId, typing }]);
  }

  #after(ms: number, run: () => void): void {
    this.#callOff = this.#engine.agenda.after(ms, () => {
      this.#callOff = undefined;
      run();
    });
  }
}

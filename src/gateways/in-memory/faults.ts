import type { CommandFailure } from '../../core/commands/command.js';
import type { UploadFailure } from '../../core/ports/upload.js';

interface OfSession {
  /** Which session it waits for; without it the first opportunity counts. */
  readonly sessionId?: string;
}

interface OfAny {
  readonly sessionId?: undefined;
}

/** Something that goes wrong once, at the next opportunity. */
export type Fault =
  /** The next one begins and then fails. */
  | (OfSession & { readonly kind: 'park' | 'unpark' | 'transfer'; readonly reason?: string })
  /** The next command is refused and changes nothing. */
  | (OfSession & { readonly kind: 'command'; readonly failure?: CommandFailure; readonly message?: string })
  /** The next command is carried out, but its answer gets lost. */
  | (OfSession & { readonly kind: 'lost-reply' })
  /** The next file does not get there: `after` (0 to 1, 0.5 by default) of it has gone by then. */
  | (OfSession & {
      readonly kind: 'upload';
      readonly after?: number;
      readonly failure?: UploadFailure;
      readonly message?: string;
    })
  /** The next facts are delivered twice. */
  | (OfAny & { readonly kind: 'duplicate-facts' })
  /** The next facts are delivered after the ones that follow them. */
  | (OfAny & { readonly kind: 'reordered-facts' })
  /** Something arrives that cannot be read. */
  | (OfAny & { readonly kind: 'unreadable-input' });

type FaultOf<K extends Fault['kind']> = Fault & { readonly kind: K };

/** Faults that wait for their opportunity. */
export class FaultList {
  #waiting: readonly Fault[];

  constructor(faults: readonly Fault[] = []) {
    this.#waiting = faults;
  }

  add(fault: Fault): void {
    this.#waiting = [...this.#waiting, fault];
  }

  /** The oldest fault of this kind that concerns this session, which is then used up. */
  take<K extends Fault['kind']>(kind: K, sessionId?: string): FaultOf<K> | undefined {
    const index = this.#waiting.findIndex(
      (fault) => fault.kind === kind && (fault.sessionId === undefined || fault.sessionId === sessionId),
    );
    const fault = this.#waiting[index];
    if (fault) this.#waiting = this.#waiting.toSpliced(index, 1);
    return fault as FaultOf<K> | undefined;
  }
}

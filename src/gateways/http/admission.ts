import type { SignedOutReason } from '../../core/events/session-event.js';
import type { Snapshots } from './snapshots.js';

/**
 * Whether the agent is let in, as far as the backend has said, and by that when a snapshot is asked for once more. A page
 * that was told that nobody is signed in asks when there is a reason to believe that it is granted; one that its agent has
 * left asks nothing before somebody has signed in.
 */
export class Admission {
  readonly #snapshots: Snapshots;
  /** `knocking`: it asks without having been told that the agent has signed in. */
  #state: 'in' | 'out' | 'knocking' | 'left' = 'in';
  #reason: SignedOutReason | undefined;

  constructor(snapshots: Snapshots) {
    this.#snapshots = snapshots;
  }

  /** Whether nobody is signed in. */
  get isOut(): boolean {
    return this.#state !== 'in';
  }

  /** Why the agent is not let in, where somebody is signed in. */
  get reason(): SignedOutReason | undefined {
    return this.#reason;
  }

  /** What is known is not the truth, or not any more. */
  lost(): void {
    if (!this.isOut) this.#snapshots.need();
  }

  /** Somebody looks, or the network has changed: a page that is out tries, and nobody waits any longer. */
  knock(): void {
    if (this.isOut && this.#state !== 'left') {
      this.#state = 'knocking';
      this.#snapshots.need();
    }
    this.#snapshots.proceed();
  }

  /** Whoever was let in elsewhere proves the sign-in to all, also to a tab that was told last what the leader knew before it. */
  othersAreIn(): void {
    if (this.isOut) this.#snapshots.need();
  }

  /** The agent has signed in, possibly another one. */
  signedIn(): void {
    if (this.isOut) this.#state = 'out';
    this.#snapshots.renew();
  }

  /** The backend knows nobody; or somebody, for whom it has no workspace. */
  refused(reason: SignedOutReason | undefined): void {
    if (!this.isOut) this.#state = 'out';
    this.#reason = reason;
  }

  /** There is a snapshot. Answers whether it came by knocking, so that other tabs do not know. */
  letIn(): boolean {
    const hasKnocked = this.#state === 'knocking';
    this.#state = 'in';
    this.#reason = undefined;
    return hasKnocked;
  }

  /** The agent has left. */
  leave(): void {
    this.#state = 'left';
    this.#reason = undefined;
    this.#snapshots.cancel();
  }

  /** Nothing is asked any more. */
  stop(): void {
    this.#snapshots.stop();
  }
}
